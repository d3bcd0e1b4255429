import type { TableName } from '../../schema/tables'
import type { RowPair } from './compare-row'

/** What is chosen as one: a row with all that only makes sense with it. */
export type UnitKind =
  | 'body'
  | 'seat'
  | 'person'
  | 'membership'
  | 'session'
  | 'item'
  | 'closed-day'
  | 'view'
  | 'packet'
  | 'commemoration'
  | 'channel'
  | 'publication'

/** Every kind of unit, in the order in which they are shown and stored. */
export const UNIT_KINDS: readonly UnitKind[] = [
  'body',
  'seat',
  'person',
  'membership',
  'session',
  'item',
  'closed-day',
  'view',
  'packet',
  'commemoration',
  'channel',
  'publication',
]

const KIND_OF: Readonly<Record<Exclude<TableName, 'origins'>, UnitKind>> = {
  bodies: 'body',
  seats: 'seat',
  persons: 'person',
  memberships: 'membership',
  sessions: 'session',
  attendees: 'session',
  points: 'session',
  facts: 'session',
  overlays: 'session',
  items: 'item',
  itemEvents: 'item',
  closedDays: 'closed-day',
  itemViews: 'view',
  packets: 'packet',
  commemorations: 'commemoration',
  channels: 'channel',
  publications: 'publication',
}

/** The field by which the rows of a table name what they are part of; null for those that stand alone. */
const PARENT_FIELD: Partial<Readonly<Record<TableName, string>>> = {
  attendees: 'sessionId',
  points: 'sessionId',
  facts: 'sessionId',
  overlays: 'sessionId',
  itemEvents: 'itemId',
}

/** The table whose row is the unit itself. */
export const MAIN_TABLE: Readonly<Record<UnitKind, TableName>> = {
  body: 'bodies',
  seat: 'seats',
  person: 'persons',
  membership: 'memberships',
  session: 'sessions',
  item: 'items',
  'closed-day': 'closedDays',
  view: 'itemViews',
  packet: 'packets',
  commemoration: 'commemorations',
  channel: 'channels',
  publication: 'publications',
}

/** Name of a unit: its kind and the key of its row. */
export function unitId(kind: UnitKind, key: string): string {
  return `${kind}:${key}`
}

/** The unit that a row is part of, with the key of its main row. Throws for a row that is of none. */
export function unitOf(
  table: TableName,
  key: string,
  row: { readonly [field: string]: unknown },
): { readonly id: string; readonly kind: UnitKind; readonly key: string } {
  if (table === 'origins') throw new Error('Rows of origins are of no unit')
  const kind = KIND_OF[table]
  const field = PARENT_FIELD[table]
  const parent = field === undefined ? key : String(row[field])
  return { id: unitId(kind, parent), kind, key: parent }
}

/**
 * How a unit of the packet stands to this computer. `changed`: the packet is newer. `older`: this computer
 * is. `conflict`: each has something that the other does not. `deleted`: the packet, newer, no longer has it.
 */
export type UnitState = 'new' | 'changed' | 'identical' | 'older' | 'conflict' | 'deleted'

/**
 * The state of a unit from those of its rows. Rows changed apart, or some newer there and some newer here,
 * make a conflict of the whole: a session recorded on two laptops is never woven together.
 */
export function unitStateOf(pairs: readonly RowPair[], main: RowPair | null): UnitState {
  const has = (...states: readonly RowPair['state'][]) => pairs.some(({ state }) => states.includes(state))
  const comes = has('new', 'newer', 'gone')
  const stays = has('older', 'mine')
  if (has('apart') || (comes && stays)) return 'conflict'
  if (!comes) return stays ? 'older' : 'identical'
  if (main?.state === 'gone') return 'deleted'
  return main?.state === 'new' ? 'new' : 'changed'
}
