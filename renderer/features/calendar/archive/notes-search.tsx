import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { Publication } from '../../../../shared/domain/publications'
import { inSlices } from '../../../data/turns'
import { formatDay } from '../../../ui/format'
import { Kbd } from '../../../ui/kbd'
import { useShortcuts } from '../../../ui/use-shortcuts'
import { PublicationMark } from '../publication-marks'
import classes from './archive.module.css'
import { excerptOf, type SearchedPublication, searchableSteps, searchNotes } from './archive-model'
import { stepRow } from './row-keys'

interface NotesSearchProps {
  readonly publications: readonly Publication[]
  readonly onOpen: (publication: Publication) => void
}

interface LineProps extends Pick<NotesSearchProps, 'onOpen'> {
  readonly publication: Publication
  readonly query: string
}

const LINE_HEIGHT = 64

function Line({ publication, query, onOpen }: LineProps) {
  const { title, on, state, note } = publication
  return (
    <>
      <span className={classes.entryHead}>
        <button type="button" className={classes.link} onClick={() => onOpen(publication)}>
          {title}
        </button>
        <span className={classes.quiet}>{formatDay(on)}</span>
        <PublicationMark state={state} />
      </span>
      <span className={classes.excerpt}>
        {note === '' && 'Sin nota'}
        {excerptOf(note, query).map(({ at, text, isMatch }) =>
          isMatch ? <mark key={at}>{text}</mark> : text,
        )}
      </span>
    </>
  )
}

interface LinesProps extends Pick<NotesSearchProps, 'onOpen'> {
  readonly found: readonly Publication[]
  readonly query: string
}

function Lines({ found, query, onOpen }: LinesProps) {
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: found.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 8,
  })
  const rows = { count: found.length, scrollToIndex: (index: number) => virtual.scrollToIndex(index) }
  return (
    // The list scrolls by itself, so the keyboard must be able to stop at it.
    <section
      ref={scroll}
      className={classes.results}
      tabIndex={-1}
      aria-label="Publicaciones encontradas"
      data-results
      onKeyDown={(event) => stepRow(event, rows)}
    >
      <ul className={classes.lines} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const publication = found[index]
          if (!publication) return null
          return (
            <li
              key={publication.id}
              className={classes.line}
              style={{ transform: `translateY(${start}px)`, height: LINE_HEIGHT }}
              aria-setsize={found.length}
              aria-posinset={index + 1}
            >
              <Line publication={publication} query={query} onOpen={onOpen} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const NOTHING: readonly SearchedPublication[] = []

/** What is searched, made between the frames of the window: there may be thousands of notes. */
function useSearched(publications: readonly Publication[]): readonly SearchedPublication[] {
  const [searched, setSearched] = useState(NOTHING)
  useEffect(() => {
    const left = new AbortController()
    const { signal } = left
    inSlices(searchableSteps(publications), { signal }).then(setSearched, (failure: unknown) => {
      if (signal.aborted) return
      setSearched(() => {
        throw failure
      })
    })
    return () => left.abort()
  }, [publications])
  return searched
}

/** Search in what was written through the years; capitals and accents do not matter. */
export function NotesSearch({ publications, onOpen }: NotesSearchProps) {
  const [query, setQuery] = useState('')
  const search = useRef<HTMLInputElement>(null)
  const deferred = useDeferredValue(query)
  useShortcuts({ '/': () => search.current?.focus() })
  const searched = useSearched(publications)
  const found = useMemo(() => searchNotes(searched, deferred), [searched, deferred])
  return (
    <div className={classes.column}>
      <TextInput
        ref={search}
        label="Buscar en notas, títulos, etiquetas y textos alternativos"
        description="Con o sin acentos; deben estar todas las palabras. Enter va a la primera, ↑ ↓ de una en una"
        leftSection={<IconSearch size={16} />}
        rightSection={<Kbd keys="/" />}
        value={query}
        maw={560}
        autoFocus
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault()
            if (query === '') event.currentTarget.blur()
            else setQuery('')
          }
          if (event.key !== 'Enter' && event.key !== 'ArrowDown') return
          event.preventDefault()
          document.querySelector<HTMLElement>('[data-results] [aria-posinset="1"] button')?.focus()
        }}
      />
      <p className={classes.quiet} role="status">
        {found.length === 1 ? '1 publicación' : `${found.length.toLocaleString('es-MX')} publicaciones`}
      </p>
      <Lines found={found} query={deferred} onOpen={onOpen} />
    </div>
  )
}
