import type { Audience, Origin, Versions } from '../domain/packets'
import { canonicalJson, type JsonValue, type Row } from '../journal'
import type { RowOf } from '../schema/row-schemas'
import { TABLE_NAMES, type TableName } from '../schema/tables'
import { stillLacking } from './lacking'
import { DEFAULT_OPTIONS, tableReaches, withheldFields } from './policy'
import type { RecordLine, RecordsHeader } from './records'
import { membersScope } from './scope'
import { type ToldReviews, toldReviews, withTold } from './told-elsewhere'
import { type GoneRow, joinVersions, rowId, type VersionLedger } from './versions'

/** Stored rows by table; a table that is not there has none. */
export type RowsByTable = { readonly [T in TableName]?: readonly RowOf<T>[] }

/** What the rows of a packet are collected from. */
export interface RecordsSource {
  readonly bodyId: string
  /** Every row of the body. */
  readonly rows: RowsByTable
  /** The rows of `origins` of the body, by id. */
  readonly origins: ReadonlyMap<string, Origin>
  readonly ledger: VersionLedger
}

/** Who the rows are for: the members of one session, or one's own other laptop, which gets everything. */
export type RecordsScope =
  | {
      readonly audience: 'members'
      readonly sessionId: string
      /** False when the packet does not carry the annexes: then its rows do not name them. */
      readonly annexes?: boolean
    }
  | { readonly audience: 'backup' }

/** A row that names a file which does not come along could not be taken in. */
function withheldOf(table: TableName, audience: Audience, annexes: boolean): readonly string[] {
  const fields = withheldFields(table, audience, DEFAULT_OPTIONS)
  return table === 'points' && audience === 'members' && !annexes ? [...fields, 'attachments'] : fields
}

/** Fields by table that the audience does not get of the rows it gets, for the header. */
export function withheldByTable(
  audience: Exclude<Audience, 'public'>,
  annexes = true,
): RecordsHeader['withheld'] {
  const entries = TABLE_NAMES.map((table) => [table, withheldOf(table, audience, annexes)] as const)
  return Object.fromEntries(entries.filter(([, fields]) => fields.length > 0))
}

function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}

function lineOf(
  table: TableName,
  row: Row,
  versions: Versions,
  withheld: readonly string[],
  stored: Origin | null,
): RecordLine {
  const key = String(row.id)
  const lacking = stillLacking(table, row, stored?.lacking ?? []).filter((field) => !withheld.includes(field))
  const missing = new Set([...withheld, ...lacking])
  const kept = Object.fromEntries(Object.entries(row).filter(([field]) => !missing.has(field)))
  return { table, key, versions, ...(lacking.length === 0 ? {} : { lacking }), row: kept }
}

/** Rows that are gone and that the audience would have got. */
function goneInScope(all: readonly GoneRow[], scope: RecordsScope, wanted: RowsByTable): readonly GoneRow[] {
  if (scope.audience === 'backup') return all
  const ofSession = all.filter(
    ({ table, sessionId }) => table !== 'sessions' && sessionId === scope.sessionId,
  )
  const items = new Set<string>([
    ...(wanted.items ?? []).map(({ id }) => id),
    ...ofSession.filter(({ table }) => table === 'items').map(({ key }) => key),
  ])
  return [...ofSession, ...all.filter(({ itemId }) => itemId !== null && items.has(itemId))]
}

/** Lines of the rows that are gone, here or, in a backup, wherever the body was before. */
function goneLines(
  source: RecordsSource,
  scope: RecordsScope,
  wanted: RowsByTable,
): ReadonlyMap<string, readonly RecordLine[]> {
  const { ledger, origins, bodyId } = source
  const lines = new Map<string, RecordLine[]>()
  const known = new Set<string>()
  const add = (table: string, key: string, versions: Versions) => {
    known.add(rowId(table, key))
    if (Object.keys(versions).length === 0) return
    const ofTable = lines.get(table) ?? []
    ofTable.push({ table, key, versions, row: null })
    lines.set(table, ofTable)
  }
  for (const gone of goneInScope(ledger.goneRows(bodyId), scope, wanted)) {
    const id = rowId(gone.table, gone.key)
    if (!tableReaches(gone.table, scope.audience, DEFAULT_OPTIONS)) continue
    add(gone.table, gone.key, ledger.versionsOf(id, origins.get(id) ?? null))
  }
  if (scope.audience !== 'backup') return lines
  const stored = new Set(
    TABLE_NAMES.flatMap((table) => (source.rows[table] ?? []).map(({ id }) => rowId(table, id))),
  )
  for (const origin of origins.values()) {
    if (!origin.deleted || known.has(origin.id) || stored.has(origin.id)) continue
    const at = origin.id.indexOf(':')
    add(origin.id.slice(0, at), origin.id.slice(at + 1), ledger.versionsOf(origin.id, origin))
  }
  return lines
}

/** The rows that the audience gets, before its fields are taken out. */
function wantedRows(source: RecordsSource, scope: RecordsScope, told: ToldReviews | null): RowsByTable {
  if (scope.audience === 'backup' || told === null) return source.rows
  const itemEvents = withTold(source.rows.itemEvents, told)
  const wanted = membersScope({ ...source.rows, itemEvents }, scope.sessionId)
  // What the session of the packet said goes in its facts.
  const isOwn = (event: RowOf<'itemEvents'>) =>
    told.versions.has(event.id) && event.source.sessionId === scope.sessionId
  return { ...wanted, itemEvents: (wanted.itemEvents ?? []).filter((event) => !isOwn(event)) }
}

/**
 * The rows of a packet, one at a time, in the one order that there is: tables in the order of the schema,
 * rows by key. Every row says which changes it contains; rows that are gone say so. Fields that the
 * audience does not get are not there. To the members of a session, what other sessions said of
 * its items goes as events of those items.
 */
export function* collectLines(source: RecordsSource, scope: RecordsScope): Generator<RecordLine, void> {
  const { ledger, origins } = source
  const told = scope.audience === 'backup' ? null : toldReviews(source)
  const wanted = wantedRows(source, scope, told)
  const gone = goneLines(source, scope, wanted)
  for (const table of TABLE_NAMES) {
    if (!tableReaches(table, scope.audience, DEFAULT_OPTIONS)) continue
    const withheld = withheldOf(table, scope.audience, scope.audience === 'backup' || scope.annexes !== false)
    const rows = (wanted[table] ?? []).map((row) => ({ key: row.id, row: row as unknown as Row }))
    const lines: readonly { readonly key: string; readonly row: Row | null; readonly gone?: RecordLine }[] = [
      ...rows,
      ...(gone.get(table) ?? []).map((line) => ({ key: line.key, row: null, gone: line })),
    ]
    for (const { key, row, gone: line } of [...lines].sort(byKey)) {
      if (line) yield line
      if (row === null) continue
      const stored = origins.get(rowId(table, key)) ?? null
      const versions = ledger.versionsOf(rowId(table, key), stored)
      const ofTold = table === 'itemEvents' ? told?.versions.get(key) : undefined
      yield lineOf(table, row, ofTold ? joinVersions(versions, ofTold) : versions, withheld, stored)
    }
  }
}

/** A line of registros.jsonl without its newline, written the same for equal values. */
export function recordText(line: RecordLine | RecordsHeader): string {
  return canonicalJson(JSON.parse(JSON.stringify(line)) as JsonValue)
}
