import type { Change, ChangeSet } from '../../shared/journal'
import { ok, type Result } from '../../shared/lib/result'
import { SCHEMA_VERSION } from '../../shared/schema/version'
import type { AppendFailure, JournalAck } from '../platform/desktop'
import type { CommandDeps } from './deps'

/** A change set that is on disk and applied. */
export interface Committed {
  readonly changeSet: ChangeSet
  readonly ack: JournalAck
}

/** What a command asks to be stored. */
export interface CommitRequest {
  /** What the user did, in Spanish. */
  readonly label: string
  readonly changes: readonly Change[]
  readonly undoOf?: string
}

async function appendAndApply(
  deps: CommandDeps,
  changeSet: ChangeSet,
): Promise<Result<Committed, AppendFailure>> {
  deps.saves.set({ kind: 'saving' })
  const answer = await deps.desktop.journal.append({ changeSet })
  if (!answer.ok) {
    deps.saves.set({ kind: 'failed', failure: answer.error })
    return answer
  }
  const ack = answer.value
  await deps.store.apply([
    { seq: ack.seq, prev: '', hash: ack.hash, at: ack.at, schema: SCHEMA_VERSION, changeSet },
  ])
  deps.saves.set({ kind: 'saved', at: ack.at, seq: ack.seq, hash: ack.hash })
  return ok({ changeSet, ack })
}

/**
 * The one door for writes. The journal gets the change set first and answers after it is on disk; only
 * then is the database brought up to date and the change shown as saved. Calls are carried out one
 * after the other, in the order they were made.
 */
export function commit(deps: CommandDeps, request: CommitRequest): Promise<Result<Committed, AppendFailure>> {
  const changeSet: ChangeSet = {
    id: deps.effects.newId(),
    at: deps.effects.now(),
    label: request.label,
    undoOf: request.undoOf ?? null,
    changes: request.changes,
  }
  return deps.queue.run(() => appendAndApply(deps, changeSet))
}
