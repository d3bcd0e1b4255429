import type { Attendee } from './attendee'
import type { AttendeeId } from './ids'
import type { PresenceState, SessionPlan, SessionState } from './state'

/** Quorum as it stands: seats with a vote in the room, seats required, seats in all. */
export interface Quorum {
  readonly present: number
  readonly required: number
  readonly total: number
  readonly met: boolean
}

/** Attendees whose seat has a vote in this session. */
export function votingAttendees(plan: SessionPlan): readonly Attendee[] {
  return plan.attendees.filter((attendee) => attendee.hasVote)
}

/** Seats with a vote that must be present: more than half of them (domain Q2), or the fixed number. */
export function requiredQuorum(plan: SessionPlan): number {
  const rule = plan.rules.quorum.value
  return rule.kind === 'fixed' ? rule.seats : Math.floor(votingAttendees(plan).length / 2) + 1
}

/** Whether an attendee is in the room (or connected) now. */
export function isPresent(presence: ReadonlyMap<AttendeeId, PresenceState>, id: AttendeeId): boolean {
  return presence.get(id)?.status === 'present'
}

/** Attendees who can vote now: present, with a vote. */
export function presentVoters(state: Pick<SessionState, 'plan' | 'presence'>): readonly Attendee[] {
  return votingAttendees(state.plan).filter((attendee) => isPresent(state.presence, attendee.id))
}

/** Quorum as a function of who is present. */
export function quorumOf(state: Pick<SessionState, 'plan' | 'presence'>): Quorum {
  const present = presentVoters(state).length
  const required = requiredQuorum(state.plan)
  return { present, required, total: votingAttendees(state.plan).length, met: present >= required }
}
