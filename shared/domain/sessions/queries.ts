import { required } from '../../lib/assert'
import type { Attendee } from './attendee'
import type { AttendeeId, PointId } from './ids'
import type { Point } from './point'
import { isPresent, votingAttendees } from './quorum'
import type { ClosedVote, OpenVote, SessionPlan, SessionState, Vote } from './state'

/** The attendee with that id, or null. */
export function findAttendee(plan: SessionPlan, id: AttendeeId): Attendee | null {
  return plan.attendees.find((attendee) => attendee.id === id) ?? null
}

/** The point with that id, or null. */
export function findPoint(plan: SessionPlan, id: PointId): Point | null {
  return plan.points.find((point) => point.id === id) ?? null
}

/** How a point is called in messages: its printed number and title. */
export function pointTitle(plan: SessionPlan, id: PointId): string {
  const point = required(findPoint(plan, id), 'point')
  return `${point.number}. ${point.title}`
}

/** The running vote with the title of its point, or null; there is at most one. */
export function openVoteOf(state: SessionState): { readonly vote: OpenVote; readonly title: string } | null {
  for (const vote of state.votes.values()) {
    if (vote.status === 'open') return { vote, title: pointTitle(state.plan, vote.pointId) }
  }
  return null
}

/** Attendees in the room with a vote who have not cast it yet, in the order of the list. */
export function missingVoters(state: SessionState, vote: OpenVote): readonly Attendee[] {
  return votingAttendees(state.plan).filter(
    (attendee) => isPresent(state.presence, attendee.id) && !vote.ballots.has(attendee.id),
  )
}

/** Votes on a point, oldest first. */
export function votesOf(state: SessionState, pointId: PointId): readonly Vote[] {
  return [...state.votes.values()].filter((vote) => vote.pointId === pointId)
}

/** The vote that decided a point: the last one on the point itself, or null. */
export function decidingVote(state: SessionState, pointId: PointId): ClosedVote | null {
  const status = state.points.get(pointId)
  if (status?.kind !== 'voted') return null
  const vote = state.votes.get(status.voteId)
  return vote?.status === 'closed' ? vote : null
}

/** Whoever presides: the attendee of the presidency, or null when the seat is not on the list. */
export function presidentOf(plan: SessionPlan): Attendee | null {
  return plan.attendees.find((attendee) => attendee.role === 'presidency') ?? null
}

/** The acting Secretaría Técnica, or null when the seat is not on the list. */
export function secretaryOf(plan: SessionPlan): Attendee | null {
  return plan.attendees.find((attendee) => attendee.role === 'technical-secretariat') ?? null
}

/** Points that were left, or are about to be left, without any result; general matters need none. */
export function pointsWithoutResult(state: SessionState): readonly Point[] {
  return state.plan.points.filter((point) => {
    const kind = state.points.get(point.id)?.kind
    return kind === 'left' && point.closing !== 'none'
  })
}
