import { err, ok, type Result } from '../../lib/result'
import { refuseUnlessInSession } from './apply-lifecycle'
import type { PlainFactBody } from './fact'
import type { AttendeeId, VoteId } from './ids'
import { findAttendee, missingVoters, openVoteOf, pointTitle, presidentOf, votesOf } from './queries'
import { isPresent, presentVoters, votingAttendees } from './quorum'
import type { Refusal } from './refusal'
import type {
  Ballot,
  ClosedVote,
  EffectiveFact,
  ElectorateEntry,
  OpenVote,
  SessionState,
  Vote,
  VoteTally,
} from './state'
import { computeResult, countOptions } from './vote-result'

type BodyOf<K extends PlainFactBody['kind']> = Extract<PlainFactBody, { kind: K }>

function withVote(state: SessionState, vote: Vote): SessionState {
  return { ...state, votes: new Map(state.votes).set(vote.id, vote) }
}

/** The running vote with that id, or why it cannot be voted in. */
function runningVote(state: SessionState, id: VoteId): Result<OpenVote, Refusal> {
  const refusal = refuseUnlessInSession(state)
  if (refusal) return err(refusal)
  const vote = state.votes.get(id)
  if (!vote) return err({ code: 'unknown-vote' })
  return vote.status === 'open' ? ok(vote) : err({ code: 'vote-closed' })
}

/** A vote opens on the point under discussion; a later vote on the same point is its next round. */
export function applyVoteOpened(
  state: SessionState,
  fact: EffectiveFact,
  body: BodyOf<'vote-opened'>,
): Result<SessionState, Refusal> {
  const refusal = refuseUnlessInSession(state)
  if (refusal) return err(refusal)
  if (!state.points.has(body.pointId)) return err({ code: 'unknown-point' })
  if (state.currentPointId !== body.pointId) {
    return err({ code: 'point-not-current', title: pointTitle(state.plan, body.pointId) })
  }
  const running = openVoteOf(state)
  if (running) return err({ code: 'vote-open', title: running.title })
  if (presentVoters(state).length === 0) return err({ code: 'nobody-can-vote' })
  return ok(
    withVote(state, {
      status: 'open',
      id: body.voteId,
      pointId: body.pointId,
      subject: body.subject,
      round: votesOf(state, body.pointId).length + 1,
      openedFactId: fact.id,
      ballots: new Map(),
      castingVote: null,
    }),
  )
}

/** One seat votes, or changes its vote while the vote is running. */
export function applyBallot(state: SessionState, body: BodyOf<'ballot'>): Result<SessionState, Refusal> {
  const vote = runningVote(state, body.voteId)
  if (!vote.ok) return vote
  const refusal = refuseVoter(state, body.attendeeId)
  if (refusal) return err(refusal)
  const ballots = new Map(vote.value.ballots).set(body.attendeeId, {
    option: body.option,
    reason: body.reason,
  })
  return ok(withVote(state, { ...vote.value, ballots, castingVote: null }))
}

/** Why a seat cannot vote now; null when it can. */
function refuseVoter(state: SessionState, id: AttendeeId): Refusal | null {
  const attendee = findAttendee(state.plan, id)
  if (!attendee) return { code: 'unknown-attendee' }
  if (!attendee.hasVote) return { code: 'no-voting-right', name: attendee.fullName }
  return isPresent(state.presence, id) ? null : { code: 'absent-cannot-vote', name: attendee.fullName }
}

/**
 * Everybody present who has not voted does so in the same way, but for the exceptions: with "yes" and
 * none, unanimity in one key.
 */
export function applyBallotsRest(
  state: SessionState,
  body: BodyOf<'ballots-rest'>,
): Result<SessionState, Refusal> {
  const vote = runningVote(state, body.voteId)
  if (!vote.ok) return vote
  const ballots = new Map<AttendeeId, Ballot>(vote.value.ballots)
  for (const attendee of missingVoters(state, vote.value)) {
    ballots.set(attendee.id, { option: body.option, reason: null })
  }
  for (const { attendeeId, option, reason } of body.exceptions ?? []) {
    const refusal = refuseVoter(state, attendeeId)
    if (refusal) return err(refusal)
    ballots.set(attendeeId, { option, reason })
  }
  return ok(withVote(state, { ...vote.value, ballots, castingVote: null }))
}

/** Every seat with a vote, once, as the vote stands: its ballot, or absent. */
export function electorateOf(state: SessionState, vote: OpenVote): readonly ElectorateEntry[] {
  return votingAttendees(state.plan).map((attendee) => {
    const ballot = vote.ballots.get(attendee.id)
    return ballot
      ? { attendeeId: attendee.id, option: ballot.option, reason: ballot.reason }
      : { attendeeId: attendee.id, option: 'absent' as const, reason: null }
  })
}

/** Whoever presides breaks a tie; the ballots already cast stay as they are. */
export function applyCastingVote(
  state: SessionState,
  body: BodyOf<'casting-vote'>,
): Result<SessionState, Refusal> {
  const vote = runningVote(state, body.voteId)
  if (!vote.ok) return vote
  if (!state.plan.rules.castingVote.value) return err({ code: 'casting-vote-off' })
  const president = presidentOf(state.plan)
  if (!president || !isPresent(state.presence, president.id)) return err({ code: 'nobody-presides' })
  const missing = missingVoters(state, vote.value)
  const counts = countOptions(electorateOf(state, vote.value).map((entry) => entry.option))
  const result = computeResult(counts, state.plan.rules.majority.value, null)
  if (missing.length > 0 || result.kind !== 'tied') return err({ code: 'not-tied' })
  return ok(withVote(state, { ...vote.value, castingVote: body.option }))
}

/**
 * The vote ends: the electorate is frozen as it stands, every seat with a vote counted once, and the
 * result follows from the rule. Declaring another result needs a reason and is kept as a declaration.
 */
export function applyVoteClosed(
  state: SessionState,
  fact: EffectiveFact,
  body: BodyOf<'vote-closed'>,
): Result<SessionState, Refusal> {
  const found = runningVote(state, body.voteId)
  if (!found.ok) return found
  const vote = found.value
  const tally = state.plan.tallies?.get(vote.id)
  if (tally) return ok(withClosedVote(state, vote, { ...tally, electorate: [], closedFactId: fact.id }))
  const missing = missingVoters(state, vote)
  if (missing.length > 0) return err({ code: 'votes-missing', names: missing.map((a) => a.fullName) })
  const electorate = electorateOf(state, vote)
  const counts = countOptions(electorate.map((entry) => entry.option))
  const computed = computeResult(counts, state.plan.rules.majority.value, vote.castingVote)
  const differs = body.declared !== null && body.declared.result !== computed.kind
  return ok(
    withClosedVote(state, vote, {
      electorate,
      counts,
      result: body.declared && differs ? { kind: body.declared.result, by: 'declaration' } : computed,
      castingVote: vote.castingVote,
      closedFactId: fact.id,
      declaredReason: body.declared && differs ? body.declared.reason : null,
    }),
  )
}

/** The state once a vote has ended; a vote on the point itself that is not tied decides the point. */
function withClosedVote(
  state: SessionState,
  { ballots: _ballots, ...vote }: OpenVote,
  end: VoteTally & Pick<ClosedVote, 'electorate' | 'closedFactId'>,
): SessionState {
  const next = withVote(state, { ...vote, ...end, status: 'closed' })
  if (vote.subject !== null || end.result.kind === 'tied') return next
  return { ...next, points: new Map(next.points).set(vote.pointId, { kind: 'voted', voteId: vote.id }) }
}
