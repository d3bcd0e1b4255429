import type { Change } from '../../../shared/journal'
import { err, ok, type Result } from '../../../shared/lib/result'
import type { RowOf } from '../../../shared/schema/row-schemas'
import { insert, remove, update } from '../changes'
import { commit } from '../commit'
import type { CommandDeps } from '../deps'
import type { Edited, EditFailure } from './failures'

type ListTable = 'points' | 'attendees'

function isSame(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** The changes that turn the rows of a list into others: rows are matched by id. */
export function listChanges<T extends ListTable>(
  table: T,
  before: readonly RowOf<T>[],
  after: readonly RowOf<T>[],
): readonly Change[] {
  const old = new Map(before.map((row) => [row.id, row]))
  const kept = new Set(after.map((row) => row.id))
  const written = after.flatMap((row) => {
    const was = old.get(row.id)
    if (!was) return [insert(table, row)]
    return isSame(was, row) ? [] : [update(table, was, row)]
  })
  return [...written, ...before.filter((row) => !kept.has(row.id)).map((row) => remove(table, row))]
}

/** Stores changes, unless there are none. */
export async function saveChanges(
  deps: CommandDeps,
  label: string,
  changes: readonly Change[],
): Promise<Result<Edited, EditFailure>> {
  if (changes.length === 0) return ok(null)
  const stored = await commit(deps, { label, changes })
  return stored.ok ? stored : err({ kind: 'not-saved', failure: stored.error })
}
