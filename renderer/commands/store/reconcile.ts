import type { Change, ChangeSet, JournalRecord } from '../../../shared/journal'
import { canonicalJson, isJsonObject } from '../../../shared/journal'
import type { Effects } from '../../../shared/lib/effects'
import { migrateRow } from '../../../shared/schema/migrate'
import { TABLE_NAMES } from '../../../shared/schema/tables'
import type { Store, StoredRow, StoreHead } from '../../data/store'
import type { DesktopApi, JournalStatus } from '../../platform/desktop'

/** What was done at start to make database and journal agree. */
export type Reconciliation =
  | { readonly kind: 'agreed' }
  /** The database lacked the last records (a crash between the journal and the database). */
  | { readonly kind: 'caught-up'; readonly records: number }
  /** The database was empty, short or of another history, and was rebuilt from the journal. */
  | { readonly kind: 'rebuilt'; readonly records: number }
  /** The journal lacked what the database had; it was written to the journal again. */
  | { readonly kind: 'journal-restored'; readonly changes: number }

type ReadyStatus = Extract<JournalStatus, { kind: 'ready' }>

const PAGE = 500

async function readPage(
  desktop: DesktopApi,
  afterSeq: number,
  limit: number,
): Promise<readonly JournalRecord[]> {
  const page = await desktop.journal.read({ afterSeq, limit })
  if (!page.ok) throw new Error(`Journal cannot be read: ${page.error.code}`)
  return page.value
}

/** Applies every record after `afterSeq`; returns how many. */
async function applyTail(
  store: Store,
  desktop: DesktopApi,
  afterSeq: number,
  headSeq: number,
  onProgress: (done: number) => void,
): Promise<number> {
  let seq = afterSeq
  while (seq < headSeq) {
    const records = await readPage(desktop, seq, PAGE)
    const last = records.at(-1)
    if (!last) throw new Error(`Journal ends at ${seq}, before ${headSeq}`)
    await store.apply(records)
    seq = last.seq
    onProgress((seq - afterSeq) / (headSeq - afterSeq))
  }
  return seq - afterSeq
}

/** Rows that the journal's records leave behind, by table and key. */
async function rowsOfJournal(desktop: DesktopApi, headSeq: number): Promise<Map<string, StoredRow>> {
  const rows = new Map<string, StoredRow>()
  let seq = 0
  while (seq < headSeq) {
    const records = await readPage(desktop, seq, PAGE)
    if (records.length === 0) break
    for (const record of records) {
      for (const change of record.changeSet.changes) {
        const key = `${change.table}:${change.key}`
        const migrated = change.after && migrateRow(change.table, change.after, record.schema)
        if (migrated && !migrated.ok) throw new Error(`Cannot migrate: ${migrated.error.code}`)
        if (!migrated || migrated.value === null) rows.delete(key)
        else rows.set(key, migrated.value)
      }
    }
    seq = records.at(-1)?.seq ?? headSeq
  }
  return rows
}

/**
 * Changes that turn the journal's rows into those of the database. A database that is short of rows proves
 * nothing about what was deleted, so then only what it has counts, never what it lacks.
 */
async function differences(
  store: Store,
  journalRows: Map<string, StoredRow>,
  intact: boolean,
): Promise<readonly Change[]> {
  const changes: Change[] = []
  const asRow = (row: StoredRow | undefined) => (row !== undefined && isJsonObject(row) ? row : null)
  for (const table of TABLE_NAMES) {
    const stored = await store.rawRows(table)
    for (const [key, row] of stored) {
      const before = asRow(journalRows.get(`${table}:${key}`))
      const after = asRow(row)
      journalRows.delete(`${table}:${key}`)
      const same = before !== null && after !== null && canonicalJson(before) === canonicalJson(after)
      if (after !== null && !same) changes.push({ table, key, before, after })
    }
    for (const [id, row] of intact ? journalRows : []) {
      if (id.startsWith(`${table}:`)) {
        changes.push({ table, key: id.slice(table.length + 1), before: asRow(row), after: null })
      }
    }
  }
  return changes
}

/** Reads the whole journal into an empty database. */
async function rebuild(
  store: Store,
  desktop: DesktopApi,
  head: { readonly seq: number; readonly hash: string },
  onProgress: (done: number) => void,
): Promise<number> {
  await store.clear()
  const records = await applyTail(store, desktop, 0, head.seq, onProgress)
  await store.adoptHead({ ...head, rows: await store.countRows() })
  return records
}

/** The journal lost its end but the database still has it: what is missing is journaled again. */
async function restoreJournal(
  store: Store,
  desktop: DesktopApi,
  status: ReadyStatus,
  effects: Effects,
  intact: boolean,
): Promise<Reconciliation> {
  const changes = await differences(store, await rowsOfJournal(desktop, status.headSeq), intact)
  let head = { seq: status.headSeq, hash: status.headHash }
  if (changes.length > 0) {
    const changeSet: ChangeSet = {
      id: effects.newId(),
      at: effects.now(),
      label: 'Recuperación del registro desde la base de datos',
      undoOf: null,
      changes,
    }
    const ack = await desktop.journal.append({ changeSet })
    if (!ack.ok) throw new Error(`Journal refused the recovery: ${ack.error.code}`)
    head = { seq: ack.value.seq, hash: ack.value.hash }
  }
  // A database that is short of rows gets back what the journal still had.
  if (intact) await store.adoptHead({ ...head, rows: await store.countRows() })
  else await rebuild(store, desktop, head, () => undefined)
  return { kind: 'journal-restored', changes: changes.length }
}

async function isOnChain(desktop: DesktopApi, head: StoreHead): Promise<boolean> {
  const [record] = await readPage(desktop, head.seq - 1, 1)
  return record?.seq === head.seq && record.hash === head.hash
}

/**
 * Makes the database agree with the journal, at every start. The journal decides, except for what it
 * lost and the database still has. A database that Chromium silently emptied, cut or replaced by an
 * old copy is noticed by its head and its number of rows, and rebuilt.
 */
export async function reconcile(
  store: Store,
  desktop: DesktopApi,
  status: ReadyStatus,
  effects: Effects,
  onProgress: (done: number) => void = () => undefined,
): Promise<Reconciliation> {
  const [head, rows] = await Promise.all([store.head(), store.countRows()])
  const intact = head !== null && head.rows === rows
  if (status.headSeq === 0 && rows === 0) {
    await store.clear()
    return { kind: 'agreed' }
  }
  const journalIsShort = head === null ? status.headSeq === 0 : head.seq > status.headSeq
  if (journalIsShort) return restoreJournal(store, desktop, status, effects, intact)
  if (intact && head.seq === status.headSeq && head.hash === status.headHash) return { kind: 'agreed' }
  if (intact && head.seq > 0 && head.seq < status.headSeq && (await isOnChain(desktop, head))) {
    return {
      kind: 'caught-up',
      records: await applyTail(store, desktop, head.seq, status.headSeq, onProgress),
    }
  }
  const records = await rebuild(store, desktop, { seq: status.headSeq, hash: status.headHash }, onProgress)
  return { kind: 'rebuilt', records }
}
