import type { Versions } from '../domain/packets'
import { canonicalJson, findJsonProblem, type JsonObject, type JsonValue, type Row } from '../journal'
import { err, ok, type Result } from '../lib/result'
import { utf8Length } from '../lib/utf8-length'
import { type AnyRow, migrateRow } from '../schema/migrate'
import { ROW_SCHEMAS } from '../schema/row-schemas'
import { TABLE_NAMES, type TableName } from '../schema/tables'
import { SCHEMA_VERSION } from '../schema/version'
import { emptyField } from './lacking'
import {
  RECORDS_FORMAT,
  RECORDS_LIMITS,
  RECORDS_VERSION,
  type RecordLine,
  type RecordsHeader,
  recordLineSchema,
  recordsHeaderSchema,
} from './records'
import { rowId } from './versions'

/** A row of a packet that was read, brought to the present schema and checked against its table. */
export interface IncomingRow {
  readonly table: TableName
  readonly key: string
  readonly versions: Versions
  /** Fields that never came: in `row` they are empty. */
  readonly lacking: readonly string[]
  /** Null when the row is gone. */
  readonly row: Row | null
}

/** Everything that registros.jsonl says. Plain data: it goes from worker to page as it is. */
export interface PacketRecords {
  readonly header: RecordsHeader
  readonly rows: readonly IncomingRow[]
}

/**
 * Why registros.jsonl is refused, whole; `line` counts from 1. Newer formats and schemas say which version
 * is needed; everything else is damage or forgery, and `detail` is for support.
 */
export type RecordsProblem =
  | { readonly code: 'newer-format'; readonly found: number; readonly supported: number }
  | { readonly code: 'newer-schema'; readonly found: number; readonly supported: number }
  | { readonly code: 'too-large'; readonly what: 'line' | 'bytes' | 'lines'; readonly max: number }
  | { readonly code: 'bad-header'; readonly detail: string }
  | { readonly code: 'bad-line'; readonly line: number; readonly detail: string }
  | { readonly code: 'incomplete'; readonly expected: number; readonly found: number }

/** Journals that one row may have been changed in; more is an attempt to fill the memory. */
const MOST_ORIGINS = 200

function parseJson(text: string): Result<JsonObject, string> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return err('not JSON')
  }
  const problem = findJsonProblem(value)
  if (problem) return err(`${problem.reason} at ${problem.path}`)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return err('not an object')
  // A key said twice, or any other way of writing the same, could mean two things to two readers.
  if (canonicalJson(value as JsonValue) !== text) return err('not canonical')
  return ok(value as JsonObject)
}

function isTable(name: string): name is TableName {
  return (TABLE_NAMES as readonly string[]).includes(name)
}

/** The version that a header claims, before anything else of it is believed. */
function newerThanKnown(header: JsonObject): RecordsProblem | null {
  const { format, version, schema } = header
  if (format !== RECORDS_FORMAT) return { code: 'bad-header', detail: 'not the records of a packet' }
  if (typeof version === 'number' && version > RECORDS_VERSION) {
    return { code: 'newer-format', found: version, supported: RECORDS_VERSION }
  }
  if (typeof schema === 'number' && schema > SCHEMA_VERSION) {
    return { code: 'newer-schema', found: schema, supported: SCHEMA_VERSION }
  }
  return null
}

function headerProblem(header: RecordsHeader): string | null {
  if (header.audience === 'public') return 'a public packet has no records'
  if ((header.audience === 'members') !== (header.sessionId !== null)) return 'session and audience disagree'
  for (const [table, fields] of Object.entries(header.withheld)) {
    if (!isTable(table)) return `unknown table ${table}`
    const needed = fields.find((field) => emptyField(table, field) === undefined)
    if (needed !== undefined) return `${table} cannot do without ${needed}`
  }
  return null
}

function readHeader(text: string): Result<RecordsHeader, RecordsProblem> {
  const json = parseJson(text)
  if (!json.ok) return err({ code: 'bad-header', detail: json.error })
  const newer = newerThanKnown(json.value)
  if (newer) return err(newer)
  const parsed = recordsHeaderSchema.safeParse(json.value)
  if (!parsed.success) return err({ code: 'bad-header', detail: parsed.error.message })
  const detail = headerProblem(parsed.data)
  return detail === null ? ok(parsed.data) : err({ code: 'bad-header', detail })
}

/** The row with the fields that were withheld, empty. */
function filled(table: TableName, row: Row, lacking: readonly string[]): Row {
  const empty = lacking.map((field) => [field, emptyField(table, field) ?? null] as const)
  return { ...row, ...Object.fromEntries(empty) }
}

function isForeign(table: TableName, row: AnyRow, bodyId: string): boolean {
  if (table === 'bodies') return row.id !== bodyId
  return 'bodyId' in row && row.bodyId !== bodyId
}

