import { Dexie, type Table } from 'dexie'
import type { TableName } from '../../shared/schema/tables'
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

/** Primary key and indexes of each table. */
const STORES: Readonly<Record<TableName | 'meta', string>> = {
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
    this.version(SCHEMA_VERSION).stores(STORES)
  }

  rowsOf(table: TableName): Table<StoredRow, string> {
    return this.table(table)
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
