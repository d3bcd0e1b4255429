import {
  findAttendee,
  isPresent,
  openVoteOf,
  type Point,
  pointsWithoutResult,
  quorumOf,
  type SessionState,
  unreviewedItems,
  votesOf,
} from '../../domain/sessions'
import { foldText } from '../../lib/spanish'
import type { Step } from './replay'

/** Something to look at before the minuta is signed; none of them blocks it. */
export type MinutaWarning =
  | { readonly code: 'session-not-closed' }
  | { readonly code: 'vote-running'; readonly title: string }
  | { readonly code: 'quorum-not-verified' }
  | { readonly code: 'no-quorum'; readonly present: number; readonly required: number }
  | { readonly code: 'votes-without-quorum'; readonly points: readonly Point[] }
  | { readonly code: 'points-without-result'; readonly points: readonly Point[] }
  | { readonly code: 'points-not-reached'; readonly points: readonly Point[] }
  | { readonly code: 'results-declared'; readonly points: readonly Point[] }
  | { readonly code: 'items-not-reviewed'; readonly count: number }
  | { readonly code: 'speakers-outside-list'; readonly names: readonly string[] }
  | { readonly code: 'speakers-not-present'; readonly names: readonly string[] }
  | { readonly code: 'nobody-signs' }
  | { readonly code: 'facts-not-applied'; readonly count: number }

/** People who speak and are not in the attendance list, and attendees who speak while not in the room. */
function speakers(steps: readonly Step[]): {
  readonly outside: readonly string[]
  readonly absent: readonly string[]
} {
  const outside = new Map<string, string>()
  const absent = new Map<string, string>()
  for (const { fact, before } of steps) {
    if (fact.body.kind !== 'speech' || fact.body.speaker === null) continue
    const { speaker } = fact.body
    if (speaker.kind === 'outsider') outside.set(foldText(speaker.fullName), speaker.fullName)
    else if (!isPresent(before.presence, speaker.attendeeId)) {
      const name = findAttendee(before.plan, speaker.attendeeId)?.fullName ?? ''
      absent.set(speaker.attendeeId, name)
    }
  }
  return { outside: [...outside.values()], absent: [...absent.values()] }
}

/** Points with a vote that was closed while fewer seats were in the room than the quorum needs. */
function pointsVotedWithoutQuorum(steps: readonly Step[]): readonly Point[] {
  const ids = steps.flatMap(({ fact, before }) => {
    const vote = fact.body.kind === 'vote-closed' ? before.votes.get(fact.body.voteId) : undefined
    return vote && !quorumOf(before).met ? [vote.pointId] : []
  })
  return (steps[0]?.before.plan.points ?? []).filter((point) => ids.includes(point.id))
}

/** Points with a vote whose declared result is not the one that the votes give. */
function pointsWithDeclaredResult(state: SessionState): readonly Point[] {
  return state.plan.points.filter((point) =>
    votesOf(state, point.id).some((vote) => vote.status === 'closed' && vote.declaredReason !== null),
  )
}

/** What the secretary should look at before the minuta is signed, in order of weight. */
export function minutaWarnings(
  state: SessionState,
  steps: readonly Step[],
  signatories: number,
): readonly MinutaWarning[] {
  const warnings: MinutaWarning[] = []
  const closed = state.phase === 'closed'
  if (!closed) warnings.push({ code: 'session-not-closed' })
  if (state.anomalies.length > 0) warnings.push({ code: 'facts-not-applied', count: state.anomalies.length })
  const running = openVoteOf(state)
  if (running) warnings.push({ code: 'vote-running', title: running.title })
  const quorum = state.quorumVerified
  if (quorum && quorum.present < quorum.required) warnings.push({ code: 'no-quorum', ...quorum })
  if (!quorum && closed) warnings.push({ code: 'quorum-not-verified' })
  const short = pointsVotedWithoutQuorum(steps)
  if (short.length > 0) warnings.push({ code: 'votes-without-quorum', points: short })
  const without = pointsWithoutResult(state)
  if (without.length > 0) warnings.push({ code: 'points-without-result', points: without })
  const pending = state.plan.points.filter((point) => state.points.get(point.id)?.kind === 'pending')
  if (closed && pending.length > 0) warnings.push({ code: 'points-not-reached', points: pending })
  const declared = pointsWithDeclaredResult(state)
  if (declared.length > 0) warnings.push({ code: 'results-declared', points: declared })
  const unreviewed = unreviewedItems(state.facts)
  if (unreviewed > 0) warnings.push({ code: 'items-not-reviewed', count: unreviewed })
  const { outside, absent } = speakers(steps)
  if (outside.length > 0) warnings.push({ code: 'speakers-outside-list', names: outside })
  if (absent.length > 0) warnings.push({ code: 'speakers-not-present', names: absent })
  if (signatories === 0) warnings.push({ code: 'nobody-signs' })
  return warnings
}
