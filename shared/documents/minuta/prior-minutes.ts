import { type Point, type Session, type SessionId, sessionName } from '../../domain/sessions'
import { yearOf } from '../../lib/iso-date'
import { joinSpanish } from '../../lib/spanish'
import { dayAndMonth, longDate } from '../spanish'
import { pointSubject } from './titles'

/** The sessions whose minutas a point puts to approval, by id. */
export type SessionsById = ReadonlyMap<SessionId, Session>

/**
 * What is put to approval, as an object with its article: "las minutas de la primera sesión ordinaria
 * del 21 de junio y la segunda sesión extraordinaria del 30 de agosto de 2017" (000, point 2; domain
 * R4). The year is said once when it is the same. When a session is not on record, the title of the
 * point says it.
 */
export function minutesToApprove(point: Point, sessions: SessionsById): string {
  const known = point.approvesSessions.flatMap((id) => sessions.get(id) ?? [])
  const last = known[known.length - 1]
  if (last === undefined || known.length < point.approvesSessions.length) {
    return pointSubject(point.title) ?? 'la minuta de la sesión anterior'
  }
  const sameYear = known.every((session) => yearOf(session.date) === yearOf(last.date))
  const named = known.map((session) => {
    const date = sameYear && session !== last ? dayAndMonth(session.date) : longDate(session.date)
    return `la ${sessionName(session)} del ${date}`
  })
  return `${known.length === 1 ? 'la minuta' : 'las minutas'} de ${joinSpanish(named)}`
}
