import type { Row } from '../../journal'
import { err, ok, type Result } from '../../lib/result'
import type { Steps } from '../../lib/steps'
import { TABLE_NAMES, type TableName } from '../../schema/tables'
import type { IncomingRow, PacketRecords } from '../read-records'
import type { RecordsHeader } from '../records'
import { isToldReview } from '../told-elsewhere'
import { rowId } from '../versions'
import { compareRow, type LocalRow, mine, type RowPair } from './compare-row'
import { differencesOf, type UnitDifference } from './differences'
import type { LocalState } from './local-state'
import { makeUnitTexts, type UnitTexts } from './unit-texts'
import { MAIN_TABLE, UNIT_KINDS, type UnitKind, type UnitState, unitId, unitOf, unitStateOf } from './units'

/** A unit of a packet, compared with this computer. */
export interface ImportUnit {
  readonly id: string
  readonly kind: UnitKind
  /** What it is called, from the packet, or from here when the packet no longer has it. */
  readonly title: string
  /** A line more: the date of a session, what it holds, who occupies a seat; may be empty. */
  readonly detail: string
  readonly state: UnitState
  readonly differences: readonly UnitDifference[]
  /** Differences that are not listed because they are too many. */
  readonly moreDifferences: number
  /** What to know before taking it, in whole sentences. */
  readonly warnings: readonly string[]
  /** Units of this packet that are not here and that it names: the new ones come with it. */
  readonly needs: readonly string[]
  /** Memberships of here that name it, when taking it would take it away; they need not be in the packet. */
  readonly namedHere: readonly { readonly id: string; readonly title: string }[]
  readonly pairs: readonly RowPair[]
}

/** What a packet would change here, and what it would not. Nothing has been changed. */
export interface ImportPlan {
  readonly header: RecordsHeader
  /** Units by kind, in the order of the packet. */
  readonly units: readonly ImportUnit[]
  /** Rows that are gone there and were never here: remembered, so that an older packet brings none back. */
  readonly unseen: readonly RowPair[]
  /** Record of this journal after which the plan was made. */
  readonly headSeq: number
}

/** Why rows cannot be compared: they speak of what belongs to another body, or to nothing. */
export type PlanRefusal = {
  readonly code: 'row-of-another-body' | 'row-of-nothing'
  readonly table: TableName
  readonly key: string
}

/** Rows compared between two looks at the clock. */
const ROWS_A_STEP = 200

interface Group {
  readonly kind: UnitKind
  readonly key: string
  readonly pairs: RowPair[]
}

function refusalOf({ table, key, row }: IncomingRow, local: LocalState, here: LocalRow): PlanRefusal | null {
  if (local.isElsewhere(table, key)) return { code: 'row-of-another-body', table, key }
  const [was, is] = [here.row, row]
  if (was === null || is === null) return null
  const moved = unitOf(table, key, was).id !== unitOf(table, key, is).id
  return moved ? { code: 'row-of-nothing', table, key } : null
}

/** Whether the packet has all there is of a unit, so that what it lacks is only here. */
function isWhole({ kind, key }: Group, header: RecordsHeader): boolean {
  if (kind === 'item') return true
  return kind === 'session' && (header.sessionId === null || header.sessionId === key)
}

function placeOf({ table, incoming, local }: RowPair): readonly [number, number] {
  const row = incoming ?? local.row
  const place = table === 'facts' || table === 'itemEvents' ? row?.seq : row?.order
  return [TABLE_NAMES.indexOf(table), typeof place === 'number' ? place : 0]
}

function inPlace(pairs: readonly RowPair[]): readonly RowPair[] {
  return pairs
    .map((pair) => ({ pair, place: placeOf(pair) }))
    .sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1])
    .map(({ pair }) => pair)
}

class Planner {
  readonly groups = new Map<string, Group>()
  readonly unseen: RowPair[] = []
  readonly incoming = new Map<string, Row>()
  readonly #records: PacketRecords
  readonly #local: LocalState

  constructor(records: PacketRecords, local: LocalState) {
    this.#records = records
    this.#local = local
    for (const { table, key, row } of records.rows)
      if (row !== null) this.incoming.set(rowId(table, key), row)
  }

