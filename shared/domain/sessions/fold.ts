import { assertNever } from '../../lib/assert'
import { ok, type Result } from '../../lib/result'
import { applyLifecycle, applyQuorumVerified } from './apply-lifecycle'
import { applyItemReviewed, applyPointOpened, applyPointOutcome, applyRecord } from './apply-points'
import { applyPresence } from './apply-presence'
import {
  applyBallot,
  applyBallotsRest,
  applyCastingVote,
  applyVoteClosed,
  applyVoteOpened,
} from './apply-votes'
import { effectiveFacts } from './effective-facts'
import type { Fact, PlainFactBody } from './fact'
import type { Refusal } from './refusal'
import type { EffectiveFact, SessionPlan, SessionState } from './state'

/** A session as prepared, with nothing recorded yet. */
export function initialState(plan: SessionPlan): SessionState {
  return {
    plan,
    phase: 'before',
    openedAt: null,
    closedAt: null,
    quorumVerified: null,
    presence: new Map(
      plan.attendees.map((a) => [a.id, { status: 'not-called', since: null, remote: false }]),
    ),
    movements: [],
    currentPointId: null,
    points: new Map(plan.points.map((point) => [point.id, { kind: 'pending' }])),
    openingOrder: [],
    votes: new Map(),
    facts: [],
    anomalies: [],
  }
}

function dispatch(state: SessionState, fact: EffectiveFact): Result<SessionState, Refusal> {
  const body: PlainFactBody = fact.body
  switch (body.kind) {
    case 'session-opened':
    case 'recess-started':
    case 'recess-ended':
    case 'session-closed':
      return applyLifecycle(state, fact, body.kind)
    case 'quorum-verified':
      return applyQuorumVerified(state, fact)
    case 'presence':
      return applyPresence(state, fact, body)
    case 'point-opened':
      return applyPointOpened(state, body)
    case 'point-outcome':
      return applyPointOutcome(state, fact, body)
    case 'speech':
    case 'agreement':
    case 'commitment':
      return applyRecord(state, body)
    case 'item-reviewed':
      return applyItemReviewed(state, body)
    case 'vote-opened':
      return applyVoteOpened(state, fact, body)
    case 'ballot':
      return applyBallot(state, body)
    case 'ballots-rest':
      return applyBallotsRest(state, body)
    case 'casting-vote':
      return applyCastingVote(state, body)
    case 'vote-closed':
      return applyVoteClosed(state, fact, body)
    default:
      return assertNever(body)
  }
}

/**
 * The next state, or why the fact cannot be. This one function both decides what may be recorded and
 * replays what was, so the two can never disagree.
 */
export function applyFact(state: SessionState, fact: EffectiveFact): Result<SessionState, Refusal> {
  const next = dispatch(state, fact)
  return next.ok ? ok({ ...next.value, facts: [...state.facts, fact] }) : next
}

/** Replays facts that already count. A fact that cannot be applied changes nothing and is listed. */
export function foldEffective(plan: SessionPlan, facts: readonly EffectiveFact[]): SessionState {
  const applied: EffectiveFact[] = []
  // The state sees the facts applied so far: a commitment may point at an earlier one, a number be taken.
  let state: SessionState = { ...initialState(plan), facts: applied }
  for (const fact of facts) {
    const next = dispatch(state, fact)
    if (next.ok) {
      state = next.value
      applied.push(fact)
    } else {
      state = { ...state, anomalies: [...state.anomalies, { fact, refusal: next.error }] }
    }
  }
  return state
}

/** Everything derived from the facts of a session, corrections resolved. Pure and total. */
export function foldSession(plan: SessionPlan, facts: readonly Fact[]): SessionState {
  return foldEffective(plan, effectiveFacts(facts))
}
