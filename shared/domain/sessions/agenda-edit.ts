import { err, ok, type Result } from '../../lib/result'
import { proposeClosing, proposeKind } from './agenda-rules'
import { effectiveFacts } from './effective-facts'
import type { Fact, FactBody } from './fact'
import type { PointId } from './ids'
import type { Point } from './point'

/** Why the agenda cannot be edited so. `facts` counts what is recorded under the point. */
export type AgendaRefusal =
  | { readonly code: 'unknown-point' }
  | { readonly code: 'point-has-facts'; readonly point: Point; readonly facts: number }
  | { readonly code: 'title-empty' }
  | { readonly code: 'agenda-settled' }

/**
 * Whether printed numbers follow the order of the list. Before the session opens they do; afterwards
 * the agenda was read aloud and printed, so a number, once given, stays with its point.
 */
export type Numbering = 'follow-order' | 'keep-printed'

/**
 * Why the list of points cannot change: the session ended, and its minuta says what became of every point of
 * the agenda, also of those that it never came to. Null while it has not ended, or once its closing is taken
 * back. What a point says can be put right all the same.
 */
export function refuseListChange(facts: readonly Fact[]): AgendaRefusal | null {
  const ended = effectiveFacts(facts).some((fact) => fact.body.kind === 'session-closed')
  return ended ? { code: 'agenda-settled' } : null
}

/** The agenda in its order, whatever order the rows come in. */
export function inAgendaOrder(points: readonly Point[]): readonly Point[] {
  return [...points].sort((a, b) => a.order - b.order || a.number - b.number)
}

/** Gives every point its place in the list, and its number when numbers follow the order. */
export function renumber(points: readonly Point[], numbering: Numbering): readonly Point[] {
  return points.map((point, order) => {
    const number = numbering === 'follow-order' ? order + 1 : point.number
    return point.order === order && point.number === number ? point : { ...point, order, number }
  })
}

/**
 * Where a new point goes when nobody says: at the end, but before general matters, which close the
 * agenda (000, point 9).
 */
export function endOfAgenda(points: readonly Point[]): number {
  const ordered = inAgendaOrder(points)
  const last = ordered[ordered.length - 1]
  return last?.kind === 'general-matters' ? ordered.length - 1 : ordered.length
}

/**
 * The agenda with new points put in at a place (0 = first; clamped to the list). While the session has
 * not begun all are renumbered; afterwards the new ones take the numbers after the largest printed.
 */
export function insertPoints(
  points: readonly Point[],
  at: number,
  added: readonly Point[],
  numbering: Numbering,
): readonly Point[] {
  const ordered = inAgendaOrder(points)
  const index = Math.max(0, Math.min(at, ordered.length))
  const largest = Math.max(0, ...ordered.map((point) => point.number))
  const numbered = added.map((point, i) => ({ ...point, number: largest + 1 + i }))
  return renumber([...ordered.slice(0, index), ...numbered, ...ordered.slice(index)], numbering)
}

/** The agenda with one point moved to another place of the list (clamped to it). */
export function movePoint(
  points: readonly Point[],
  id: PointId,
  to: number,
  numbering: Numbering,
): Result<readonly Point[], AgendaRefusal> {
  const ordered = inAgendaOrder(points)
  const moved = ordered.find((point) => point.id === id)
  if (!moved) return err({ code: 'unknown-point' })
  const rest = ordered.filter((point) => point.id !== id)
  const index = Math.max(0, Math.min(to, rest.length))
  return ok(renumber([...rest.slice(0, index), moved, ...rest.slice(index)], numbering))
}

/**
 * What a new title changes in a point: kind and closing follow it, unless they had been set by hand to
 * something else than the old title proposed.
 */
export function retitled(point: Point, title: string): Pick<Point, 'title' | 'kind' | 'closing'> {
  return {
    title,
    kind: point.kind === proposeKind(point.title) ? proposeKind(title) : point.kind,
    closing: point.closing === proposeClosing(point.title) ? proposeClosing(title) : point.closing,
  }
}

/** The agenda with one point moved up (-1) or down (1) by one place; at the ends it stays. */
export function stepPoint(
  points: readonly Point[],
  id: PointId,
  step: 1 | -1,
  numbering: Numbering,
): Result<readonly Point[], AgendaRefusal> {
  const at = inAgendaOrder(points).findIndex((point) => point.id === id)
  return movePoint(points, id, at + step, numbering)
}

function mentions(body: FactBody, id: PointId): boolean {
  if (body.kind === 'correction') return body.replacement !== null && mentions(body.replacement.body, id)
  return 'pointId' in body && body.pointId === id
}

/**
 * How many stored facts speak of a point, undone ones included: an undo can itself be undone, so a
 * point with any of them has to stay.
 */
export function factsOfPoint(facts: readonly Fact[], id: PointId): number {
  return facts.filter((fact) => mentions(fact.body, id)).length
}

/** The agenda without a point. Refused when something is already recorded under it. */
export function removePoint(
  points: readonly Point[],
  facts: readonly Fact[],
  id: PointId,
  numbering: Numbering,
): Result<readonly Point[], AgendaRefusal> {
  const ordered = inAgendaOrder(points)
  const point = ordered.find((candidate) => candidate.id === id)
  if (!point) return err({ code: 'unknown-point' })
  const recorded = factsOfPoint(facts, id)
  if (recorded > 0) return err({ code: 'point-has-facts', point, facts: recorded })
  return ok(
    renumber(
      ordered.filter((candidate) => candidate.id !== id),
      numbering,
    ),
  )
}
