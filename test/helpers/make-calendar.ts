import {
  type ClosedDay,
  closedDaySchema,
  makeCalendar,
  type WorkCalendar,
} from '../../shared/domain/calendar'
import { testId } from './make-session'

/** Range n of closed days of body 1; a single day without `until`. */
export function makeClosedDay(n: number, changes: Partial<Record<keyof ClosedDay, unknown>>): ClosedDay {
  return closedDaySchema.parse({
    id: testId(7000 + n),
    bodyId: testId(1),
    kind: 'closed',
    until: changes.from,
    reason: 'Inhábil',
    ...changes,
  })
}

/** A calendar of ranges written "2021-04-01..2021-04-02 Semana Santa" or "2021-05-05 Batalla de Puebla". */
export function calendarOf(...ranges: readonly string[]): WorkCalendar {
  return makeCalendar(
    ranges.map((range, index) => {
      const [span = '', ...reason] = range.split(' ')
      const [from, until = from] = span.split('..')
      return makeClosedDay(index + 1, { from, until, reason: reason.join(' ') || 'Inhábil' })
    }),
  )
}
