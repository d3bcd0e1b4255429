import { dayNumber, minutesOf } from './day'
import { type ClockTime, type Instant, type IsoDate, instantSchema, wallClock } from './iso-date'

const MS_PER_MINUTE = 60_000
const MS_PER_DAY = 86_400_000

function instantOfMs(ms: number): Instant {
  return instantSchema.parse(new Date(ms).toISOString())
}

/** Milliseconds from 1-ene-1970 to a date and time, were they in UTC. */
function asUtc(date: IsoDate, time: ClockTime): number {
  return dayNumber(date) * MS_PER_DAY + minutesOf(time) * MS_PER_MINUTE
}

/**
 * The instant at which a wall clock of an IANA time zone shows a date and time. A time that a change of
 * clocks skips is read with the offset in force before it.
 */
export function instantAt(date: IsoDate, time: ClockTime, timeZone: string): Instant {
  const wanted = asUtc(date, time)
  let guess = wanted
  // Twice, because the first guess may fall on the other side of a change of clocks.
  for (let round = 0; round < 2; round++) {
    const shown = wallClock(instantOfMs(guess), timeZone)
    guess += wanted - asUtc(shown.date, shown.time)
  }
  return instantOfMs(guess)
}

/** A date and time of a wall clock in ISO 8601 with its offset from UTC: 2017-11-15T11:16:00-06:00. */
export function offsetDateTime(date: IsoDate, time: ClockTime, timeZone: string): string {
  const instant = Date.parse(instantAt(date, time, timeZone))
  const minutes = Math.round((asUtc(date, time) - instant) / MS_PER_MINUTE)
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  const pad = (n: number) => String(n).padStart(2, '0')
  return `${date}T${time}:00${minutes < 0 ? '-' : '+'}${pad(hours)}:${pad(rest)}`
}
