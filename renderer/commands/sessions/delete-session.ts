import { type Session, type SessionId, sessionTitle } from '../../../shared/domain/sessions'
import { err, type Result } from '../../../shared/lib/result'
import { getRecord, listOverlays, listPoints, listSessions } from '../../data/repositories'
import { remove } from '../changes'
import type { CommandDeps } from '../deps'
import type { Edited, EditFailure } from './failures'
import { saveChanges } from './save-rows'

/** The session with a point that puts the minuta of this one to approval, if there is any. */
async function sessionNaming(deps: CommandDeps, session: Session): Promise<Session | null> {
  for (const other of await listSessions(deps.store, session.bodyId)) {
    const points = await listPoints(deps.store, other.id)
    if (points.some((point) => point.approvesSessions.includes(session.id))) return other
  }
  return null
}

/** Takes away a session in which nothing was recorded, with its agenda and attendance list. */
export async function deleteSession(
  deps: CommandDeps,
  sessionId: SessionId,
): Promise<Result<Edited, EditFailure>> {
  const [record, overlays] = await Promise.all([
    getRecord(deps.store, sessionId),
    listOverlays(deps.store, sessionId),
  ])
  if (!record) return err({ kind: 'session-gone' })
  const { plan, facts } = record
  if (facts.length > 0) return err({ kind: 'session-has-facts' })
  const naming = await sessionNaming(deps, plan.session)
  if (naming) return err({ kind: 'session-is-named', by: naming })
  return saveChanges(deps, `Eliminar ${sessionTitle(plan.session).toLocaleLowerCase('es-MX')}`, [
    ...overlays.map((overlay) => remove('overlays', overlay)),
    ...plan.points.map((point) => remove('points', point)),
    ...plan.attendees.map((attendee) => remove('attendees', attendee)),
    remove('sessions', plan.session),
  ])
}
