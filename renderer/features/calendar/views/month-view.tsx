import { addDays } from '../../../../shared/lib/day'
import type { IsoDate } from '../../../../shared/lib/iso-date'
import { mondayOf, monthOfDate, weeksOf } from '../../../../shared/lib/month'
import { DayCell } from './day-cell'
import type { ViewProps } from './view-props'
import classes from './views.module.css'

const WEEKDAYS = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo']
/** Entries drawn in a day of a month, and of a week. */
const MOST_IN_MONTH = 4
const MOST_IN_WEEK = 40

function Head({ short }: { readonly short: boolean }) {
  return (
    <thead>
      <tr>
        {WEEKDAYS.map((weekday) => (
          <th key={weekday} scope="col">
            {short ? weekday.slice(0, 3) : weekday}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** A month with its entries, day by day. */
export function MonthView(props: ViewProps) {
  const month = monthOfDate(props.day)
  return (
    <table className={classes.calendar}>
      <Head short />
      <tbody>
        {weeksOf(month).map((week, index) => (
          <tr key={week.find((date) => date !== null) ?? index}>
            {week.map((date, weekday) =>
              date === null ? (
                <td key={WEEKDAYS[weekday]} className={classes.otherMonth} />
              ) : (
                <DayCell
                  key={date}
                  {...props}
                  date={date}
                  most={MOST_IN_MONTH}
                  name={String(Number(date.slice(8)))}
                />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A week with all its entries. */
export function WeekView(props: ViewProps) {
  const monday = mondayOf(props.day)
  const days: readonly IsoDate[] = WEEKDAYS.map((_, index) => addDays(monday, index))
  return (
    <table className={`${classes.calendar} ${classes.week}`}>
      <Head short={false} />
      <tbody>
        <tr>
          {days.map((date) => (
            <DayCell
              key={date}
              {...props}
              date={date}
              most={MOST_IN_WEEK}
              name={`${Number(date.slice(8))}/${Number(date.slice(5, 7))}`}
            />
          ))}
        </tr>
      </tbody>
    </table>
  )
}
