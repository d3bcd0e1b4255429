import type { Change, JournalRecord } from '../../shared/journal'
import { migrateRow } from '../../shared/schema/migrate'
import { ROW_SCHEMAS, type RowOf } from '../../shared/schema/row-schemas'
import { TABLE_NAMES, type TableName } from '../../shared/schema/tables'
import { type MetaRow, QuorumDatabase, type StoredRow } from './database'

export type { StoredRow } from './database'

/** Where the database stands: the last journal record applied to it. */
export interface StoreHead {
  readonly seq: number
  readonly hash: string
  readonly rows: number
}

type RowWrites = Map<string, StoredRow | null>

/** What has just changed in the database: rows by table and key (null: gone), or everything. */
export type StoreChange =
  | { readonly kind: 'rows'; readonly writes: ReadonlyMap<TableName, ReadonlyMap<string, StoredRow | null>> }
  | { readonly kind: 'reset' }

function foldChanges(records: readonly JournalRecord[]): {
  writes: Map<TableName, RowWrites>
  rowDelta: number
} {
  const writes = new Map<TableName, RowWrites>()
  let rowDelta = 0
  const put = (change: Change, schema: number) => {
    const ofTable: RowWrites = writes.get(change.table) ?? new Map()
    const migrated = change.after === null ? null : migrateRow(change.table, change.after, schema)
    if (migrated && !migrated.ok) throw new Error(`Cannot migrate: ${migrated.error.code}`)
    writes.set(change.table, ofTable.set(change.key, migrated ? migrated.value : null))
    rowDelta += (change.after === null ? 0 : 1) - (change.before === null ? 0 : 1)
  }
  for (const record of records) {
    for (const change of record.changeSet.changes) put(change, record.schema)
  }
  return { writes, rowDelta }
}

/** Rows handed to the database at once. */
const PART = 500
/** Rows read and checked at once: some milliseconds of work. */
const READ_PART = 200

/**
 * Writes rows in parts, so that the window goes on painting while an import of thousands is stored. One
 * part waits while the one before is written: the database is never idle.
 */
async function inParts<T>(all: readonly T[], write: (part: T[]) => PromiseLike<unknown>): Promise<void> {
  let before: PromiseLike<unknown> | null = null
  for (let from = 0; from < all.length; from += PART) {
    const part: PromiseLike<unknown> = write(all.slice(from, from + PART))
    await before
    before = part
  }
  await before
}

/** The database behind typed reads and the one write path. Nothing outside renderer/data sees Dexie. */
export class Store {
  readonly #db: QuorumDatabase
  readonly #listeners = new Set<(change: StoreChange) => void>()

  constructor(db: QuorumDatabase = new QuorumDatabase()) {
    this.#db = db
  }

  async open(): Promise<void> {
    await this.#db.open()
  }

  close(): void {
    this.#db.close()
  }

  async head(): Promise<StoreHead | null> {
    const row = await this.#db.meta.get('head')
    return row ? { seq: row.seq, hash: row.hash, rows: row.rows } : null
  }

