import {
  type AgendaRefusal,
  effectiveFacts,
  type Fact,
  type Numbering,
  type Point,
  refuseListChange,
  type SessionId,
  type SessionRecord,
} from '../../../shared/domain/sessions'
import { err, type Result } from '../../../shared/lib/result'
import { getRecord } from '../../data/repositories'
import type { CommandDeps } from '../deps'
import type { Edited, EditFailure } from './failures'
import { listChanges, saveChanges } from './save-rows'

/** Numbers follow the order until the session opens; then they stay as printed. */
export function numberingOf(facts: readonly Fact[]): Numbering {
  return effectiveFacts(facts).some((fact) => fact.body.kind === 'session-opened')
    ? 'keep-printed'
    : 'follow-order'
}

/** Reads the agenda, lets a rule decide what it becomes, and stores the difference. */
export async function editAgenda(
  deps: CommandDeps,
  sessionId: SessionId,
  label: string,
  decide: (record: SessionRecord, numbering: Numbering) => Result<readonly Point[], AgendaRefusal>,
): Promise<Result<Edited, EditFailure>> {
  const record = await getRecord(deps.store, sessionId)
  if (!record) return err({ kind: 'session-gone' })
  const decided = decide(record, numberingOf(record.facts))
  if (!decided.ok) return err({ kind: 'agenda', refusal: decided.error })
  return saveChanges(deps, label, listChanges('points', record.plan.points, decided.value))
}

/** The same for an edit that adds, takes off or moves points: refused once the session has ended. */
export function editAgendaList(
  deps: CommandDeps,
  sessionId: SessionId,
  label: string,
  decide: (record: SessionRecord, numbering: Numbering) => Result<readonly Point[], AgendaRefusal>,
): Promise<Result<Edited, EditFailure>> {
  return editAgenda(deps, sessionId, label, (record, numbering) => {
    const refusal = refuseListChange(record.facts)
    return refusal ? err(refusal) : decide(record, numbering)
  })
}
