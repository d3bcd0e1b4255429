import { Dexie, type Table, type Transaction } from 'dexie'
import { migrateRow } from '../../shared/schema/migrate'
import { TABLE_NAMES, type TableName } from '../../shared/schema/tables'
import { SCHEMA_VERSION } from '../../shared/schema/version'

/** Where the database stands against the journal; written in the same transaction as the rows. */
export interface MetaRow {
  readonly key: 'head'
  readonly seq: number
  readonly hash: string
  /** Rows in all tables, to notice a store that lost some without an error. */
  readonly rows: number
}

export type StoredRow = Readonly<Record<string, unknown>>

type Stores = Partial<Readonly<Record<TableName | 'meta', string>>>

/** Primary key and indexes of the tables that each version of the schema brought or changed. */
const STORES_BY_VERSION: Readonly<Record<number, Stores>> = {
  1: {
    bodies: 'id',
    seats: 'id, bodyId',
    persons: 'id, bodyId',
    memberships: 'id, bodyId, seatId, personId',
    sessions: 'id, bodyId, [bodyId+date]',
    attendees: 'id, sessionId',
    points: 'id, sessionId',
    facts: 'id, [sessionId+seq]',
    overlays: 'id, sessionId',
    meta: 'key',
  },
  2: {
    items: 'id, bodyId, [bodyId+code], origin.factId',
    itemEvents: 'id, bodyId, itemId, [itemId+seq]',
    closedDays: 'id, [bodyId+from]',
    itemViews: 'id, bodyId',
  },
  3: {
    // Reviews of items and the corrections of any fact: both sparse, so that a story costs what it has.
    facts: 'id, [sessionId+seq], body.item.id, body.targetId',
    origins: 'id, bodyId',
    packets: 'id, bodyId',
    commemorations: 'id, bodyId',
    channels: 'id, bodyId',
    publications: 'id, [bodyId+year], [bodyId+on], commemorationId',
  },
}

export const DATABASE_NAME = 'quorum'

/** Dexie multiplies versions by ten when it tells them to IndexedDB. */
const NATIVE_VERSION_FACTOR = 10

/**
 * The working store that screens read. It is a projection of the journal and can be rebuilt from it at
 * any time. Strict durability is the second line of defence, the journal being the first.
 */
export class QuorumDatabase extends Dexie {
  readonly meta!: Table<MetaRow, string>

  constructor(name: string = DATABASE_NAME) {
    super(name, { chromeTransactionDurability: 'strict' })
    for (let version = 1; version <= SCHEMA_VERSION; version++) {
      const declared = this.version(version).stores(STORES_BY_VERSION[version] ?? {})
      if (version > 1) declared.upgrade((transaction) => migrateRows(transaction, version - 1))
    }
  }

  rowsOf(table: TableName): Table<StoredRow, string> {
    return this.table(table)
  }
}

/** Tables that a version of the schema had. */
function tablesOf(version: number): readonly TableName[] {
  const stores = Object.entries(STORES_BY_VERSION).filter(([each]) => Number(each) <= version)
  return TABLE_NAMES.filter((name) => stores.some(([, declared]) => declared[name] !== undefined))
}

/**
 * Brings the rows of a store of version `from` to the next one; a row that cannot be is a bug and stops.
 * Only tables of that version are looked at: later ones are not part of the transaction and have no rows.
 */
async function migrateRows(transaction: Transaction, from: number): Promise<void> {
  for (const name of tablesOf(from)) {
    const table: Table<StoredRow, string> = transaction.table(name)
    const rows = await table.toArray()
    for (const row of rows) {
      const migrated = migrateRow(name, row, from, undefined, from + 1)
      if (!migrated.ok) throw new Error(`Cannot migrate ${name}: ${migrated.error.code}`)
      if (migrated.value === null) await table.delete(String(row.id))
      else if (migrated.value !== row) await table.put(migrated.value)
    }
  }
}

/**
 * Version of the store on disk, or null when there is none. Dexie opens a newer store without
 * complaint, so this is asked before opening.
 */
export async function storedDatabaseVersion(name: string = DATABASE_NAME): Promise<number | null> {
  const found = (await indexedDB.databases()).find((database) => database.name === name)
  return found?.version === undefined ? null : Math.floor(found.version / NATIVE_VERSION_FACTOR)
}
