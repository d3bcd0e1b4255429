import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Publication, PublicationId } from '../../../../shared/domain/publications'
import { EmptyState } from '../../../ui/empty-state'
import { Kbd } from '../../../ui/kbd'
import { useShortcuts } from '../../../ui/use-shortcuts'
import { archivePlace, WITHOUT_DATE } from '../archive-path'
import classes from './archive.module.css'
import { type DateLine, dateLines, filterDates, withoutDate } from './archive-model'
import { BriefLines, DateSheet, SameDay } from './date-sheet'
import type { Archive } from './use-archive'

interface DatesViewProps {
  readonly archive: Archive
  /** The date shown, from the address; undefined for none. */
  readonly id: string | undefined
  /** The publication that the reader comes from, null from none. */
  readonly from: PublicationId | null
  readonly onOpen: (publication: Publication) => void
}

interface LineProps extends Pick<DatesViewProps, 'from'> {
  readonly id: string
  readonly name: string
  readonly detail: string
  readonly isChosen: boolean
  /** The one line at which Tab stops. */
  readonly isStop: boolean
}

function yearsText(years: readonly number[]): string {
  if (years.length === 0) return 'nada en el archivo'
  return `${years.slice(0, 4).join(', ')}${years.length > 4 ? ` y ${years.length - 4} más` : ''}`
}

function Line({ id, name, detail, from, isChosen, isStop }: LineProps) {
  const [, navigate] = useLocation()
  return (
    <li>
      <button
        type="button"
        className={classes.date}
        data-date={id}
        tabIndex={isStop ? 0 : -1}
        aria-current={isChosen ? 'page' : undefined}
        onClick={() => navigate(archivePlace(id, from))}
      >
        {name}
        <span className={classes.quiet}>{detail}</span>
      </button>
    </li>
  )
}

/** Goes from date to date in the list; the one that has the focus is the one shown. */
function stepDate(list: HTMLElement | null, key: string): boolean {
  const dates = [...(list?.querySelectorAll<HTMLElement>('[data-date]') ?? [])]
  const at = dates.findIndex((date) => date.matches(':focus'))
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: Math.max(0, at - 1),
    Home: 0,
    End: dates.length - 1,
  }
  const next = dates[targets[key] ?? -1]
  if (!next) return false
  next.focus()
  next.click()
  return true
}

interface ListProps extends Pick<DatesViewProps, 'id' | 'from'> {
  readonly lines: readonly DateLine[]
  readonly others: readonly Publication[]
  readonly list: RefObject<HTMLElement | null>
}

function DatesList({ lines, others, id, from, list }: ListProps) {
  const drawn = [
    ...lines.map(({ commemoration, years }) => ({
      id: commemoration.id as string,
      name: commemoration.name,
      detail: yearsText(years),
    })),
    ...(others.length === 0
      ? []
      : [
          {
            id: WITHOUT_DATE,
            name: 'Publicaciones sin fecha del catálogo',
            detail: yearsText([...new Set(others.map(({ year }) => year))].sort((a, b) => b - a)),
          },
        ]),
  ]
  // Whoever comes from a publication finds its date in the list too.
  useEffect(() => {
    if (id === undefined) return
    list.current?.querySelector(`[data-date="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [id, list])
  const stop = drawn.some((line) => line.id === id) ? id : drawn[0]?.id
  const onKeyDown = (event: KeyboardEvent) => {
    if (stepDate(list.current, event.key)) event.preventDefault()
  }
  return (
    <nav ref={list} className={classes.list} aria-label="Fechas del catálogo" onKeyDown={onKeyDown}>
      <ul>
        {drawn.map((line) => (
          <Line key={line.id} {...line} from={from} isChosen={line.id === id} isStop={line.id === stop} />
        ))}
      </ul>
    </nav>
  )
}

function Detail({ archive, id, from, onOpen, others }: DatesViewProps & Pick<ListProps, 'others'>) {
  const chosen = archive.catalogue.find((commemoration) => commemoration.id === id)
  if (chosen) {
    return <DateSheet key={chosen.id} archive={archive} commemoration={chosen} from={from} onOpen={onOpen} />
  }
  if (id === WITHOUT_DATE) {
    return (
      <div className={classes.sheet}>
        <h2 className={classes.heading}>Publicaciones sin fecha del catálogo</h2>
        <BriefLines publications={others} onOpen={onOpen} />
      </div>
    )
  }
  return (
    <>
      <p className={classes.quiet}>Elija una fecha para ver qué se publicó cada año.</p>
      <SameDay archive={archive} day={archive.today} onOpen={onOpen} />
    </>
  )
}

/** The dates of the catalogue and, of the chosen one, its sheet through the years. */
export function DatesView(props: DatesViewProps) {
  const { archive, id, from } = props
  const { catalogue, publications } = archive
  const [query, setQuery] = useState('')
  const search = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLElement>(null)
  const lines = useMemo(() => dateLines(catalogue, publications), [catalogue, publications])
  const others = useMemo(() => withoutDate(catalogue, publications), [catalogue, publications])
  const found = useMemo(() => filterDates(lines, query), [lines, query])
  useShortcuts({ '/': () => search.current?.focus() })
  if (lines.length === 0 && others.length === 0) {
    return (
      <EmptyState
        title="El archivo está vacío"
        hint="Agregue fechas al catálogo del calendario; cada una tendrá aquí su hoja a través de los años."
      />
    )
  }
  const onSearchKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' || event.key === 'ArrowDown') {
      if (stepDate(list.current, 'Home')) event.preventDefault()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      if (query === '') event.currentTarget.blur()
      else setQuery('')
    }
  }
  return (
    <div className={classes.dates}>
      <div className={classes.side}>
        <TextInput
          ref={search}
          size="xs"
          aria-label="Buscar una fecha"
          placeholder="Buscar una fecha"
          leftSection={<IconSearch size={14} />}
          rightSection={<Kbd keys="/" />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={onSearchKey}
        />
        <p className={classes.quiet} role="status">
          {found.length === 0
            ? 'Ninguna fecha coincide.'
            : `${found.length} ${found.length === 1 ? 'fecha' : 'fechas'} · ↑ ↓ de una en una`}
        </p>
        <DatesList lines={found} others={query === '' ? others : []} id={id} from={from} list={list} />
      </div>
      <section className={classes.detail} tabIndex={0} aria-label="Hoja de la fecha">
        <Detail {...props} others={others} />
      </section>
    </div>
  )
}
