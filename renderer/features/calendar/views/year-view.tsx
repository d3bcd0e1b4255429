import { useMemo } from 'react'
import { type IsoDate, yearOf } from '../../../../shared/lib/iso-date'
import { mondayOf, monthOfDate } from '../../../../shared/lib/month'
import { formatDay } from '../../../ui/format'
import { useCalendarActions } from '../calendar-context'
import { byWeek, comingWeeks } from '../plan-model'
import { publicationsText } from './day-words'
import { EntryLine } from './entry-line'
import { MonthCard } from './month-card'
import type { ViewProps } from './view-props'
import classes from './views.module.css'

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)
/** Weeks listed below the months. */
const WEEKS = 4
/** Lines of those weeks; the rest is counted and is in the list. */
const MOST_LINES = 60

function Coming({ plan, day, openId }: ViewProps) {
  const coming = useMemo(() => comingWeeks(plan.days, day, WEEKS), [plan.days, day])
  return (
    <section className={classes.coming} aria-label="Semanas por venir">
      <h2 className={classes.comingTitle}>
        {WEEKS} semanas desde el {formatDay(mondayOf(day))}
        <span className={classes.quiet}>
          {' '}
          {coming.length === 0 ? 'sin publicaciones' : publicationsText(coming.length)}
        </span>
      </h2>
      <ul className={classes.lines}>
        {coming.slice(0, MOST_LINES).map((publication) => (
          <li key={publication.id}>
            <EntryLine
              publication={publication}
              channels={plan.channels}
              isOpen={publication.id === openId}
              isReachable
              warned={plan.warnings.has(publication.id)}
            />
          </li>
        ))}
      </ul>
      {coming.length > MOST_LINES && (
        <p className={classes.quiet}>Las otras {coming.length - MOST_LINES} están en la lista (tecla 4).</p>
      )}
    </section>
  )
}

/** Twelve months at a glance and, below, the weeks from the chosen day on. */
export function YearView(props: ViewProps) {
  const { plan, day, marks } = props
  const { goToDay } = useCalendarActions()
  const year = yearOf(day)
  const weeks = useMemo(() => byWeek(plan.days), [plan.days])
  const fullest = useMemo(
    () => ({
      day: Math.max(1, ...[...plan.days.values()].map(({ length }) => length)),
      week: Math.max(1, ...weeks.values()),
    }),
    [plan.days, weeks],
  )
  const focusedIn = (month: number): IsoDate | null => (monthOfDate(day).month === month ? day : null)
  return (
    <div className={classes.year}>
      <div className={classes.months}>
        {MONTHS.map((month) => (
          <MonthCard
            key={month}
            year={year}
            month={month}
            days={plan.days}
            weeks={weeks}
            marks={marks}
            fullest={fullest}
            today={plan.today}
            focused={focusedIn(month)}
            onDay={goToDay}
          />
        ))}
      </div>
      <Coming {...props} />
    </div>
  )
}
