import {
  type Commemoration,
  describeDate,
  finderOf,
  type Publication,
  sameDayInOtherYears,
  sheetOf,
} from '../../../../shared/domain/publications'
import { type IsoDate, yearOf } from '../../../../shared/lib/iso-date'
import { formatDay } from '../../../ui/format'
import classes from './archive.module.css'
import { PublishedEntry } from './published-entry'
import type { Archive } from './use-archive'

interface SheetProps {
  readonly archive: Archive
  readonly onOpen: (publication: Publication) => void
}

/** What else was published on a day of the year, whatever the date it was for. */
export function SameDay({ archive, day, onOpen }: SheetProps & { readonly day: IsoDate }) {
  const found = sameDayInOtherYears(archive.publications, day)
  return (
    <section aria-labelledby="same-day">
      <h2 id="same-day" className={classes.heading}>
        El {formatDay(day).split(' ').slice(1, 3).join(' ')} en otros años
      </h2>
      {found.length === 0 ? (
        <p className={classes.quiet}>En el archivo no hay nada de ese día en otros años.</p>
      ) : (
        <ul className={classes.facts}>
          {found.map((publication) => (
            <li key={publication.id}>
              {publication.year}:{' '}
              <button type="button" className={classes.link} onClick={() => onOpen(publication)}>
                {publication.title}
              </button>
              {publication.images.length > 0 && ', con imagen'}
              {publication.note !== '' && ', con nota'}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** One date through the years, newest first; a year with nothing says so. */
export function DateSheet({
  archive,
  commemoration,
  onOpen,
}: SheetProps & { readonly commemoration: Commemoration }) {
  const { catalogue, channels, publications, today } = archive
  const find = finderOf(catalogue)
  const year = yearOf(today)
  const sheet = sheetOf(commemoration, publications, { from: year, to: year }, find)
  const day = sheet.find(({ on }) => on !== null)?.on ?? null
  return (
    <div className={classes.sheet}>
      <h2 className={classes.heading}>{commemoration.name}</h2>
      <p className={classes.quiet}>{describeDate(commemoration, find)}</p>
      {sheet.map(({ year: one, on, publications: own }) => (
        <section key={one} className={classes.year} aria-labelledby={`year-${one}`}>
          <h3 id={`year-${one}`} className={classes.yearTitle}>
            {one}
            <span className={classes.quiet}>
              {on === null ? ' · sin fecha ese año' : ` · ${formatDay(on)}`}
            </span>
          </h3>
          {own.length === 0 && <p className={classes.quiet}>No se publicó nada.</p>}
          {own.map((publication) => (
            <PublishedEntry
              key={publication.id}
              publication={publication}
              channels={channels}
              onOpen={onOpen}
            />
          ))}
        </section>
      ))}
      {day !== null && <SameDay archive={archive} day={day} onOpen={onOpen} />}
    </div>
  )
}
