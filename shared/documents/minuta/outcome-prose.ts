import type { Point, PointOutcome } from '../../domain/sessions'
import { assertNever } from '../../lib/assert'
import { cleanLine, ordinalBefore, sentence } from '../spanish'
import { aboutPoint } from './titles'

/** What the wording of an outcome depends on besides the outcome. */
export interface OutcomeContext {
  readonly point: Point
  readonly reason: string | null
  /** Whether the point was under discussion; otherwise the sentence has to say which one it is. */
  readonly current: boolean
  /** Whether somebody spoke on it. */
  readonly discussed: boolean
}

function received(context: OutcomeContext): string {
  switch (context.point.kind) {
    case 'follow-up': {
      const lead = context.discussed ? 'sin más comentarios' : 'sin comentarios al respecto'
      return `${lead}, el seguimiento de acuerdos se dio por recibido`
    }
    case 'report':
      return 'el informe se dio por recibido'
    case 'agenda-approval':
    case 'prior-minutes':
    case 'agreement-draft':
    case 'general-matters':
    case 'other':
      return 'el punto se dio por recibido'
  }
}

function named(context: OutcomeContext): string {
  if (context.current) return 'el punto'
  return `el ${ordinalBefore(context.point.number)} punto, ${aboutPoint(context.point.title)},`
}

function ended(outcome: PointOutcome, context: OutcomeContext): string | null {
  switch (outcome) {
    case 'received':
      return received(context)
    case 'withdrawn':
      return `${named(context)} se retiró del orden del día`
    case 'deferred':
      return `${named(context)} quedó diferido`
    case 'unrecorded':
      return null
    default:
      return assertNever(outcome)
  }
}

/**
 * How a point ended without a vote (domain §1.5, R2), with the reason when one was given; null when it
 * was left on record that there is no result, which has no formula (001, points 4 and 5).
 */
export function outcomeProse(outcome: PointOutcome, context: OutcomeContext): string | null {
  const what = ended(outcome, context)
  if (what === null) return context.reason === null ? null : sentence(context.reason)
  const reason = context.reason === null ? '' : `, por la siguiente razón: ${cleanLine(context.reason)}`
  return sentence(what + reason)
}

/** The sentence for a point of the agenda that the session never came to. */
export function notReachedProse(point: Point): string {
  return sentence(
    `no se desahogó el ${ordinalBefore(point.number)} punto del orden del día, ${aboutPoint(point.title)}`,
  )
}
