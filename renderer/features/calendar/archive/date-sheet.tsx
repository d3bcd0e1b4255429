import { useEffect, useRef } from 'react'
import {
  type Commemoration,
  describeDate,
  finderOf,
  type Publication,
  sameDayInOtherYears,
  sheetOf,
} from '../../../../shared/domain/publications'
import { type IsoDate, yearOf } from '../../../../shared/lib/iso-date'
import { joinSpanish } from '../../../../shared/lib/spanish'
import { formatDay, formatLongDay } from '../../../ui/format'
import classes from './archive.module.css'
import { PublishedEntry } from './published-entry'
import type { Archive } from './use-archive'

interface SheetProps {
  readonly archive: Archive
  readonly onOpen: (publication: Publication) => void
}

/** Publications of one day that are named; a day of a full archive has more than can be read. */
const NAMED = 60

function hadText({ images, note }: Publication): string {
  const had = [...(images.length > 0 ? ['imagen'] : []), ...(note === '' ? [] : ['nota'])]
  return had.length === 0 ? '' : `, con ${joinSpanish(had)}`
}

/** Publications as one line each, with what they had. */
export function BriefLines({
  publications,
  onOpen,
}: { readonly publications: readonly Publication[] } & Pick<SheetProps, 'onOpen'>) {
  const rest = publications.length - NAMED
  return (
    <>
      <ul className={classes.facts}>
        {publications.slice(0, NAMED).map((publication) => (
          <li key={publication.id}>
            {formatDay(publication.on)}:{' '}
            <button
              type="button"
              className={classes.link}
              data-publication={publication.id}
              onClick={() => onOpen(publication)}
            >
              {publication.title}
            </button>
            {hadText(publication)}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p className={classes.quiet}>Y {rest.toLocaleString('es-MX')} más; están en «Buscar en notas».</p>
      )}
    </>
  )
}

/** What else was published on a day of the year, whatever the date it was for. */
export function SameDay({ archive, day, onOpen }: SheetProps & { readonly day: IsoDate }) {
  const found = sameDayInOtherYears(archive.publications, day)
  return (
    <section className={classes.sameDay} aria-labelledby="same-day">
      <h2 id="same-day" className={classes.heading}>
        El {formatLongDay(day).split(' ').slice(1, 4).join(' ')} en otros años
      </h2>
      {found.length === 0 ? (
        <p className={classes.quiet}>En el archivo no hay nada de ese día en otros años.</p>
      ) : (
        <BriefLines publications={found} onOpen={onOpen} />
      )}
    </section>
  )
}

/** The publication that the reader comes from is shown in its place, once. */
function useComeFrom(from: string | null) {
  const sheet = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (from === null) return
    const title = sheet.current?.querySelector<HTMLElement>(`[data-publication="${CSS.escape(from)}"]`)
    title?.focus()
    title?.scrollIntoView({ block: 'center' })
  }, [from])
  return sheet
}

interface DateSheetProps extends SheetProps {
  readonly commemoration: Commemoration
  /** The publication that the reader comes from, null from none. */
  readonly from: string | null
}

/** One date through the years, newest first; a year with nothing says so. */
export function DateSheet({ archive, commemoration, from, onOpen }: DateSheetProps) {
  const { catalogue, channels, publications, today } = archive
  const element = useComeFrom(from)
  const find = finderOf(catalogue)
  const year = yearOf(today)
  const sheet = sheetOf(commemoration, publications, { from: year, to: year }, find)
  const withSome = sheet.filter((one) => one.publications.length > 0).length
  const day = sheet.find((one) => one.year <= year && one.on !== null)?.on ?? null
  return (
    <div ref={element} className={classes.sheet}>
      <h2 className={classes.heading}>{commemoration.name}</h2>
      <p className={classes.quiet}>
        {describeDate(commemoration, find)} · {withSome} de {sheet.length}{' '}
        {sheet.length === 1 ? 'año' : 'años'} con publicación
      </p>
      {sheet.map(({ year: one, on, publications: own }) => (
        <section key={one} className={classes.year} aria-labelledby={`year-${one}`}>
          <h3 id={`year-${one}`} className={classes.yearTitle}>
            {one}
            <span className={classes.quiet}>
              {on === null ? ' · sin fecha ese año' : ` · ${formatDay(on)}`}
            </span>
          </h3>
          {own.length === 0 && (
            <p className={classes.quiet}>
              {(on ?? `${one}`) > today ? 'No hay nada planeado.' : 'No se publicó nada.'}
            </p>
          )}
          {own.map((publication) => (
            <PublishedEntry
              key={publication.id}
              publication={publication}
              channels={channels}
              today={today}
              onOpen={onOpen}
            />
          ))}
        </section>
      ))}
      {day !== null && <SameDay archive={archive} day={day} onOpen={onOpen} />}
    </div>
  )
}
