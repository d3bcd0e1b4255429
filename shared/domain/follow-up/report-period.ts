import type { IsoDate } from '../../lib/iso-date'
import type { Session } from '../sessions'
import type { Item } from './item'
import type { PeriodEnd, ReportPeriod } from './report'

/** A session as one end of a period. */
export function endOfPeriod(session: Pick<Session, 'id' | 'date'>): PeriodEnd {
  return { date: session.date, sessionId: session.id }
}

/**
 * The usual period of a report: from the session before until the one that receives it (a day when none
 * does). When there was no session before, from the day of the oldest item.
 */
export function usualPeriod(
  receiver: Pick<Session, 'id' | 'date'> | null,
  until: IsoDate,
  sessions: readonly Pick<Session, 'id' | 'date'>[],
  items: readonly Pick<Item, 'openedOn'>[],
): ReportPeriod {
  const end = receiver ? endOfPeriod(receiver) : { date: until, sessionId: null }
  const before = sessions
    .filter(({ id, date }) => id !== receiver?.id && date < until)
    .reduce<Pick<Session, 'id' | 'date'> | null>(
      (last, one) => (last && last.date >= one.date ? last : one),
      null,
    )
  if (before) return { from: endOfPeriod(before), until: end }
  const oldest = items.reduce((day, { openedOn }) => (openedOn < day ? openedOn : day), until)
  return { from: { date: oldest, sessionId: null }, until: end }
}
