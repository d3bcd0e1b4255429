import { type Point, type PointId, pointSchema, type SessionId } from '../../../shared/domain/sessions'
import { err, ok, type Result } from '../../../shared/lib/result'
import type { CommandDeps } from '../deps'
import { editAgenda } from './edit-agenda'
import type { Edited, EditFailure } from './failures'

/** What can be changed of a point; its number and place have their own commands. */
export type PointChanges = Partial<
  Pick<Point, 'title' | 'presenter' | 'kind' | 'closing' | 'approvesSessions' | 'links' | 'attachments'>
>

/** Changes a point of the agenda, also while the session is running. */
export function updatePoint(
  deps: CommandDeps,
  sessionId: SessionId,
  id: PointId,
  change: PointChanges | ((point: Point) => PointChanges),
): Promise<Result<Edited, EditFailure>> {
  return editAgenda(deps, sessionId, 'Cambiar un punto', ({ plan }) => {
    const point = plan.points.find((candidate) => candidate.id === id)
    if (!point) return err({ code: 'unknown-point' })
    const changes = typeof change === 'function' ? change(point) : change
    if (changes.title?.trim() === '') return err({ code: 'title-empty' })
    const after = pointSchema.parse({ ...point, ...changes })
    return ok(plan.points.map((other) => (other.id === id ? after : other)))
  })
}
