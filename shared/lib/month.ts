import { addDays, dateFrom, daysBetween, endOfMonth, monthOf, weekdayOf } from './day'
import { type IsoDate, yearOf } from './iso-date'

/** A month of a calendar. */
export interface Month {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
}

/** The month a date is in. */
export function monthOfDate(date: IsoDate): Month {
  return { year: yearOf(date), month: monthOf(date) }
}

/** The month some months later, or before. */
export function stepMonth({ year, month }: Month, steps: number): Month {
  const index = year * 12 + (month - 1) + steps
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 }
}

/** The weeks of a month from Monday to Sunday; null for days of other months. */
export function weeksOf({ year, month }: Month): readonly (readonly (IsoDate | null)[])[] {
  const first = dateFrom(year, month, 1)
  const lead = (weekdayOf(first) + 6) % 7
  const length = daysBetween(first, endOfMonth(year, month)) + 1
  const weeks = Math.ceil((lead + length) / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_day, weekday) => {
      const offset = week * 7 + weekday - lead
      return offset < 0 || offset >= length ? null : addDays(first, offset)
    }),
  )
}

/** The Monday of the week a date is in. */
export function mondayOf(date: IsoDate): IsoDate {
  return addDays(date, -((weekdayOf(date) + 6) % 7))
}