  #groupOf(table: TableName, key: string, row: Row): Group {
    const unit = unitOf(table, key, row)
    const group = this.groups.get(unit.id) ?? { kind: unit.kind, key: unit.key, pairs: [] }
    this.groups.set(unit.id, group)
    return group
  }

  compare(row: IncomingRow): PlanRefusal | null {
    const here = this.#local.rowOf(row.table, row.key)
    const refusal = refusalOf(row, this.#local, here)
    if (refusal) return refusal
    if (this.#isKnownBetter(row)) return null
    const pair = compareRow(row, here, this.#local.histories)
    const shown = pair.incoming ?? here.row
    if (shown === null) this.unseen.push(pair)
    else this.#groupOf(row.table, row.key, shown).pairs.push(pair)
    return null
  }

  /** What is told of a review whose fact is here, or was and is gone, says nothing new. */
  #isKnownBetter({ table, key, row }: IncomingRow): boolean {
    if (table !== 'itemEvents' || (row !== null && !isToldReview(table, row))) return false
    return Object.keys(this.#local.rowOf('facts', key).versions).length > 0
  }

  /** Adds what is only here of the units that the packet has whole, one unit a step. */
  *addMine(): Generator<null, void> {
    const told = new Set(this.#records.rows.map(({ table, key }) => rowId(table, key)))
    for (const [id, group] of this.groups) {
      yield null
      if (!isWhole(group, this.#records.header)) continue
      for (const { table, key } of this.#local.rowsOfUnit(id)) {
        const here = this.#local.rowOf(table, key)
        // A packet has all there is of an item but not what every session said of it.
        const isMissing = !told.has(rowId(table, key)) && !isToldReview(table, here.row)
        if (isMissing) group.pairs.push(mine(table, key, here))
      }
    }
  }

  /** A row whose unit is neither in the packet nor here. */
  findOrphan(): PlanRefusal | null {
    for (const { kind, key, pairs } of this.groups.values()) {
      const table = MAIN_TABLE[kind]
      const main = this.incoming.has(rowId(table, key)) || this.#local.rowOf(table, key).row !== null
      const [first] = pairs.filter(({ incoming }) => incoming !== null)
      if (!main && first) return { code: 'row-of-nothing', table: first.table, key: first.key }
    }
    return null
  }

  unit(id: string, group: Group, texts: UnitTexts): ImportUnit {
    const pairs = inPlace(group.pairs)
    const main = pairs.find(({ table, key }) => table === MAIN_TABLE[group.kind] && key === group.key) ?? null
    const state = unitStateOf(pairs, main)
    const told = state === 'identical' ? null : texts.context(group.kind, group.key, pairs)
    const differences = told === null ? { listed: [], more: 0 } : differencesOf(pairs, told)
    return {
      id,
      kind: group.kind,
      ...texts.heading(group.kind, group.key, pairs),
      state,
      differences: differences.listed,
      moreDifferences: differences.more,
      warnings: told === null ? [] : texts.warnings(group.kind, state, pairs, told),
      needs: this.#needs(id, pairs, texts),
      namedHere: main?.incoming === null ? this.#namedHere(group.key, texts) : [],
      pairs,
    }
  }

  #namedHere(key: string, texts: UnitTexts): ImportUnit['namedHere'] {
    return this.#local.membershipsNaming(key).map((row) => ({
      id: unitId('membership', row.id),
      title: texts.nameOf('memberships', row.id),
    }))
  }

  #needs(id: string, pairs: readonly RowPair[], texts: UnitTexts): readonly string[] {
    const named = pairs.flatMap(({ table, incoming }) =>
      incoming === null ? [] : texts.namedBy(table, incoming),
    )
    const absent = named.filter(
      ({ table, key }) => this.incoming.has(rowId(table, key)) && this.#local.rowOf(table, key).row === null,
    )
    const units = absent.map(({ table, key }) => unitOf(table, key, { id: key }).id)
    return [...new Set(units)].filter((unit) => unit !== id)
  }
}

function byKind(groups: ReadonlyMap<string, Group>): readonly (readonly [string, Group])[] {
  return UNIT_KINDS.flatMap((kind) => [...groups].filter(([, group]) => group.kind === kind))
}

/**
 * Compares a packet with this computer, unit by unit. A generator, so that whoever runs it can give the
 * window its turn: it yields how much is done, from 0 to 1. Nothing is changed.
 */
export function* planImport(
  records: PacketRecords,
  local: LocalState,
): Steps<Result<ImportPlan, PlanRefusal>> {
  const planner = new Planner(records, local)
  const { rows, header } = records
  for (const [index, row] of rows.entries()) {
    const refusal = planner.compare(row)
    if (refusal) return err(refusal)
    if (index % ROWS_A_STEP === 0) yield index / rows.length / 2
  }
  for (const _unit of planner.addMine()) yield 0.5
  const orphan = planner.findOrphan()
  if (orphan) return err(orphan)
  yield 0.5
  const texts = makeUnitTexts(planner.incoming, local)
  const units: ImportUnit[] = []
  const groups = byKind(planner.groups)
  for (const [id, group] of groups) {
    units.push(planner.unit(id, group, texts))
    yield 0.5 + units.length / groups.length / 2
  }
  return ok({ header, units, unseen: planner.unseen, headSeq: local.histories.headSeq })
}
