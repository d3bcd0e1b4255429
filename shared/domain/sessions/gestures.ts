import type { PlainFactBody } from './fact'
import type { PointId, VoteId } from './ids'
import { openVoteOf } from './queries'
import type { SessionState } from './state'

/**
 * One key for unanimity: everybody present votes in favour and the vote is closed. With a vote already
 * running, whoever has not voted does so in favour, and it is closed.
 */
export function unanimityGesture(
  state: SessionState,
  pointId: PointId,
  newVoteId: VoteId,
): readonly PlainFactBody[] {
  const running = openVoteOf(state)
  const voteId = running?.vote.id ?? newVoteId
  const opening: readonly PlainFactBody[] = running
    ? []
    : [{ kind: 'vote-opened', voteId, pointId, subject: null }]
  return [
    ...opening,
    { kind: 'ballots-rest', voteId, option: 'yes' },
    { kind: 'vote-closed', voteId, declared: null },
  ]
}

/** Everybody not yet called is present: the rest of the roll call in one key. */
export function restPresentGesture(state: SessionState, remote: boolean): readonly PlainFactBody[] {
  return state.plan.attendees
    .filter((attendee) => state.presence.get(attendee.id)?.status === 'not-called')
    .map((attendee) => ({ kind: 'presence', attendeeId: attendee.id, status: 'present', remote }))
}
