import { z } from 'zod'

/** Days that a month of a year has, 1 = enero; leap years counted (28 or 29 for febrero). */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  if (month === 2) return leap ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const ISO_DATE = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** True for a calendar date that exists, written YYYY-MM-DD (2017-02-29 does not), from the year 1 on. */
export function isIsoDate(text: string): boolean {
  const match = ISO_DATE.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year > 0 && (day <= 28 || day <= daysInMonth(year, month))
}

/** True for a time of day between 00:00 and 23:59, written HH:mm. */
export function isClockTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/** A calendar date without time zone, YYYY-MM-DD. */
export const isoDateSchema = z.string().refine(isIsoDate, 'La fecha no existe').brand<'IsoDate'>()
/** A calendar date without time zone, YYYY-MM-DD. */
export type IsoDate = z.infer<typeof isoDateSchema>

/** A time of day on the wall clock of the body, HH:mm, 24 hours. */
export const clockTimeSchema = z.string().refine(isClockTime, 'La hora no existe').brand<'ClockTime'>()
/** A time of day on the wall clock of the body, HH:mm, 24 hours. */
export type ClockTime = z.infer<typeof clockTimeSchema>

/** A moment in UTC, ISO 8601 ending in Z. */
export const instantSchema = z.iso.datetime().brand<'Instant'>()
/** A moment in UTC, ISO 8601 ending in Z. */
export type Instant = z.infer<typeof instantSchema>

/** Reads a calendar date typed by us; throws on a date that does not exist (a bug, not user input). */
export function isoDate(text: string): IsoDate {
  return isoDateSchema.parse(text)
}

/** The year of a calendar date. */
export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4))
}

/** Making a formatter reads the rules of its time zone; a screen that shows the hour asks often. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function wallFormatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  formatters.set(timeZone, made)
  return made
}

/** Wall-clock date and time that an instant has in an IANA time zone. */
export function wallClock(
  instant: Instant,
  timeZone: string,
): { readonly date: IsoDate; readonly time: ClockTime } {
  const parts = wallFormatter(timeZone).formatToParts(new Date(instant))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((p) => p.type === type)?.value ?? ''
  return {
    date: isoDateSchema.parse(`${part('year')}-${part('month')}-${part('day')}`),
    time: clockTimeSchema.parse(`${part('hour')}:${part('minute')}`),
  }
}
