import { err, ok, type Result } from '../lib/result'
import { type JournalRecord, journalRecordSchema, recordBodyText } from './record'

/**
 * Layout of a line, fixed for good: `{"prev":"…64…","hash":"…64…",` followed by the canonical body
 * without its opening brace. The line is ordinary JSON, and the hashed bytes are a piece of it, so a
 * whole journal is verified without parsing it. A future layout takes another file name.
 */
const LINE_START = /^\{"prev":"([0-9a-f]{64})","hash":"([0-9a-f]{64})",(?="at":"([^"\\]{1,40})",)/
const LINE_START_LENGTH = 149
const LINE_END = /,"schema":([1-9]\d{0,8}),"seq":([1-9]\d{0,14})\}$/
/** Longest match of {@link LINE_END}; only that much of the line is searched. */
const LINE_END_LENGTH = 64

/** Longest line accepted, in bytes without its newline: 64 MiB. */
export const MAX_LINE_BYTES = 64 * 1024 * 1024

/** What a line shows without being parsed: enough to verify its place in the chain. */
export interface LineFrame {
  readonly prev: string
  readonly hash: string
  readonly at: string
  readonly schema: number
  readonly seq: number
  /** The text to digest; the line is genuine when its SHA-256 equals `hash`. */
  readonly hashInput: string
}

/**
 * Why a line is no record: wrong outline, not JSON, not written canonically (so its bytes could mean
 * two things), or JSON that is no record (with zod's words).
 */
export type LineError =
  | { readonly code: 'bad-layout' }
  | { readonly code: 'not-json' }
  | { readonly code: 'not-canonical' }
  | { readonly code: 'bad-shape'; readonly detail: string }

/** The line that stores a body, up to where the text given of it ends. */
export function sealedStart(prev: string, hash: string, body: string): string {
  return `{"prev":"${prev}","hash":"${hash}",${body.slice(1)}`
}

/** The line that stores a body (as {@link recordBodyText} writes it) with its seal, newline included. */
export function sealedLine(prev: string, hash: string, body: string): string {
  return `${sealedStart(prev, hash, body)}\n`
}

/** The line that stores a record, newline included. */
export function encodeLine(record: JournalRecord): string {
  return sealedLine(record.prev, record.hash, recordBodyText(record))
}

/** Reads the outline of a line (given without newline); null when it does not have the layout. */
export function readFrame(line: string): LineFrame | null {
  const start = LINE_START.exec(line)
  const end = LINE_END.exec(line.slice(-LINE_END_LENGTH))
  const [, prev, hash, at] = start ?? []
  const [, schema, seq] = end ?? []
  if (prev === undefined || hash === undefined || at === undefined) return null
  if (schema === undefined || seq === undefined) return null
  const body = `{${line.slice(LINE_START_LENGTH)}`
  return { prev, hash, at, schema: Number(schema), seq: Number(seq), hashInput: `${prev}\n${body}` }
}

/** Parses a line (given without newline) into a record; the caller still has to check its hash. */
export function parseLine(line: string): Result<JournalRecord, LineError> {
  if (readFrame(line) === null) return err({ code: 'bad-layout' })
  const json = parseJson(line)
  if (!json.ok) return json
  const record = journalRecordSchema.safeParse(json.value)
  if (record.success) {
    return encodeLine(record.data) === `${line}\n` ? ok(record.data) : err({ code: 'not-canonical' })
  }
  const detail = record.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
  return err({ code: 'bad-shape', detail })
}

/**
 * Schema version that a line in an unknown layout claims; null when it claims none, or has our layout
 * (then its seal decides, and a wrong number in it is damage). Lets an older build recognise a newer
 * journal instead of calling it damaged.
 */
export function claimedSchema(line: string): number | null {
  if (readFrame(line) !== null) return null
  const json = parseJson(line)
  if (!json.ok || typeof json.value !== 'object' || json.value === null) return null
  const schema: unknown = Reflect.get(json.value, 'schema')
  return typeof schema === 'number' && Number.isSafeInteger(schema) ? schema : null
}

function parseJson(text: string): Result<unknown, { readonly code: 'not-json' }> {
  try {
    const value: unknown = JSON.parse(text)
    return ok(value)
  } catch {
    return err({ code: 'not-json' })
  }
}