/** Brings a row to the present schema and checks it; null when that has no place for it. */
function readRow(
  line: RecordLine,
  table: TableName,
  header: RecordsHeader,
): Result<Pick<IncomingRow, 'row' | 'lacking'> | null, string> {
  if (line.row === null) return ok({ row: null, lacking: [] })
  const migrated = migrateRow(table, line.row, header.schema)
  if (!migrated.ok) return err(`no migration (${migrated.error.code})`)
  if (migrated.value === null) return ok(null)
  const came = migrated.value as Row
  const missing = [...new Set([...(header.withheld[table] ?? []), ...(line.lacking ?? [])])]
  const lacking = missing.filter((field) => came[field] === undefined)
  const needed = lacking.find((field) => emptyField(table, field) === undefined)
  if (needed !== undefined) return err(`cannot do without ${needed}`)
  const parsed = ROW_SCHEMAS[table].safeParse(filled(table, came, lacking))
  if (!parsed.success) return err(parsed.error.message)
  const row = parsed.data as unknown as Row
  if (row.id !== line.key) return err('key and id disagree')
  if (isForeign(table, row, header.bodyId)) return err('row of another body')
  return ok({ row, lacking })
}

function versionsProblem(versions: Versions, header: RecordsHeader): string | null {
  const count = Object.keys(versions).length
  if (count === 0 || count > MOST_ORIGINS) return `${count} origins`
  const own = versions[header.origin]
  return own !== undefined && own > header.headSeq ? 'a change that its journal does not have' : null
}

/** Checks lines that are JSON of the right outline, one after the other. */
class LineChecker {
  readonly rows: IncomingRow[] = []
  readonly #header: RecordsHeader
  readonly #seen = new Set<string>()

  constructor(header: RecordsHeader) {
    this.#header = header
  }

  /** Takes the next line in; the text says what is wrong with it. */
  check(line: RecordLine): string | null {
    const { table, key, versions } = line
    if (!isTable(table) || table === 'origins') return `unknown table ${table}`
    const id = rowId(table, key)
    if (this.#seen.has(id)) return 'a row that was said before'
    this.#seen.add(id)
    const lie = versionsProblem(versions, this.#header)
    if (lie !== null) return lie
    const row = readRow(line, table, this.#header)
    if (!row.ok) return row.error
    if (row.value !== null) this.rows.push({ table, key, versions, ...row.value })
    return null
  }
}

/**
 * Reads registros.jsonl a line at a time, within its caps: nothing that comes in is believed before it was
 * checked, a row that does not fit refuses the packet whole, and nothing is kept of a line but its row.
 */
export class RecordsReader {
  #header: RecordsHeader | null = null
  #checker: LineChecker | null = null
  #bytes = 0
  #lines = 0

  /** Reads the next line, given without its newline. */
  push(text: string): Result<null, RecordsProblem> {
    const bytes = utf8Length(text)
    this.#bytes += bytes + 1
    this.#lines += 1
    const { lineBytes, bytes: most, lines } = RECORDS_LIMITS
    if (bytes > lineBytes) return err({ code: 'too-large', what: 'line', max: lineBytes })
    if (this.#bytes > most) return err({ code: 'too-large', what: 'bytes', max: most })
    if (this.#lines > lines + 1) return err({ code: 'too-large', what: 'lines', max: lines })
    if (this.#checker !== null) return this.#pushRow(text, this.#checker)
    const header = readHeader(text)
    if (!header.ok) return header
    this.#header = header.value
    this.#checker = new LineChecker(header.value)
    return ok(null)
  }

  #pushRow(text: string, checker: LineChecker): Result<null, RecordsProblem> {
    const wrong = (detail: string) => err({ code: 'bad-line', line: this.#lines, detail } as const)
    const json = parseJson(text)
    if (!json.ok) return wrong(json.error)
    const line = recordLineSchema.safeParse(json.value)
    if (!line.success) return wrong(line.error.message)
    const problem = checker.check(line.data)
    return problem === null ? ok(null) : wrong(problem)
  }

  /** Everything that was read, once there are no more lines. */
  end(): Result<PacketRecords, RecordsProblem> {
    if (this.#header === null || this.#checker === null) {
      return err({ code: 'bad-header', detail: 'there is none' })
    }
    const found = this.#lines - 1
    if (found !== this.#header.lines) {
      return err({ code: 'incomplete', expected: this.#header.lines, found })
    }
    return ok({ header: this.#header, rows: this.#checker.rows })
  }
}

/** Reads the lines of registros.jsonl, given without their newlines; stops at the first that is wrong. */
export function readRecords(lines: Iterable<string>): Result<PacketRecords, RecordsProblem> {
  const reader = new RecordsReader()
  for (const line of lines) {
    const read = reader.push(line)
    if (!read.ok) return read
  }
  return reader.end()
}
