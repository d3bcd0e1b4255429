import type { BodyId } from '../../shared/domain/bodies'
import type { Audience, Origin, Packet } from '../../shared/domain/packets'
import type { SessionId } from '../../shared/domain/sessions'
import { type RowsByTable, rowId } from '../../shared/packet'
import type { RowOf } from '../../shared/schema/row-schemas'
import type { TableName } from '../../shared/schema/tables'
import type { Store } from './store'

type OfBody = Exclude<TableName, 'bodies' | 'origins' | keyof typeof SESSION_INDEX>

/** Where rows name the session they are of. */
const SESSION_INDEX = {
  attendees: 'sessionId',
  points: 'sessionId',
  facts: '[sessionId+seq]',
  overlays: 'sessionId',
} as const

/** Where rows name their body; a table that is not here would not go in a backup, so none may be missing. */
const BODY_INDEX: Readonly<Record<OfBody, string>> = {
  seats: 'bodyId',
  persons: 'bodyId',
  memberships: 'bodyId',
  sessions: 'bodyId',
  items: 'bodyId',
  itemEvents: 'bodyId',
  closedDays: '[bodyId+from]',
  itemViews: 'bodyId',
  packets: 'bodyId',
  commemorations: 'bodyId',
  channels: 'bodyId',
  publications: '[bodyId+on]',
}

const AFTER_ANYTHING = '\uffff'
/** Sessions read between two turns of the window. */
const SESSIONS_A_TURN = 5

async function ofBody<T extends OfBody>(
  store: Store,
  table: T,
  bodyId: BodyId,
): Promise<readonly RowOf<T>[]> {
  const index = BODY_INDEX[table]
  if (index === 'bodyId') return store.where(table, index, bodyId)
  return store.between(table, index, [bodyId, ''], [bodyId, AFTER_ANYTHING])
}

async function ofSessions<T extends keyof typeof SESSION_INDEX>(
  store: Store,
  table: T,
  ids: readonly SessionId[],
): Promise<readonly RowOf<T>[]> {
  const index = SESSION_INDEX[table]
  if (index === 'sessionId') return store.whereAny(table, index, ids)
  const lists = await Promise.all(
    ids.map((id) => store.between(table, index, [id, 0], [id, Number.MAX_SAFE_INTEGER])),
  )
  return lists.flat()
}

/** Every row of a body, by table; a body that is not here has none. `pause` gives the window its turn. */
export async function loadBodyRows(
  store: Store,
  bodyId: BodyId,
  pause: () => Promise<void>,
): Promise<RowsByTable> {
  const body = await store.get('bodies', bodyId)
  const rows: Partial<Record<TableName, unknown[]>> = { bodies: body === null ? [] : [body] }
  for (const table of Object.keys(BODY_INDEX) as OfBody[]) {
    rows[table] = [...(await ofBody(store, table, bodyId))]
    await pause()
  }
  const sessions = (rows as RowsByTable).sessions ?? []
  for (let at = 0; at < sessions.length; at += SESSIONS_A_TURN) {
    const ids = sessions.slice(at, at + SESSIONS_A_TURN).map(({ id }) => id)
    for (const table of Object.keys(SESSION_INDEX) as (keyof typeof SESSION_INDEX)[]) {
      const ofTable = rows[table] ?? []
      for (const row of await ofSessions(store, table, ids)) ofTable.push(row)
      rows[table] = ofTable
    }
    await pause()
  }
  return rows as RowsByTable
}

/** Where the rows of a body that came in packets stood when they came, by id. */
export async function loadOrigins(store: Store, bodyId: BodyId): Promise<ReadonlyMap<string, Origin>> {
  const origins = await store.where('origins', 'bodyId', bodyId)
  return new Map(origins.map((origin) => [origin.id, origin]))
}

/** Of some rows, those that are stored at all. */
export async function storedIds(
  store: Store,
  keys: ReadonlyMap<TableName, readonly string[]>,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const [table, ofTable] of keys) {
    for (const row of await store.getMany(table, ofTable)) if (row !== null) found.add(rowId(table, row.id))
  }
  return found
}

/** The last packet of a body that was signed, by when it was made; null when none was. */
export async function lastSignedPacket(store: Store, bodyId: BodyId): Promise<Packet | null> {
  const packets = await store.where('packets', 'bodyId', bodyId)
  const signed = packets.filter(({ fingerprint }) => fingerprint !== null)
  const [last] = signed.sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
  return last ?? null
}

/** Packets made here of a session and for an audience, the newest version first; null for a whole body. */
export async function listPackets(
  store: Store,
  bodyId: BodyId,
  sessionId: SessionId | null,
  audience?: Audience,
): Promise<readonly Packet[]> {
  const packets = await store.where('packets', 'bodyId', bodyId)
  return packets
    .filter((packet) => packet.sessionId === sessionId)
    .filter((packet) => audience === undefined || packet.audience === audience)
    .sort((a, b) => b.version - a.version || (a.madeAt < b.madeAt ? 1 : -1))
}
