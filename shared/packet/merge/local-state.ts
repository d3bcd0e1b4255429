import type { Origin } from '../../domain/packets'
import type { Membership } from '../../domain/people'
import type { Row } from '../../journal'
import { TABLE_NAMES, type TableName } from '../../schema/tables'
import type { RowsByTable } from '../collect'
import { rowId, type VersionLedger } from '../versions'
import type { Histories, LocalRow } from './compare-row'
import { unitOf } from './units'

/** A body of this computer other than that of the packet. */
export interface OtherBody {
  readonly id: string
  readonly name: string
  readonly acronym: string
}

/** What a packet is compared with. */
export interface LocalSource {
  /** Every row of the body of the packet; empty when it is not here. */
  readonly rows: RowsByTable
  /** The rows of `origins` of the body, by id. */
  readonly origins: ReadonlyMap<string, Origin>
  readonly ledger: VersionLedger
  readonly forked: boolean
  /** Ids of rows of the packet that are here in another body. */
  readonly elsewhere: ReadonlySet<string>
  readonly otherBodies: readonly OtherBody[]
}

/** The body of a packet as it is on this computer, looked up by row and by unit. */
export class LocalState {
  readonly histories: Histories
  readonly otherBodies: readonly OtherBody[]
  readonly rows: RowsByTable
  readonly #source: LocalSource
  readonly #byId = new Map<string, Row>()
  readonly #byUnit = new Map<string, { readonly table: TableName; readonly key: string }[]>()

  constructor(source: LocalSource) {
    this.#source = source
    this.rows = source.rows
    this.otherBodies = source.otherBodies
    const { ledger, forked } = source
    this.histories = { own: ledger.origin, headSeq: ledger.head.seq, forked }
    for (const table of TABLE_NAMES) {
      if (table === 'origins') continue
      for (const each of source.rows[table] ?? []) this.#add(table, each.id, each as unknown as Row)
    }
  }

  #add(table: TableName, key: string, row: Row): void {
    this.#byId.set(rowId(table, key), row)
    const { id, kind } = unitOf(table, key, row)
    if (kind !== 'session' && kind !== 'item') return
    const ofUnit = this.#byUnit.get(id) ?? []
    ofUnit.push({ table, key })
    this.#byUnit.set(id, ofUnit)
  }

  /** A row as it is here, with the changes that it contains. */
  rowOf(table: TableName, key: string): LocalRow {
    const id = rowId(table, key)
    const origin = this.#source.origins.get(id) ?? null
    const row = this.#byId.get(id) ?? null
    return { row, origin, versions: this.#source.ledger.versionsOf(id, origin) }
  }

  /** Rows of a session or an item that are here. */
  rowsOfUnit(id: string): readonly { readonly table: TableName; readonly key: string }[] {
    return this.#byUnit.get(id) ?? []
  }

  /** Memberships of here that name a seat or a person. */
  membershipsNaming(key: string): readonly Membership[] {
    const memberships = this.rows.memberships ?? []
    return memberships.filter(({ seatId, personId }) => seatId === key || personId === key)
  }

  /** Whether a row of that name is here in another body. */
  isElsewhere(table: TableName, key: string): boolean {
    return this.#source.elsewhere.has(rowId(table, key))
  }
}
