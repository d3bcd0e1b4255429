import { foldSession, sessionIdSchema } from '../../shared/domain/sessions'
import type { Change, ChangeSet, Row } from '../../shared/journal'
import { canonicalJson } from '../../shared/journal'
import { err, type Result } from '../../shared/lib/result'
import { getRecord } from '../data/repositories'
import type { AppendFailure } from '../platform/desktop'
import { type Committed, commitAfter } from './commit'
import type { CommandDeps } from './deps'

/** Why a change was not taken back. */
export type UndoFailure =
  | AppendFailure
  | { readonly code: 'changed-since' }
  /** Facts were recorded since that need what would go away. */
  | { readonly code: 'facts-depend' }

/** The change set that takes another one back: same rows, before and after exchanged, last one first. */
export function invert(changes: readonly Change[]): readonly Change[] {
  return [...changes].reverse().map((change) => ({ ...change, before: change.after, after: change.before }))
}

function sameRow(a: unknown, b: Row | null): boolean {
  if (a === null || b === null) return a === b
  return canonicalJson(JSON.parse(JSON.stringify(a))) === canonicalJson(b)
}

/** Rows compared at a time: an import has thousands, and the window must go on painting meanwhile. */
const COMPARED = 500

/** Whether a row that was written then reads otherwise now. */
async function hasChanged(deps: CommandDeps, changes: readonly Change[]): Promise<boolean> {
  for (const table of new Set(changes.map((change) => change.table))) {
    const written = changes.filter((change) => change.table === table)
    for (let from = 0; from < written.length; from += COMPARED) {
      const part = written.slice(from, from + COMPARED)
      const now = await deps.store.getMany(
        table,
        part.map(({ key }) => key),
      )
      if (part.some(({ after }, index) => !sameRow(now[index] ?? null, after))) return true
    }
  }
  return false
}

/** Sessions that would lose their row, a point or an attendee if the change set were taken back. */
function losses(changes: readonly Change[]): ReadonlyMap<string, ReadonlySet<string>> {
  const lost = new Map<string, Set<string>>()
  for (const { table, key, before, after } of changes) {
    if (before !== null || after === null) continue
    const session =
      table === 'sessions' ? key : table === 'points' || table === 'attendees' ? after.sessionId : null
    if (typeof session === 'string') lost.set(session, (lost.get(session) ?? new Set()).add(key))
  }
  return lost
}

/** The rows of a list once a change set was taken back: those that came go, and those that went come back. */
function listAfter<T extends { readonly id: string; readonly sessionId: string }>(
  now: readonly T[],
  table: 'points' | 'attendees' | 'facts',
  session: string,
  changes: readonly Change[],
): readonly T[] {
  const rows = new Map(now.map((row) => [row.id, row]))
  for (const change of changes) {
    if (change.table !== table) continue
    if (change.before === null) rows.delete(change.key)
    else if (change.before.sessionId === session) rows.set(change.key, change.before as unknown as T)
  }
  return [...rows.values()]
}

/**
 * Whether facts that would still be there need a row that would go away. Facts that came with the change set
 * go with it and need nothing.
 */
async function factsDepend(
  deps: CommandDeps,
  id: string,
  keys: ReadonlySet<string>,
  changes: readonly Change[],
): Promise<boolean> {
  const record = await getRecord(deps.store, sessionIdSchema.parse(id))
  if (!record) return false
  const { plan } = record
  const facts = listAfter(record.facts, 'facts', id, changes)
  if (facts.length === 0) return false
  if (keys.has(id)) return true
  const before = {
    ...plan,
    points: listAfter(plan.points, 'points', id, changes),
    attendees: listAfter(plan.attendees, 'attendees', id, changes),
  }
  return foldSession(before, facts).anomalies.length > foldSession(plan, record.facts).anomalies.length
}

/** How often it is looked at again because something was stored meanwhile: the same undo, or a vote. */
const ATTEMPTS = 5

/**
 * Takes a change set back, unless a row it touched has changed since or facts were recorded that need what
 * would go away: then nothing is done.
 */
export async function undoChangeSet(
  deps: CommandDeps,
  changeSet: ChangeSet,
): Promise<Result<Committed, UndoFailure>> {
  const request = {
    label: `Deshacer: ${changeSet.label}`,
    changes: invert(changeSet.changes),
    undoOf: changeSet.id,
  }
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const head = (await deps.store.head())?.seq ?? 0
    if (await hasChanged(deps, changeSet.changes)) return err({ code: 'changed-since' })
    for (const [session, keys] of losses(changeSet.changes)) {
      if (await factsDepend(deps, session, keys, changeSet.changes)) return err({ code: 'facts-depend' })
    }
    const stored = await commitAfter(deps, request, head)
    if (stored.ok || stored.error.code !== 'changed-since') return stored
  }
  return err({ code: 'changed-since' })
}
