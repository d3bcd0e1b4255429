import { type ClosedDay, makeCalendar } from '../../shared/domain/calendar'
import type { FollowUpContext, ItemStory, ReportPeriod } from '../../shared/domain/follow-up'
import { exampleFollowUp, exampleSession } from '../../shared/examples'
import { required } from '../../shared/lib/assert'
import { isoDate } from '../../shared/lib/iso-date'
import { NOTHING_STORED, planSessionFile } from '../../shared/session-file'
import { countingEffects } from './make-session'

/** The example's body, sessions and follow-up, as rows, with what its report of 15-nov-2017 needs. */
export function exampleStories(closedDays: readonly ClosedDay[] = []) {
  const effects = countingEffects()
  const planned = planSessionFile(exampleSession(), NOTHING_STORED, effects)
  if (!planned.ok) throw new Error('The example is refused')
  const { body, seats, sessions, session } = planned.value
  const { items, events } = exampleFollowUp({ bodyId: body.id, seats, sessions }, effects)
  const stories: readonly ItemStory[] = items.map((item) => ({
    item,
    events: events.filter((event) => event.itemId === item.id),
  }))
  const before = required(
    sessions.find(({ date }) => date === '2017-08-30'),
    'session of 30-ago-2017',
  )
  const period: ReportPeriod = {
    from: { date: before.date, sessionId: before.id },
    until: { date: session.date, sessionId: session.id },
  }
  const context: FollowUpContext = {
    calendar: makeCalendar(closedDays),
    today: isoDate('2017-11-15'),
    sessionDates: sessions.map(({ date }) => date),
  }
  return { body, session, before, stories, period, context }
}
