import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { Publication } from '../../../../shared/domain/publications'
import { formatDay } from '../../../ui/format'
import { PublicationMark } from '../publication-marks'
import classes from './archive.module.css'
import { searchable, searchNotes } from './archive-model'

interface NotesSearchProps {
  readonly publications: readonly Publication[]
  readonly onOpen: (publication: Publication) => void
}

const LINE_HEIGHT = 64

function Lines({
  found,
  onOpen,
}: { readonly found: readonly Publication[] } & Pick<NotesSearchProps, 'onOpen'>) {
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: found.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 8,
  })
  return (
    // The list scrolls by itself, so the keyboard must be able to stop at it.
    <section ref={scroll} className={classes.results} tabIndex={-1} aria-label="Publicaciones encontradas">
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
              <span className={classes.entryHead}>
                <button type="button" className={classes.link} onClick={() => onOpen(publication)}>
                  {publication.title}
                </button>
                <span className={classes.quiet}>{formatDay(publication.on)}</span>
                <PublicationMark state={publication.state} />
              </span>
              <span className={classes.excerpt}>{publication.note || 'Sin nota'}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Search in what was written through the years; capitals and accents do not matter. */
export function NotesSearch({ publications, onOpen }: NotesSearchProps) {
  const [query, setQuery] = useState('')
  const deferred = useDeferredValue(query)
  const searched = useMemo(() => searchable(publications), [publications])
  const found = useMemo(() => searchNotes(searched, deferred), [searched, deferred])
  return (
    <div className={classes.column}>
      <TextInput
        label="Buscar en notas, títulos, etiquetas y textos alternativos"
        description="Con o sin acentos; deben estar todas las palabras"
        leftSection={<IconSearch size={16} />}
        value={query}
        maw={520}
        autoFocus
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <p className={classes.quiet} role="status">
        {found.length === 1 ? '1 publicación' : `${found.length.toLocaleString('es-MX')} publicaciones`}
      </p>
      <Lines found={found} onOpen={onOpen} />
    </div>
  )
}
