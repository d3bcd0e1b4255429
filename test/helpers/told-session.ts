import type { EffectiveFact, SessionState } from '../../shared/domain/sessions'

/**
 * What a session says, apart from its identifiers: two that were recorded apart and say the same are equal.
 * People are named by their place in the list, points by their number, votes and facts by their order.
 */
export function toldSession(state: SessionState): unknown {
  const { plan } = state
  const people = new Map<string, string>(plan.attendees.map(({ id }, index) => [id, `person ${index}`]))
  const points = new Map<string, string>(plan.points.map(({ id, number }) => [id, `point ${number}`]))
  const votes = new Map<string, string>([...state.votes.keys()].map((id, index) => [id, `vote ${index}`]))
  const facts = new Map<string, string>(state.facts.map(({ id }, index) => [id, `fact ${index}`]))
  const names = new Map([...people, ...points, ...votes, ...facts])
  const named = (value: unknown): unknown => {
    if (typeof value === 'string') return names.get(value) ?? value
    if (Array.isArray(value)) return value.map(named)
    if (value instanceof Map) return [...value].map(([key, held]) => [named(key), named(held)])
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, named(held)]))
  }
  const { id: _id, bodyId: _body, ...session } = plan.session
  return {
    session: named(session),
    attendees: plan.attendees.map(({ id: _a, sessionId: _s, seatId: _t, personId: _p, ...rest }) => rest),
    points: plan.points.map(({ id: _p, sessionId: _s, approvesSessions, attachments: _a, ...rest }) => ({
      ...rest,
      approves: approvesSessions.length,
    })),
    majority: plan.rules.majority.value,
    quorum: plan.rules.quorum.value,
    castingVote: plan.rules.castingVote.value,
    phase: [state.phase, state.openedAt, state.closedAt],
    presence: named(state.presence),
    movements: named(state.movements),
    current: named(state.currentPointId),
    status: named(state.points),
    order: named(state.openingOrder),
    votes: named(state.votes),
    quorumVerified: named(state.quorumVerified),
    facts: state.facts.map((fact) => named(withoutRules(fact))),
  }
}

/** A fact without what the file does not tell: where it was stored, the basis of the rules, item ids. */
function withoutRules({ time, body }: EffectiveFact): unknown {
  if (body.kind === 'session-opened') return { time, kind: body.kind }
  if (body.kind !== 'item-reviewed') return { time, body }
  const { code, title } = body.item
  return { time, body: { ...body, item: { code, title } } }
}
