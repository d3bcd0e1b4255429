import { type AttendeeId, type SessionId, stepAttendee } from '../../../shared/domain/sessions'
import type { Result } from '../../../shared/lib/result'
import type { CommandDeps } from '../deps'
import { editAttendance } from './edit-attendance'
import type { Edited, EditFailure } from './failures'

/** Moves a line of the attendance list one place up or down. */
export function moveAttendee(
  deps: CommandDeps,
  sessionId: SessionId,
  id: AttendeeId,
  step: 1 | -1,
): Promise<Result<Edited, EditFailure>> {
  return editAttendance(deps, sessionId, 'Mover en la lista de asistencia', ({ plan }) =>
    stepAttendee(plan.attendees, id, step),
  )
}
