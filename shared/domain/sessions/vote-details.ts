import type { ClockTime } from '../../lib/iso-date'
import { electorateOf } from './apply-votes'
import type { PlainFactBody } from './fact'
import { applyFact, initialState } from './fold'
import type { AttendeeId, FactId, VoteId } from './ids'
import { openVoteOf, votesOf } from './queries'
import type { EffectiveFact, SessionState, Vote } from './state'
import { computeResult, countOptions, type VoteResult } from './vote-result'

/** An earlier fact and what it should say from now on, at its own time: what a correction is made of. */
export interface FactChange {
  readonly targetId: FactId
  readonly replacement: { readonly body: PlainFactBody; readonly time: ClockTime }
}

/** What was declared in place of the computed result, with its reason. */
export type Declared = NonNullable<Extract<PlainFactBody, { kind: 'vote-closed' }>['declared']>

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

/**
 * The fact from which a seat has the ballot it has in a vote: its own, or the "everybody else" that reached
 * it. Null when it has none (absent, not voted yet, or ballots withheld).
 */
function ballotFact(state: SessionState, voteId: VoteId, attendeeId: AttendeeId): EffectiveFact | null {
  let deciding: EffectiveFact | null = null
  let before = initialState(state.plan)
  const ballotIn = (at: SessionState) => {
    const vote = at.votes.get(voteId)
    return vote?.status === 'open' ? vote.ballots.get(attendeeId) : undefined
  }
  for (const fact of state.facts) {
    const next = applyFact(before, fact)
    if (!next.ok) continue
    const now = ballotIn(next.value)
    if (now !== undefined && now !== ballotIn(before)) deciding = fact
    before = next.value
  }
  return deciding
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
  const fact = ballotFact(state, voteId, attendeeId)
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
