import { err, ok, type Result } from '../../lib/result'
import { leaveCurrentPoint, refuseUnlessInSession } from './apply-lifecycle'
import type { PlainFactBody } from './fact'
import { findAttendee, findPoint, openVoteOf, pointTitle } from './queries'
import type { Refusal } from './refusal'
import type { EffectiveFact, SessionState } from './state'

type BodyOf<K extends PlainFactBody['kind']> = Extract<PlainFactBody, { kind: K }>

/**
 * A point comes under discussion. The one before, if it has no result yet, is left without one
 * (warned about elsewhere). A point can be taken up again, and keeps the result it had.
 */
export function applyPointOpened(
  state: SessionState,
  body: BodyOf<'point-opened'>,
): Result<SessionState, Refusal> {
  const refusal = refuseUnlessInSession(state)
  if (refusal) return err(refusal)
  if (!findPoint(state.plan, body.pointId)) return err({ code: 'unknown-point' })
  const running = openVoteOf(state)
  if (running) return err({ code: 'vote-open', title: running.title })
  const left = leaveCurrentPoint(state)
  const kind = left.points.get(body.pointId)?.kind
  const keepsResult = kind === 'voted' || kind === 'ended'
  return ok({
    ...left,
    currentPointId: body.pointId,
    points: keepsResult ? left.points : new Map(left.points).set(body.pointId, { kind: 'open' }),
    openingOrder: left.openingOrder.includes(body.pointId)
      ? left.openingOrder
      : [...left.openingOrder, body.pointId],
  })
}

/** A point ends without a vote: received, withdrawn, deferred, or with no result on record. */
export function applyPointOutcome(
  state: SessionState,
  fact: EffectiveFact,
  body: BodyOf<'point-outcome'>,
): Result<SessionState, Refusal> {
  const refusal = refuseUnlessInSession(state)
  if (refusal) return err(refusal)
  const status = state.points.get(body.pointId)
  if (!status) return err({ code: 'unknown-point' })
  const running = openVoteOf(state)
  if (running) return err({ code: 'vote-open', title: running.title })
  const title = pointTitle(state.plan, body.pointId)
  if (status.kind === 'voted') return err({ code: 'point-already-voted', title })
  const byItself = body.outcome === 'withdrawn' || body.outcome === 'deferred'
  if (status.kind === 'ended' && status.outcome === body.outcome && status.reason === body.reason) {
    return err({ code: 'outcome-unchanged', title })
  }
  if (state.currentPointId !== body.pointId && !byItself) return err({ code: 'point-not-current', title })
  const points = new Map(state.points).set(body.pointId, {
    kind: 'ended',
    outcome: body.outcome,
    reason: body.reason,
    factId: fact.id,
  })
  return ok({ ...state, points })
}

function refuseRecord(
  state: SessionState,
  body: BodyOf<'speech' | 'agreement' | 'commitment'>,
): Refusal | null {
  if (!findPoint(state.plan, body.pointId)) return { code: 'unknown-point' }
  if (!state.openingOrder.includes(body.pointId)) {
    return { code: 'point-not-opened', title: pointTitle(state.plan, body.pointId) }
  }
  if (body.text.trim() === '') return { code: 'text-empty' }
  if (body.kind === 'speech' && body.speaker?.kind === 'attendee') {
    return findAttendee(state.plan, body.speaker.attendeeId) ? null : { code: 'unknown-attendee' }
  }
  if (body.kind === 'agreement' && body.number !== null) {
    const taken = state.facts.some((f) => f.body.kind === 'agreement' && f.body.number === body.number)
    return taken ? { code: 'number-taken', number: body.number } : null
  }
  if (body.kind === 'commitment' && body.sourceFactId !== null) {
    return state.facts.some((f) => f.id === body.sourceFactId) ? null : { code: 'unknown-fact' }
  }
  return null
}

/** Something is put on record under a point: a speech, an agreement, a commitment. */
export function applyRecord(
  state: SessionState,
  body: BodyOf<'speech' | 'agreement' | 'commitment'>,
): Result<SessionState, Refusal> {
  const refusal = refuseUnlessInSession(state) ?? refuseRecord(state, body)
  return refusal ? err(refusal) : ok(state)
}

/** An item of the follow-up is reviewed under the point in discussion; a later review of it counts instead. */
export function applyItemReviewed(
  state: SessionState,
  body: BodyOf<'item-reviewed'>,
): Result<SessionState, Refusal> {
  const refusal = refuseUnlessInSession(state)
  if (refusal) return err(refusal)
  if (!findPoint(state.plan, body.pointId)) return err({ code: 'unknown-point' })
  if (state.currentPointId === body.pointId) return ok(state)
  return err({ code: 'point-not-current', title: pointTitle(state.plan, body.pointId) })
}
