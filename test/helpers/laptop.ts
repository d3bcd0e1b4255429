import { createHash } from 'node:crypto'
import { bodyIdSchema } from '../../shared/domain/bodies'
import type { Origin } from '../../shared/domain/packets'
import {
  type Change,
  canonicalJson,
  GENESIS_HASH,
  hashInput,
  type JournalRecord,
  type JsonValue,
  type Row,
} from '../../shared/journal'
import { finish } from '../../shared/lib/steps'
import {
  type Choice,
  type Choices,
  collectLines,
  type ImportPlan,
  importChanges,
  LocalState,
  type PacketRecords,
  planImport,
  RECORDS_FORMAT,
  RECORDS_VERSION,
  type RecordsScope,
  type RowsByTable,
  readRecords,
  recordText,
  rowId,
  settleChoices,
  VersionLedger,
  withheldByTable,
} from '../../shared/packet'
import { TABLE_NAMES, type TableName } from '../../shared/schema/tables'
import { SCHEMA_VERSION } from '../../shared/schema/version'
import { testId } from './make-session'

/** What an import did. */
export interface Imported {
  readonly plan: ImportPlan
  readonly changes: readonly Change[]
  /** Units that were to be taken and had to wait. */
  readonly held: number
}

/** A computer with a journal and the rows that follow from it, in memory: the packet's rules without Dexie. */
export class Laptop {
  readonly name: number
  readonly records: JournalRecord[] = []
  readonly #rows = new Map<string, { readonly table: TableName; readonly key: string; readonly row: Row }>()
  readonly #ledger = new VersionLedger()
  #ids: number

  constructor(name: number) {
    this.name = name
    this.#ids = name * 1_000_000
  }

  newId(): string {
    this.#ids += 1
    return testId(this.#ids)
  }

  get(table: TableName, key: string): Row | null {
    return this.#rows.get(rowId(table, key))?.row ?? null
  }

  all(table: TableName): readonly Row[] {
    return [...this.#rows.values()].filter((each) => each.table === table).map(({ row }) => row)
  }

  /** Stores changes as one record of the journal. */
  commit(changes: readonly Change[], undoOf: string | null = null): JournalRecord {
    const seq = this.records.length + 1
    const at = '2017-11-15T17:00:00.000Z'
    const changeSet = { id: this.newId(), at, label: `Cambio de ${this.name}`, undoOf, changes }
    const prev = this.records.at(-1)?.hash ?? GENESIS_HASH
    const body = { seq, at, schema: SCHEMA_VERSION, changeSet }
    const hash = createHash('sha256')
      .update(hashInput({ ...body, prev }))
      .digest('hex')
    const record = { ...body, prev, hash }
    this.records.push(record)
    this.#ledger.read([record])
    for (const { table, key, after } of changes) {
      if (after === null) this.#rows.delete(rowId(table, key))
      else this.#rows.set(rowId(table, key), { table, key, row: after })
    }
    return record
  }

  put(table: TableName, row: Row): void {
    const key = String(row.id)
    this.commit([{ table, key, before: this.get(table, key), after: row }])
  }

  drop(...rows: readonly (readonly [TableName, Row])[]): void {
    this.commit(rows.map(([table, row]) => ({ table, key: String(row.id), before: row, after: null })))
  }

  /** Takes the last change set back, as Ctrl+Z does. */
  undo(record: JournalRecord): void {
    const back = [...record.changeSet.changes].reverse()
    this.commit(
      back.map((change) => ({ ...change, before: change.after, after: change.before })),
      record.changeSet.id,
    )
  }

  #origins(): ReadonlyMap<string, Origin> {
    return new Map(this.all('origins').map((row) => [String(row.id), row as unknown as Origin]))
  }

  #rowsByTable(): RowsByTable {
    return Object.fromEntries(TABLE_NAMES.map((table) => [table, this.all(table)])) as RowsByTable
  }

  /** The lines of registros.jsonl of a packet of body 1. */
  pack(scope: RecordsScope = { audience: 'backup' }, version = 1): readonly string[] {
    const source = {
      bodyId: testId(1),
      rows: this.#rowsByTable(),
      origins: this.#origins(),
      ledger: this.#ledger,
    }
    const lines = [...collectLines(source, scope)]
    const header = {
      format: RECORDS_FORMAT,
      version: RECORDS_VERSION,
      schema: SCHEMA_VERSION,
      audience: scope.audience,
      packetId: testId(1_000 + version),
      packetVersion: version,
      bodyId: testId(1),
      bodyName: 'Comité',
      sessionId: scope.audience === 'members' ? scope.sessionId : null,
      origin: this.#ledger.origin,
      headSeq: this.#ledger.head.seq,
      headHash: this.#ledger.head.hash,
      madeAt: '2017-11-15T17:00:00.000Z',
      withheld: withheldByTable(scope.audience),
      lines: lines.length,
    }
    return [canonicalJson(header as JsonValue), ...lines.map(recordText)]
  }

  plan(records: PacketRecords): ImportPlan {
    const { header } = records
    const ofSameName = this.#ledger.origin === header.origin
    const forked = ofSameName && this.records[header.headSeq - 1]?.hash !== header.headHash
    const local = new LocalState({
      rows: this.#rowsByTable(),
      origins: this.#origins(),
      ledger: this.#ledger,
      forked,
      elsewhere: new Set(),
      otherBodies: [],
    })
    const planned = finish(planImport(records, local))
    if (!planned.ok) throw new Error(`Refused: ${JSON.stringify(planned.error)}`)
    return planned.value
  }

  /** Reads a packet, plans it and stores what is chosen; `onConflict` decides every conflict alike. */
  take(lines: readonly string[], onConflict: Choice = 'leave', choices: Choices = {}): Imported {
    const read = readRecords(lines)
    if (!read.ok) throw new Error(`Refused: ${JSON.stringify(read.error)}`)
    const plan = this.plan(read.value)
    const conflicts = plan.units.filter(({ state }) => state === 'conflict')
    const chosen = { ...Object.fromEntries(conflicts.map(({ id }) => [id, onConflict])), ...choices }
    const made = finish(importChanges(plan, chosen, this.#ledger.origin))
    if (!made.ok) throw new Error(`Refused: ${JSON.stringify(made.error)}`)
    if (made.value.length > 0) this.commit(made.value)
    return { plan, changes: made.value, held: settleChoices(plan, chosen).held.size }
  }

  /** Every row there is as one text; without the bookkeeping of imports unless it is asked for. */
  content(withOrigins = false): string {
    const rows = [...this.#rows.entries()].filter(([, { table }]) => withOrigins || table !== 'origins')
    return canonicalJson(rows.map(([id, { row }]) => [id, row] as const).sort(([a], [b]) => (a < b ? -1 : 1)))
  }

  /** SHA-256 of the content. */
  stateHash(withOrigins = false): string {
    return createHash('sha256').update(this.content(withOrigins)).digest('hex')
  }

  /** Everything recorded in the sessions, by id. */
  factIds(): ReadonlySet<string> {
    return new Set(this.all('facts').map(({ id }) => String(id)))
  }
}

/** Body 1, which every laptop of a test shares. */
export const SHARED_BODY = bodyIdSchema.parse(testId(1))
