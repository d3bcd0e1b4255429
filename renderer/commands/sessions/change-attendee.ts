import { type Attendee, attendeeSchema, changeAttendee as changed } from '../../../shared/domain/sessions'
import type { Result } from '../../../shared/lib/result'
import type { CommandDeps } from '../deps'
import { editAttendance } from './edit-attendance'
import type { Edited, EditFailure } from './failures'

/** Changes a line of the attendance list: who comes, how she is called, her vote and signature. */
export function changeAttendee(deps: CommandDeps, attendee: Attendee): Promise<Result<Edited, EditFailure>> {
  const after = attendeeSchema.parse(attendee)
  return editAttendance(deps, attendee.sessionId, 'Cambiar la lista de asistencia', ({ plan, facts }) =>
    changed(plan.attendees, facts, after),
  )
}
