import { distinctInitials, type SessionId } from '../../../shared/domain/sessions'
import { ok, type Result } from '../../../shared/lib/result'
import type { CommandDeps } from '../deps'
import { editAttendance } from './edit-attendance'
import type { Edited, EditFailure } from './failures'

/** Gives other initials to whoever could be confused in the room with a line before hers, in one change. */
export function distinguishInitials(
  deps: CommandDeps,
  sessionId: SessionId,
): Promise<Result<Edited, EditFailure>> {
  return editAttendance(deps, sessionId, 'Distinguir las iniciales', ({ plan }) =>
    ok(distinctInitials(plan.attendees)),
  )
}
