import type { ClockTime } from '../../lib/iso-date'
import { electorateOf } from './apply-votes'
import type { PlainFactBody } from './fact'
import { applyFact, initialState } from './fold'
import type { AttendeeId, FactId, VoteId } from './ids'
import { openVoteOf, votesOf } from './queries'
import type { Ballot, EffectiveFact, OpenVote, SessionState, Vote } from './state'
import { computeResult, countOptions, type VoteResult } from './vote-result'

/** An earlier fact and what it should say from now on, at its own time: what a correction is made of. */
export interface FactChange {
  readonly targetId: FactId
  readonly replacement: { readonly body: PlainFactBody; readonly time: ClockTime }
}

/** What was declared in place of the computed result, with its reason. */
export type Declared = NonNullable<Extract<PlainFactBody, { kind: 'vote-closed' }>['declared']>

const NO_BALLOTS: OpenVote['ballots'] = new Map()

function changed(fact: EffectiveFact, body: PlainFactBody): FactChange {
  return { targetId: fact.id, replacement: { body, time: fact.time } }
}

/** The vote that is being spoken of: the running one, or the last of the point under discussion; null if none. */
export function voteAtHand(state: SessionState): Vote | null {
  const running = openVoteOf(state)?.vote
  if (running) return running
  return state.currentPointId === null ? null : (votesOf(state, state.currentPointId).at(-1) ?? null)
}

/** What the rule gives to a vote as it stands, whatever was declared. */
export function computedResult(state: SessionState, vote: Vote): VoteResult {
  const counts =
    vote.status === 'closed'
      ? vote.counts
      : countOptions(electorateOf(state, vote).map((entry) => entry.option))
  return computeResult(counts, state.plan.rules.majority.value, vote.castingVote)
}

/** The ballot of a seat in a vote, and the fact from which it has it. */
interface Decided {
  readonly fact: EffectiveFact
  readonly ballot: Ballot
}

/**
 * By seat, the fact from which it has its ballot in a vote: its own, or the "everybody else" that reached it.
 * A seat that has none is not there (absent, not voted yet, or ballots withheld).
 */
function decidingFacts(state: SessionState, voteId: VoteId): ReadonlyMap<AttendeeId, Decided> {
  const deciding = new Map<AttendeeId, Decided>()
  let before = initialState(state.plan)
  const ballotsIn = (at: SessionState): OpenVote['ballots'] => {
    const vote = at.votes.get(voteId)
    return vote?.status === 'open' ? vote.ballots : NO_BALLOTS
  }
  for (const fact of state.facts) {
    const next = applyFact(before, fact)
    if (!next.ok) continue
    const was = ballotsIn(before)
    for (const [id, ballot] of ballotsIn(next.value)) {
      if (was.get(id) !== ballot) deciding.set(id, { fact, ballot })
    }
    before = next.value
  }
  return deciding
}

/** The seats whose ballot comes from a fact, each with it; empty when none does. */
export function ballotsFrom(
  state: SessionState,
  { id, body }: EffectiveFact,
): ReadonlyMap<AttendeeId, Ballot> {
  if (!('voteId' in body)) return NO_BALLOTS
  const decided = [...decidingFacts(state, body.voteId)].filter(([, { fact }]) => fact.id === id)
  return new Map(decided.map(([seat, { ballot }]) => [seat, ballot]))
}

/**
 * What to correct so that a seat's ballot carries this reason, or none with null: the ballot stays as it was
 * cast. Null when the seat has no ballot in that vote.
 */
export function withReason(
  state: SessionState,
  voteId: VoteId,
  attendeeId: AttendeeId,
  reason: string | null,
): FactChange | null {
  const fact = decidingFacts(state, voteId).get(attendeeId)?.fact
  if (fact?.body.kind === 'ballot') return changed(fact, { ...fact.body, reason })
  if (fact?.body.kind !== 'ballots-rest') return null
  const { exceptions = [], option } = fact.body
  const own = exceptions.find((exception) => exception.attendeeId === attendeeId)
  const others = exceptions.filter((exception) => exception.attendeeId !== attendeeId)
  const cast = own?.option ?? option
  // Without a reason, a seat that did as everybody else is no exception.
  const kept = reason === null && cast === option ? others : [...others, { attendeeId, option: cast, reason }]
  const { exceptions: _exceptions, ...body } = fact.body
  return changed(fact, kept.length === 0 ? body : { ...body, exceptions: kept })
}

/** What to correct so that a vote is on this subject, or on the point itself with null; null for no such vote. */
export function withSubject(state: SessionState, voteId: VoteId, subject: string | null): FactChange | null {
  const fact = state.facts.find((each) => each.id === state.votes.get(voteId)?.openedFactId)
  return fact?.body.kind === 'vote-opened' ? changed(fact, { ...fact.body, subject }) : null
}

/** What to correct so that a closed vote has this declaration, or its computed result with null. */
export function withDeclared(
  state: SessionState,
  voteId: VoteId,
  declared: Declared | null,
): FactChange | null {
  const vote = state.votes.get(voteId)
  const fact = vote?.status === 'closed' ? state.facts.find((each) => each.id === vote.closedFactId) : null
  return fact?.body.kind === 'vote-closed' ? changed(fact, { ...fact.body, declared }) : null
}
