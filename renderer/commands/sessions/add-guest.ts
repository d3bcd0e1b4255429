import { addAttendee, type Guest, guestAttendee, type SessionId } from '../../../shared/domain/sessions'
import type { Result } from '../../../shared/lib/result'
import type { CommandDeps } from '../deps'
import { editAttendance } from './edit-attendance'
import type { Edited, EditFailure } from './failures'

/** Adds an invited person without a seat to the attendance list. */
export function addGuest(
  deps: CommandDeps,
  sessionId: SessionId,
  guest: Guest,
): Promise<Result<Edited, EditFailure>> {
  return editAttendance(deps, sessionId, `Invitar a ${guest.fullName}`, ({ plan, facts }) => {
    const added = guestAttendee(plan.session, guest, plan.attendees, deps.effects)
    return addAttendee(plan.attendees, facts, added)
  })
}
