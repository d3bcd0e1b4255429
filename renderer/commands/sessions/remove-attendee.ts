import { type AttendeeId, removeAttendee as removed, type SessionId } from '../../../shared/domain/sessions'
import type { Result } from '../../../shared/lib/result'
import type { CommandDeps } from '../deps'
import { editAttendance } from './edit-attendance'
import type { Edited, EditFailure } from './failures'

/** Takes a person of whom nothing was recorded off the attendance list. */
export function removeAttendee(
  deps: CommandDeps,
  sessionId: SessionId,
  id: AttendeeId,
): Promise<Result<Edited, EditFailure>> {
  return editAttendance(deps, sessionId, 'Quitar de la lista de asistencia', ({ plan, facts }) =>
    removed(plan.attendees, facts, id),
  )
}
