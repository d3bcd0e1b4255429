import { memo } from 'react'
import type { Publication } from '../../../../shared/domain/publications'
import type { IsoDate } from '../../../../shared/lib/iso-date'
import { type Month, mondayOf, weeksOf } from '../../../../shared/lib/month'
import { capitalize } from '../../../../shared/lib/spanish'
import { monthName } from '../../../../shared/lib/spanish-date'
import { LAYERS, type Marks } from '../layers'
import { densityOf } from '../plan-model'
import { dayLabel, publicationsText } from './day-words'
import classes from './views.module.css'

const WEEKDAYS = ['lun', 'mar', 'mié', 'jue', 'vie', 'sáb', 'dom']

interface MonthCardProps {
  readonly year: number
  readonly month: number
  readonly days: ReadonlyMap<IsoDate, readonly Publication[]>
  readonly weeks: ReadonlyMap<IsoDate, number>
  readonly marks: Marks
  /** Most publications that a day, and a week, of the year have. */
  readonly fullest: { readonly day: number; readonly week: number }
  readonly today: IsoDate
  /** The day the keys are at, null when it is in another month. */
  readonly focused: IsoDate | null
  readonly onDay: (day: IsoDate) => void
}

function DayDot({ date, card }: { readonly date: IsoDate; readonly card: MonthCardProps }) {
  const publications = card.days.get(date)
  const marks = card.marks.get(date)
  const kinds = new Set(marks?.map(({ kind }) => kind))
  const label = dayLabel(date, publications, marks)
  const looks = [
    classes.dot,
    classes[`level${densityOf(publications?.length ?? 0, card.fullest.day)}`],
    date === card.today ? classes.isToday : '',
    kinds.has('closed') ? classes.isClosed : '',
    kinds.has('period') ? classes.isPeriod : '',
  ]
  const shapes = LAYERS.filter(({ kind }) => (kind === 'session' || kind === 'due') && kinds.has(kind))
  return (
    <button
      type="button"
      className={looks.join(' ')}
      data-day={date}
      aria-label={label}
      aria-current={date === card.today ? 'date' : undefined}
      title={label}
      tabIndex={date === card.focused ? 0 : -1}
      onClick={() => card.onDay(date)}
    >
      {Number(date.slice(8))}
      {shapes.length > 0 && (
        <span aria-hidden="true" className={classes.dotShapes}>
          {shapes.map(({ shape }) => shape).join('')}
        </span>
      )}
    </button>
  )
}

function WeekBar({ monday, card }: { readonly monday: IsoDate; readonly card: MonthCardProps }) {
  const count = card.weeks.get(monday) ?? 0
  return (
    <td className={classes.weekCell} title={count === 0 ? undefined : publicationsText(count)}>
      {count > 0 && (
        <>
          <span
            aria-hidden="true"
            className={classes.weekBar}
            style={{ width: `${Math.max(12, (count * 100) / card.fullest.week)}%` }}
          />
          <span className={classes.weekCount}>{count.toLocaleString('es-MX')}</span>
        </>
      )}
    </td>
  )
}

function Week({ week, card }: { readonly week: readonly (IsoDate | null)[]; readonly card: MonthCardProps }) {
  const first = week.find((date) => date !== null)
  return (
    <tr>
      {week.map((date, index) => (
        <td key={WEEKDAYS[index]}>{date !== null && <DayDot date={date} card={card} />}</td>
      ))}
      {first && <WeekBar monday={mondayOf(first)} card={card} />}
    </tr>
  )
}

/** A month at a glance: the days with something, how full each week is, and what else is on each day. */
export const MonthCard = memo(function MonthCard(card: MonthCardProps) {
  const month: Month = { year: card.year, month: card.month }
  const name = capitalize(monthName(card.month))
  return (
    <table className={classes.monthCard} aria-label={`${name} de ${card.year}`}>
      <caption className={classes.monthName}>{name}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col" abbr={weekday}>
              {weekday.slice(0, 1)}
            </th>
          ))}
          <th scope="col" className={classes.weekHead}>
            sem.
          </th>
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week, index) => (
          <Week key={week.find((date) => date !== null) ?? index} week={week} card={card} />
        ))}
      </tbody>
    </table>
  )
})
