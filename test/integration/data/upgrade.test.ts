import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { describe, expect, it, onTestFinished } from 'vitest'
import { reconcile } from '../../../renderer/commands/store/reconcile'
import { QuorumDatabase, storedDatabaseVersion } from '../../../renderer/data/database'
import { getRecord, listSessions } from '../../../renderer/data/repositories'
import { Store } from '../../../renderer/data/store'
import { bodyIdSchema } from '../../../shared/domain/bodies'
import { foldSession } from '../../../shared/domain/sessions'
import { hashInput } from '../../../shared/journal'
import { TABLE_NAMES, type TableName } from '../../../shared/schema/tables'
import { SCHEMA_VERSION } from '../../../shared/schema/version'
import { freshDatabaseName } from '../../helpers/command-deps'
import { FakeDesktop } from '../../helpers/fake-desktop'
import { frozenJournal, frozenRows } from '../../helpers/frozen-journal'
import { countingEffects } from '../../helpers/make-session'

/** The tables and indexes that each version released. */
const STORES: Readonly<Record<number, Readonly<Record<string, string>>>> = {
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
    facts: 'id, [sessionId+seq], body.item.id, body.targetId',
    origins: 'id, bodyId',
    packets: 'id, bodyId',
    commemorations: 'id, bodyId',
    channels: 'id, bodyId',
    publications: 'id, [bodyId+year], [bodyId+on], commemorationId',
  },
}

type Rows = readonly (readonly [TableName, readonly Record<string, unknown>[]])[]

/** What the present version makes of a row that any of them left. */
function brought(table: TableName, row: Record<string, unknown>): Record<string, unknown> {
  return table === 'commemorations' ? { ...row, exceptions: [] } : row
}

function rowsOf(version: number): Rows {
  return Object.entries(frozenRows(version)) as [TableName, readonly Record<string, unknown>[]][]
}

async function openStore(name: string): Promise<Store> {
  const store = new Store(new QuorumDatabase(name))
  await store.open()
  onTestFinished(() => store.close())
  return store
}

/** A database as that version left it. */
async function databaseOf(version: number): Promise<string> {
  const rows = rowsOf(version)
  const name = freshDatabaseName()
  const old = new Dexie(name)
  for (let each = 1; each <= version; each++) old.version(each).stores(STORES[each] ?? {})
  for (const [table, content] of rows) await old.table(table).bulkPut([...content])
  const last = frozenJournal(version).at(-1)
  const count = rows.reduce((sum, [, content]) => sum + content.length, 0)
  await old.table('meta').put({ key: 'head', seq: last?.seq, hash: last?.hash, rows: count })
  old.close()
  return name
}

async function expectWhole(store: Store, rows: Rows): Promise<void> {
  for (const [table, content] of rows) {
    const stored = await store.rawRows(table)
    expect(stored).toEqual(new Map(content.map((row) => [String(row.id), brought(table, row)])))
    expect(await store.all(table)).toHaveLength(content.length)
  }
  const bodyId = bodyIdSchema.parse(rows.find(([table]) => table === 'bodies')?.[1][0]?.id)
  for (const session of await listSessions(store, bodyId)) {
    const record = await getRecord(store, session.id)
    if (!record) throw new Error('session without record')
    expect(foldSession(record.plan, record.facts).anomalies).toEqual([])
  }
}

describe.each(Object.keys(STORES).map(Number))('data of version %i', (version) => {
  const journal = frozenJournal(version)
  const rows = rowsOf(version)

  it('is a journal whose chain still holds', async () => {
    const { createHash } = await import('node:crypto')
    for (const record of journal) {
      expect(createHash('sha256').update(hashInput(record)).digest('hex')).toBe(record.hash)
      expect(record.schema).toBe(version)
    }
  })

  it('opens in its database, keeps every row and gets the tables it lacked', async () => {
    const name = await databaseOf(version)
    expect(await storedDatabaseVersion(name)).toBe(version)
    const store = await openStore(name)
    expect(await storedDatabaseVersion(name)).toBe(SCHEMA_VERSION)
    await expectWhole(store, rows)
    for (const table of TABLE_NAMES) expect(Array.isArray(await store.all(table))).toBe(true)
    const desktop = new FakeDesktop()
    desktop.records = [...journal]
    expect(await reconcile(store, desktop.api, desktop.readyStatus(), countingEffects())).toEqual({
      kind: 'agreed',
    })
  })

  it('is rebuilt from its journal into a new database', async () => {
    const desktop = new FakeDesktop()
    desktop.records = [...journal]
    const store = await openStore(freshDatabaseName())
    const done = await reconcile(store, desktop.api, desktop.readyStatus(), countingEffects())
    expect(done.kind).toBe('rebuilt')
    await expectWhole(store, rows)
  })

  it('restores to the journal what only the database still had', async () => {
    const desktop = new FakeDesktop()
    desktop.records = journal.slice(0, -2)
    const store = await openStore(await databaseOf(version))
    const done = await reconcile(store, desktop.api, desktop.readyStatus(), countingEffects())
    expect(done.kind).toBe('journal-restored')
    await expectWhole(store, rows)
  })
})
