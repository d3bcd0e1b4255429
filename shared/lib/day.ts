import { type ClockTime, clockTimeSchema, daysInMonth, type IsoDate, isIsoDate, yearOf } from './iso-date'

const MS_PER_DAY = 86_400_000
const MINUTES_PER_DAY = 1440

/** A date worked out here: cheap to check, because lists work out thousands. */
function computed(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError(`${text} is not a calendar date`)
  return text as IsoDate
}

/** Days from 1-ene-1970 to a calendar date; consecutive dates have consecutive numbers. */
export function dayNumber(date: IsoDate): number {
  return Date.UTC(yearOf(date), monthOf(date) - 1, Number(date.slice(8))) / MS_PER_DAY
}

/** The calendar date with that day number; throws outside the years 1 to 9999. */
export function dateOfDay(day: number): IsoDate {
  return computed(new Date(day * MS_PER_DAY).toISOString().slice(0, 10))
}

/** The date so many calendar days later (earlier when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOfDay(dayNumber(date) + days)
}

/** Calendar days from one date to another; negative when `to` comes first. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Day of the week of a day number: 0 domingo … 6 sábado. */
export function weekdayOfDay(day: number): number {
  return (((day + 4) % 7) + 7) % 7
}

/** Day of the week: 0 domingo … 6 sábado. */
export function weekdayOf(date: IsoDate): number {
  return weekdayOfDay(dayNumber(date))
}

/** A calendar date from its parts; throws when there is no such date. */
export function dateFrom(year: number, month: number, day: number): IsoDate {
  const pad = (n: number, width: number) => String(n).padStart(width, '0')
  return computed(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`)
}

/** The month of a calendar date, 1 = enero. */
export function monthOf(date: IsoDate): number {
  return Number(date.slice(5, 7))
}

/** Last day of a month, 1 = enero. */
export function endOfMonth(year: number, month: number): IsoDate {
  return dateFrom(year, month, daysInMonth(year, month))
}

/** The same day so many months later; the last day of a shorter month when it has no such day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months
  const [year, month] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return dateFrom(year, month, Math.min(Number(date.slice(8)), daysInMonth(year, month)))
}

/** The n-th given weekday of a month: nthWeekday(2017, 3, 1, 3) is the third Monday of March 2017. */
export function nthWeekday(year: number, month: number, weekday: number, n: number): IsoDate {
  const first = weekdayOf(dateFrom(year, month, 1))
  return dateFrom(year, month, 1 + ((weekday - first + 7) % 7) + (n - 1) * 7)
}

/** Minutes from midnight to a time of day. */
export function minutesOf(time: ClockTime): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** The time of day so many minutes after midnight; throws outside one day. */
export function timeOfMinutes(minutes: number): ClockTime {
  if (minutes < 0 || minutes >= MINUTES_PER_DAY) throw new RangeError(`${minutes} is not within a day`)
  const pad = (n: number) => String(n).padStart(2, '0')
  return clockTimeSchema.parse(`${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`)
}
