import type { Change, ChangeSet, Row } from '../../shared/journal'
import { canonicalJson } from '../../shared/journal'
import { err, type Result } from '../../shared/lib/result'
import type { AppendFailure } from '../platform/desktop'
import { type Committed, commit } from './commit'
import type { CommandDeps } from './deps'

/** Why a change was not taken back. */
export type UndoFailure = AppendFailure | { readonly code: 'changed-since' }

/** The change set that takes another one back: same rows, before and after exchanged, last one first. */
export function invert(changes: readonly Change[]): readonly Change[] {
  return [...changes].reverse().map((change) => ({ ...change, before: change.after, after: change.before }))
}

function sameRow(a: unknown, b: Row | null): boolean {
  if (a === null || b === null) return a === b
  return canonicalJson(JSON.parse(JSON.stringify(a))) === canonicalJson(b)
}

/** Takes a change set back, unless a row it touched has changed since: then nothing is done. */
export async function undoChangeSet(
  deps: CommandDeps,
  changeSet: ChangeSet,
): Promise<Result<Committed, UndoFailure>> {
  for (const change of changeSet.changes) {
    const now = await deps.store.get(change.table, change.key)
    if (!sameRow(now, change.after)) return err({ code: 'changed-since' })
  }
  return commit(deps, {
    label: `Deshacer: ${changeSet.label}`,
    changes: invert(changeSet.changes),
    undoOf: changeSet.id,
  })
}
