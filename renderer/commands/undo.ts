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

/** Whether a row that was written then reads otherwise now; an import has thousands, so they are read together. */
async function hasChanged(deps: CommandDeps, changes: readonly Change[]): Promise<boolean> {
  for (const table of new Set(changes.map((change) => change.table))) {
    const written = changes.filter((change) => change.table === table)
    const now = await deps.store.getMany(
      table,
      written.map(({ key }) => key),
    )
    if (written.some(({ after }, index) => !sameRow(now[index] ?? null, after))) return true
  }
  return false
}

/** Takes a change set back, unless a row it touched has changed since: then nothing is done. */
export async function undoChangeSet(
  deps: CommandDeps,
  changeSet: ChangeSet,
): Promise<Result<Committed, UndoFailure>> {
  if (await hasChanged(deps, changeSet.changes)) return err({ code: 'changed-since' })
  return commit(deps, {
    label: `Deshacer: ${changeSet.label}`,
    changes: invert(changeSet.changes),
    undoOf: changeSet.id,
  })
}
