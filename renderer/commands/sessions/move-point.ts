import { movePoint as moved, type PointId, type SessionId, stepPoint } from '../../../shared/domain/sessions'
import type { Result } from '../../../shared/lib/result'
import type { CommandDeps } from '../deps'
import { editAgendaList } from './edit-agenda'
import type { Edited, EditFailure } from './failures'

/** Moves a point to another place of the agenda, 0 = first. */
export function movePoint(
  deps: CommandDeps,
  sessionId: SessionId,
  id: PointId,
  to: number,
): Promise<Result<Edited, EditFailure>> {
  return editAgendaList(deps, sessionId, 'Mover un punto', ({ plan }, numbering) =>
    moved(plan.points, id, to, numbering),
  )
}

/** Moves a point one place up or down from where it is stored, however quickly the keys come. */
export function shiftPoint(
  deps: CommandDeps,
  sessionId: SessionId,
  id: PointId,
  step: 1 | -1,
): Promise<Result<Edited, EditFailure>> {
  return editAgendaList(deps, sessionId, 'Mover un punto', ({ plan }, numbering) =>
    stepPoint(plan.points, id, step, numbering),
  )
}
