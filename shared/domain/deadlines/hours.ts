import { addDays, minutesOf, timeOfMinutes } from '../../lib/day'
import type { ClockTime, IsoDate } from '../../lib/iso-date'
import { type CountedDay, skipReason, type WorkCalendar } from '../calendar'

const MINUTES_PER_DAY = 1440

/** When a term of hours ends, and the days it crosses. */
export interface HoursEnd {
  readonly due: IsoDate
  /** null: at the end of the day, because nobody said at what time it began. */
  readonly time: ClockTime | null
  readonly trace: readonly CountedDay[]
}

/**
 * Lets hours pass from a date and time. Without a time they run from the end of that day, so that
 * nobody loses any. With `workingDaysOnly` only the 24 hours of working days pass.
 */
export function elapseHours(
  date: IsoDate,
  time: ClockTime | null,
  term: { readonly amount: number; readonly workingDaysOnly: boolean },
  calendar: WorkCalendar,
): HoursEnd {
  const trace: CountedDay[] = []
  let left = term.amount * 60
  let day = date
  let from = time === null ? MINUTES_PER_DAY : minutesOf(time)
  let counted = 0
  for (;;) {
    const skipped = term.workingDaysOnly ? skipReason(calendar, day) : null
    const available = skipped ? 0 : MINUTES_PER_DAY - from
    if (available > 0) counted += 1
    if (available > 0 || skipped) trace.push({ date: day, counted: available > 0 ? counted : null, skipped })
    // A term that runs out at midnight ends with this day, or at 00:00 of the next when its time is known.
    if (left < available || (time === null && left === available)) {
      return { due: day, time: time === null ? null : timeOfMinutes(from + left), trace }
    }
    left -= available
    day = addDays(day, 1)
    from = 0
  }
}
