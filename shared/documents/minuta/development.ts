import {
  findPoint,
  type PlainFactBody,
  type Point,
  type PointId,
  type SessionState,
} from '../../domain/sessions'
import { required } from '../../lib/assert'
import { passageOf, type TellContext } from './fact-passages'
import { notReachedProse } from './outcome-prose'
import type { Passage } from './passage'
import type { SessionsById } from './prior-minutes'
import type { Step } from './replay'

/**
 * A stretch of the development under one heading. `point` null before any point was opened;
 * `resumed` when the point had been under discussion before.
 */
export interface Section {
  readonly point: Point | null
  readonly resumed: boolean
  readonly passages: readonly Passage[]
}

interface OpenSection {
  point: Point | null
  resumed: boolean
  passages: Passage[]
}

function startsSection(body: PlainFactBody): body is Extract<PlainFactBody, { kind: 'point-opened' }> {
  return body.kind === 'point-opened'
}

/** A section for a point newly opened; what came before the first point goes under that one (000). */
function openSection(sections: OpenSection[], point: Point): void {
  const last = sections[sections.length - 1]
  const resumed = sections.some((section) => section.point?.id === point.id)
  if (last && last.point === null) last.point = point
  else if (last?.point?.id !== point.id) sections.push({ point, resumed, passages: [] })
}

function notReached(state: SessionState, closing: Step): readonly Passage[] {
  return state.plan.points
    .filter((point) => state.points.get(point.id)?.kind === 'pending')
    .map((point) => ({
      anchor: `point:${point.id}:not-reached`,
      pointId: point.id,
      sources: [closing.fact.id],
      speaker: null,
      write: () => notReachedProse(point),
    }))
}

/**
 * The development of the session: every fact told where it happened, under the points in the order in
 * which they were dealt with. Every anchor is made of ids.
 */
export function developmentOf(
  state: SessionState,
  steps: readonly Step[],
  previousSessions: SessionsById,
): readonly Section[] {
  const sections: OpenSection[] = []
  const seen = new Set<PointId>()
  steps.forEach((step, index) => {
    const body = step.fact.body
    if (startsSection(body)) openSection(sections, required(findPoint(state.plan, body.pointId), 'point'))
    const context: TellContext = { steps, index, previousSessions, seen }
    const passage = passageOf(step, context)
    if (startsSection(body)) seen.add(body.pointId)
    if (sections.length === 0 && passage) sections.push({ point: null, resumed: false, passages: [] })
    const section = sections[sections.length - 1]
    if (!section) return
    if (body.kind === 'session-closed') section.passages.push(...notReached(state, step))
    if (passage) section.passages.push(passage)
  })
  return sections
}

/** Heading of a section as the real minutas print it: "Punto 5:". Null before any point. */
export function sectionHeading(section: Section): string | null {
  if (section.point === null) return null
  return `Punto ${section.point.number}${section.resumed ? ' (continuación)' : ''}:`
}
