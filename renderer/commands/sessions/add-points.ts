import {
  endOfAgenda,
  insertPoints,
  makePoints,
  type PastedPoint,
  type SessionId,
} from '../../../shared/domain/sessions'
import { ok, type Result } from '../../../shared/lib/result'
import type { CommandDeps } from '../deps'
import { editAgendaList } from './edit-agenda'
import type { Edited, EditFailure } from './failures'

export interface PointsToAdd {
  readonly sessionId: SessionId
  readonly points: readonly (PastedPoint & { readonly approvesSessions?: readonly SessionId[] })[]
  /** Place in the list, 0 = first; null for the end, before general matters. */
  readonly at: number | null
}

/** Adds points to the agenda, one or a whole pasted list. */
export function addPoints(
  deps: CommandDeps,
  { sessionId, points, at }: PointsToAdd,
): Promise<Result<Edited, EditFailure>> {
  const label = points.length === 1 ? 'Agregar un punto' : `Agregar ${points.length} puntos`
  return editAgendaList(deps, sessionId, label, ({ plan }, numbering) => {
    const added = makePoints(plan.session, points, deps.effects)
    return ok(insertPoints(plan.points, at ?? endOfAgenda(plan.points), added, numbering))
  })
}
