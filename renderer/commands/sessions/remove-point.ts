import { type PointId, removePoint as removed, type SessionId } from '../../../shared/domain/sessions'
import type { Result } from '../../../shared/lib/result'
import type { CommandDeps } from '../deps'
import { editAgendaList } from './edit-agenda'
import type { Edited, EditFailure } from './failures'

/** Removes a point under which nothing was recorded. */
export function removePoint(
  deps: CommandDeps,
  sessionId: SessionId,
  id: PointId,
): Promise<Result<Edited, EditFailure>> {
  return editAgendaList(deps, sessionId, 'Quitar un punto', ({ plan, facts }, numbering) =>
    removed(plan.points, facts, id, numbering),
  )
}
