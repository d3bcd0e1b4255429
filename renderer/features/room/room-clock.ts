import { addDays, formatISO, parseISO } from 'date-fns'
import type { SessionState } from '../../../shared/domain/sessions'
import { type ClockTime, type IsoDate, instantSchema, isoDate, wallClock } from '../../../shared/lib/iso-date'

/** Time of the facts: the clock on the wall, or fixed by hand. */
export interface RoomClock {
  readonly time: ClockTime
  /** True when the session is of another day, so that the present hour would be false. */
  readonly byHand: boolean
}

function nextDay(date: IsoDate): IsoDate {
  return isoDate(formatISO(addDays(parseISO(date), 1), { representation: 'date' }))
}

/**
 * A session recorded on its own day takes the time of the clock, unless one was fixed by hand. One that
 * is recorded on another day stays at the hour of its last fact, or of its opening, until the secretary
 * moves it.
 */
export function roomClock(
  state: SessionState,
  fixed: ClockTime | null,
  now: string,
  timeZone: string,
): RoomClock {
  const { session } = state.plan
  const wall = wallClock(instantSchema.parse(now), timeZone)
  // A session that goes past midnight is still being recorded as it happens.
  const running = state.phase === 'in-session' || state.phase === 'recess'
  const sameNight = running && wall.date === nextDay(session.date)
  const byHand = wall.date !== session.date && !sameNight
  if (fixed !== null) return { time: fixed, byHand: true }
  return byHand ? { time: state.facts.at(-1)?.time ?? session.time, byHand } : { time: wall.time, byHand }
}