  async countRows(): Promise<number> {
    const counts = await Promise.all(TABLE_NAMES.map((table) => this.#db.rowsOf(table).count()))
    return counts.reduce((sum, count) => sum + count, 0)
  }

  /**
   * Applies journal records, already on disk, in one transaction together with the new head. Records that
   * were applied before are passed over, so that applying twice changes nothing.
   */
  async apply(records: readonly JournalRecord[]): Promise<void> {
    const written = await this.#db.transaction('rw', this.#db.tables, async () => {
      const head = await this.#db.meta.get('head')
      const fresh = records.filter((record) => record.seq > (head?.seq ?? 0))
      const last = fresh.at(-1)
      if (!last) return null
      const expected = (head?.seq ?? 0) + 1
      if (fresh[0]?.seq !== expected) throw new Error(`Record ${expected} is missing in the database`)
      const { writes, rowDelta } = foldChanges(fresh)
      for (const [table, rows] of writes) {
        const puts = [...rows.values()].filter((row) => row !== null)
        const deletes = [...rows].filter(([, row]) => row === null).map(([key]) => key)
        await inParts(puts, (part) => this.#db.rowsOf(table).bulkPut(part))
        await inParts(deletes, (part) => this.#db.rowsOf(table).bulkDelete(part))
      }
      await this.#putHead({ seq: last.seq, hash: last.hash, rows: (head?.rows ?? 0) + rowDelta })
      return writes
    })
    if (written) this.#tell({ kind: 'rows', writes: written })
  }

  /** Empties every table, so that all can be read again from the journal. */
  async clear(): Promise<void> {
    await this.#db.transaction('rw', this.#db.tables, async () => {
      for (const table of this.#db.tables) await table.clear()
    })
    this.#tell({ kind: 'reset' })
  }

  /** Hears of every change that this window applies; returns how to stop. */
  onChange(listener: (change: StoreChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tell(change: StoreChange): void {
    for (const listener of this.#listeners) listener(change)
  }

  /** Takes the head as given, for rows that are known to be right (after a recovery was journaled). */
  async adoptHead(head: StoreHead): Promise<void> {
    await this.#putHead(head)
  }

  async #putHead(head: StoreHead): Promise<void> {
    const row: MetaRow = { key: 'head', ...head }
    await this.#db.meta.put(row)
  }

  /** Every row of a table as stored, unparsed, by key; only recovery needs it. */
  async rawRows(table: TableName): Promise<ReadonlyMap<string, StoredRow>> {
    const rows = await this.#db.rowsOf(table).toArray()
    return new Map(rows.map((row) => [String(row.id), row]))
  }

  async get<T extends TableName>(table: T, key: string): Promise<RowOf<T> | null> {
    const row = await this.#db.rowsOf(table).get(key)
    return row === undefined ? null : parseRow(table, row)
  }

  /** Rows by their keys, in the same order; null where there is none. */
  async getMany<T extends TableName>(
    table: T,
    keys: readonly string[],
  ): Promise<readonly (RowOf<T> | null)[]> {
    const rows = await this.#db.rowsOf(table).bulkGet([...keys])
    return rows.map((row) => (row === undefined ? null : parseRow(table, row)))
  }

  /** Keys of an index between two of them, both included, without reading the rows. */
  async indexKeys(
    table: TableName,
    index: string,
    lower: readonly (string | number)[],
    upper: readonly (string | number)[],
  ): Promise<readonly (readonly unknown[])[]> {
    const found = this.#db
      .rowsOf(table)
      .where(index)
      .between([...lower], [...upper], true, true)
    const keys = await found.keys()
    return keys.map((key) => (Array.isArray(key) ? key : [key]))
  }

  async all<T extends TableName>(table: T): Promise<readonly RowOf<T>[]> {
    return (await this.#db.rowsOf(table).toArray()).map((row) => parseRow(table, row))
  }

  /** Rows whose indexed field has a value. */
  async where<T extends TableName>(table: T, index: string, value: string): Promise<readonly RowOf<T>[]> {
    const rows = await this.#db.rowsOf(table).where(index).equals(value).toArray()
    return rows.map((row) => parseRow(table, row))
  }

  /** Rows that have the indexed field at all. */
  async having<T extends TableName>(table: T, index: string): Promise<readonly RowOf<T>[]> {
    const rows = await this.#db.rowsOf(table).orderBy(index).toArray()
    return rows.map((row) => parseRow(table, row))
  }

  /**
   * Rows whose indexed field has a value, some at a time: whoever reads thousands lets the window paint in
   * between. What comes or goes meanwhile may or may not be among them.
   */
  async *pages<T extends TableName>(
    table: T,
    field: string,
    value: string,
    atOnce: number = READ_PART,
  ): AsyncGenerator<readonly RowOf<T>[]> {
    const rows = this.#db.rowsOf(table)
    // In the order of the keys, whatever index they were found by, so that a part is a stretch of them.
    const keys = (await rows.where(field).equals(value).primaryKeys()).sort()
    for (let from = 0; from < keys.length; from += atOnce) {
      const part = keys.slice(from, from + atOnce)
      const found = await rows.where(':id').between(part[0], part.at(-1), true, true).toArray()
      yield found.filter((row) => row[field] === value).map((row) => parseRow(table, row))
    }
  }

  /** Rows whose indexed field has one of several values. */
  async whereAny<T extends TableName>(
    table: T,
    index: string,
    values: readonly string[],
  ): Promise<readonly RowOf<T>[]> {
    const rows = await this.#db
      .rowsOf(table)
      .where(index)
      .anyOf([...values])
      .toArray()
    return rows.map((row) => parseRow(table, row))
  }

  /** Rows between two keys of an index, both included, in its order. */
  async between<T extends TableName>(
    table: T,
    index: string,
    lower: readonly (string | number)[],
    upper: readonly (string | number)[],
  ): Promise<readonly RowOf<T>[]> {
    const rows = await this.#db
      .rowsOf(table)
      .where(index)
      .between([...lower], [...upper], true, true)
      .toArray()
    return rows.map((row) => parseRow(table, row))
  }
}

/** Parses rows that a change brought, as reads do; null stays null. */
export function parseWritten<T extends TableName>(table: T, row: StoredRow | null): RowOf<T> | null {
  return row === null ? null : parseRow(table, row)
}

/** Parses a stored row; one that does not fit is a damaged store and stops with table and key. */
function parseRow<T extends TableName>(table: T, row: StoredRow): RowOf<T> {
  const parsed = ROW_SCHEMAS[table].safeParse(row)
  if (!parsed.success) {
    throw new Error(`Row ${String(row.id)} of ${table} is not valid: ${parsed.error.message}`)
  }
  return parsed.data as RowOf<T>
}
