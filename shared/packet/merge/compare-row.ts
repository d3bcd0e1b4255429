import type { Origin, OriginId, Versions } from '../../domain/packets'
import { canonicalJson, type Row } from '../../journal'
import type { TableName } from '../../schema/tables'
import { stillLacking } from '../lacking'
import type { IncomingRow } from '../read-records'
import { isToldReview } from '../told-elsewhere'
import { compareVersions, joinVersions } from '../versions'

/** A row of this computer, as a packet is compared with it. */
export interface LocalRow {
  /** Null when it is not here. */
  readonly row: Row | null
  readonly origin: Origin | null
  /** Changes that it contains, those that took it away included; empty when it was never here. */
  readonly versions: Versions
}

/**
 * How a row of a packet stands to that of this computer. `same`: they read the same. `new`: it is not here.
 * `newer`: it contains everything that was changed here, and more. `older`: the other way round. `gone`: the
 * packet says, newer, that it was taken away. `apart`: it was changed here and there. `mine`: it is only
 * here, in something of which the packet has all there is.
 */
export type RowState = 'same' | 'new' | 'newer' | 'older' | 'gone' | 'apart' | 'mine'

/** A row of both sides. */
export interface RowPair {
  readonly table: TableName
  readonly key: string
  readonly state: RowState
  readonly local: LocalRow
  /** What the row would read, with what is known here of the fields that the packet withheld. */
  readonly incoming: Row | null
  /** Changes that the packet says its row contains; empty for `mine`. */
  readonly versions: Versions
  readonly lacking: readonly string[]
  /** Both sides' changes. */
  readonly joined: Versions
}

/** What is known of both journals before rows are compared. */
export interface Histories {
  /** Name of this journal; null while it is empty. */
  readonly own: OriginId | null
  /** Records in this journal. */
  readonly headSeq: number
  /**
   * Whether the packet comes from a journal of the same name that went another way (a copied or an old
   * profile): then numbers decide nothing, and whatever differs was changed apart.
   */
  readonly forked: boolean
}

/** Rows that are only ever added: one that reads otherwise was never written by this app. */
const APPEND_ONLY: ReadonlySet<TableName> = new Set(['facts', 'itemEvents'])

function same(a: Row | null, b: Row | null): boolean {
  if (a === null || b === null) return a === b
  return canonicalJson(a) === canonicalJson(b)
}

/** Whether all that differs are fields that had never come here. */
function onlyFills(local: LocalRow, incoming: Row, table: TableName): boolean {
  if (local.row === null || local.origin === null) return false
  const open = stillLacking(table, local.row, local.origin.lacking)
  const filled = Object.fromEntries(open.map((field) => [field, incoming[field] ?? null]))
  return open.length > 0 && same({ ...local.row, ...filled }, incoming)
}

function stateOf(incoming: IncomingRow, row: Row | null, local: LocalRow, histories: Histories): RowState {
  const { table, versions } = incoming
  if (same(row, local.row)) return 'same'
  const neverHere = Object.keys(local.versions).length === 0
  if (local.row === null && neverHere) return 'new'
  const claimed = histories.own === null ? 0 : (versions[histories.own] ?? 0)
  const order =
    histories.forked || claimed > histories.headSeq ? 'apart' : compareVersions(versions, local.versions)
  // What a packet told of a review elsewhere follows the fact, which may be mended there.
  const isTold = isToldReview(table, row) && isToldReview(table, local.row)
  if (row !== null && local.row !== null && isTold && order === 'same') return 'newer'
  if (row !== null && local.row !== null && !isTold) {
    if (order === 'same' && onlyFills(local, row, table)) return 'newer'
    if (APPEND_ONLY.has(table) && !onlyFills(local, row, table)) return 'apart'
  }
  switch (order) {
    case 'same':
    case 'apart':
      return 'apart'
    case 'older':
      return 'older'
    case 'newer':
      if (row === null) return 'gone'
      return local.row === null ? 'new' : 'newer'
  }
}

/** Compares a row of a packet with that of this computer. */
export function compareRow(incoming: IncomingRow, local: LocalRow, histories: Histories): RowPair {
  const { table, key, versions } = incoming
  const kept =
    local.row === null ? [] : incoming.lacking.map((field) => [field, local.row?.[field] ?? null] as const)
  const row = incoming.row === null ? null : { ...incoming.row, ...Object.fromEntries(kept) }
  const lacking =
    row === null
      ? []
      : local.row === null
        ? incoming.lacking
        : stillLacking(
            table,
            row,
            incoming.lacking.filter((field) => local.origin?.lacking.includes(field) ?? false),
          )
  return {
    table,
    key,
    state: stateOf(incoming, row, local, histories),
    local,
    incoming: row,
    versions,
    lacking,
    joined: joinVersions(local.versions, versions),
  }
}

/** A row that is here and not in the packet, which has all there is of what it belongs to. */
export function mine(table: TableName, key: string, local: LocalRow): RowPair {
  return {
    table,
    key,
    state: 'mine',
    local,
    incoming: null,
    versions: {},
    lacking: [],
    joined: local.versions,
  }
}
