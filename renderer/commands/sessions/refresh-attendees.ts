import { proposeAttendees } from '../../../shared/domain/people/convene'
import {
  type AttendanceRefusal,
  type Attendee,
  candidatesForSeat,
  changeAttendee,
  type Fact,
  type RefreshedAttendance,
  refreshAttendance,
  type SessionId,
} from '../../../shared/domain/sessions'
import { err, ok, type Result } from '../../../shared/lib/result'
import { getRecord, listMemberships, listPersons, listSeats } from '../../data/repositories'
import type { CommandDeps } from '../deps'
import { numberingOf } from './edit-agenda'
import type { Edited, EditFailure } from './failures'
import { listChanges, saveChanges } from './save-rows'

export interface Refreshed {
  readonly edited: Edited
  readonly added: number
  readonly updated: number
}

/** Checks every changed line against what was already recorded in the roll call. */
function checkLines(
  before: readonly Attendee[],
  after: readonly Attendee[],
  facts: readonly Fact[],
): AttendanceRefusal | null {
  for (const line of after) {
    if (!before.some((other) => other.id === line.id)) continue
    const checked = changeAttendee(before, facts, line)
    if (!checked.ok && checked.error.code !== 'person-twice') return checked.error
  }
  return null
}

/**
 * Reads the directory again into the attendance list. Once the session is open the list is settled: only
 * people without a vote could still come, and they are invited one by one.
 */
export async function refreshAttendees(
  deps: CommandDeps,
  sessionId: SessionId,
): Promise<Result<Refreshed, EditFailure>> {
  const record = await getRecord(deps.store, sessionId)
  if (!record) return err({ kind: 'session-gone' })
  const { plan, facts } = record
  if (numberingOf(facts) === 'keep-printed') {
    return err({ kind: 'attendance', refusal: { code: 'session-has-opened' } })
  }
  const { bodyId, date } = plan.session
  const [seats, memberships, persons] = await Promise.all([
    listSeats(deps.store, bodyId),
    listMemberships(deps.store, bodyId),
    listPersons(deps.store, bodyId),
  ])
  const proposed = proposeAttendees(plan.session, seats, memberships, persons, deps.effects)
  const candidates = seats.flatMap((seat) => candidatesForSeat(seat.id, memberships, persons, date))
  const fresh: RefreshedAttendance = refreshAttendance(plan.attendees, proposed, candidates)
  const refusal = checkLines(plan.attendees, fresh.attendees, facts)
  if (refusal) return err({ kind: 'attendance', refusal })
  const changes = listChanges('attendees', plan.attendees, fresh.attendees)
  const saved = await saveChanges(deps, 'Actualizar la lista desde el directorio', changes)
  return saved.ok ? ok({ edited: saved.value, added: fresh.added, updated: fresh.updated }) : saved
}
