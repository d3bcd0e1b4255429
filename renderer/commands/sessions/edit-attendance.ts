import type { AttendanceRefusal, Attendee, SessionId, SessionRecord } from '../../../shared/domain/sessions'
import { err, type Result } from '../../../shared/lib/result'
import { getRecord } from '../../data/repositories'
import type { CommandDeps } from '../deps'
import type { Edited, EditFailure } from './failures'
import { listChanges, saveChanges } from './save-rows'

/** Reads the attendance list, lets a rule decide what it becomes, and stores the difference. */
export async function editAttendance(
  deps: CommandDeps,
  sessionId: SessionId,
  label: string,
  decide: (record: SessionRecord) => Result<readonly Attendee[], AttendanceRefusal>,
): Promise<Result<Edited, EditFailure>> {
  const record = await getRecord(deps.store, sessionId)
  if (!record) return err({ kind: 'session-gone' })
  const decided = decide(record)
  if (!decided.ok) return err({ kind: 'attendance', refusal: decided.error })
  return saveChanges(deps, label, listChanges('attendees', record.plan.attendees, decided.value))
}
