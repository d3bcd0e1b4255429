import { addDays } from '../../lib/day'
import type { ClockTime, IsoDate } from '../../lib/iso-date'
import type { ViewSession } from '../view/packet-view'

/** How much earlier than the opening a time must be to be of the next day: sessions may pass midnight. */
const MIDNIGHT_GAP_HOURS = 12

/**
 * The day of a time told in a session: that of the session, or the next one when the clock shows far less
 * than at the opening.
 */
export function dayOf(session: Pick<ViewSession, 'date' | 'time' | 'openedAt'>, time: ClockTime): IsoDate {
  const opening = session.openedAt ?? session.time
  const gap = Number(opening.slice(0, 2)) - Number(time.slice(0, 2))
  return time < opening && gap >= MIDNIGHT_GAP_HOURS ? addDays(session.date, 1) : session.date
}
