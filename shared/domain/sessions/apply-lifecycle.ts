import { assertNever } from '../../lib/assert'
import { err, ok, type Result } from '../../lib/result'
import { openVoteOf } from './queries'
import { quorumOf } from './quorum'
import type { Refusal } from './refusal'
import type { EffectiveFact, SessionState } from './state'

type LifecycleKind = 'session-opened' | 'recess-started' | 'recess-ended' | 'session-closed'

/** Refuses whatever can only happen while the session is running; null when it is. */
export function refuseUnlessInSession(state: SessionState): Refusal | null {
  switch (state.phase) {
    case 'before':
      return { code: 'session-not-open' }
    case 'recess':
      return { code: 'session-in-recess' }
    case 'closed':
      return { code: 'session-closed' }
    case 'in-session':
      return null
  }
}

/** The opening: somebody is there and there is an agenda. Lack of quorum warns, it does not refuse. */
function open(state: SessionState, fact: EffectiveFact): Result<SessionState, Refusal> {
  if (state.phase === 'closed') return err({ code: 'session-closed' })
  if (state.phase !== 'before') return err({ code: 'session-already-open' })
  if (state.plan.points.length === 0) return err({ code: 'agenda-empty' })
  const anybody = [...state.presence.values()].some((presence) => presence.status === 'present')
  if (!anybody) return err({ code: 'nobody-present' })
  const rules = fact.body.kind === 'session-opened' ? fact.body.rules : undefined
  const plan = rules ? { ...state.plan, rules } : state.plan
  return ok({ ...state, plan, phase: 'in-session', openedAt: fact.time })
}

/** Opens, suspends, resumes and ends the session. */
export function applyLifecycle(
  state: SessionState,
  fact: EffectiveFact,
  kind: LifecycleKind,
): Result<SessionState, Refusal> {
  if (kind === 'session-opened') return open(state, fact)
  if (kind === 'recess-ended') {
    if (state.phase !== 'recess') return err({ code: 'session-not-in-recess' })
    return ok({ ...state, phase: 'in-session' })
  }
  const refusal = refuseUnlessInSession(state)
  if (refusal) return err(refusal)
  const running = openVoteOf(state)
  if (running) return err({ code: 'vote-open', title: running.title })
  switch (kind) {
    case 'recess-started':
      return ok({ ...state, phase: 'recess' })
    case 'session-closed':
      return ok({ ...leaveCurrentPoint(state), phase: 'closed', closedAt: fact.time, currentPointId: null })
    default:
      return assertNever(kind)
  }
}

/** The point under discussion, if it has no result, is marked as left without one. */
export function leaveCurrentPoint(state: SessionState): SessionState {
  const id = state.currentPointId
  if (id === null || state.points.get(id)?.kind !== 'open') return state
  return { ...state, points: new Map(state.points).set(id, { kind: 'left' }) }
}

/** The Secretaría Técnica verifies quorum (domain Q1); the numbers are those of that moment. */
export function applyQuorumVerified(state: SessionState, fact: EffectiveFact): Result<SessionState, Refusal> {
  const refusal = refuseUnlessInSession(state)
  if (refusal) return err(refusal)
  const { present, required } = quorumOf(state)
  return ok({ ...state, quorumVerified: { factId: fact.id, present, required } })
}
