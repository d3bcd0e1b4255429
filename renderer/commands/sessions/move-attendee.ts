import { type AttendeeId, moveAttendee as moved, type SessionId } from '../../../shared/domain/sessions'
import type { Result } from '../../../shared/lib/result'
import type { CommandDeps } from '../deps'
import { editAttendance } from './edit-attendance'
import type { Edited, EditFailure } from './failures'

/** Moves a line of the attendance list, 0 = first. */
export function moveAttendee(
  deps: CommandDeps,
  sessionId: SessionId,
  id: AttendeeId,
  to: number,
): Promise<Result<Edited, EditFailure>> {
  return editAttendance(deps, sessionId, 'Mover en la lista de asistencia', ({ plan }) =>
    moved(plan.attendees, id, to),
  )
}
