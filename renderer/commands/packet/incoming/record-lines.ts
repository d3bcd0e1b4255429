import {
  RECORDS_FORMAT,
  RECORDS_LIMITS,
  RECORDS_VERSION,
  type RecordLine,
  type RecordsHeader,
  recordLineSchema,
  recordsHeaderSchema,
} from '../../../../shared/packet'
import { SCHEMA_VERSION } from '../../../../shared/schema/version'
import type { ArchiveFile } from './archive'
import { INCOMING_LIMITS } from './limits'
import { refuse } from './refusal'
import { jsonProblem } from './strict-json'

/** The rows of a packet as its lines say them; not yet checked against the schema of their tables. */
export interface PacketRecords {
  readonly header: RecordsHeader
  readonly lines: readonly RecordLine[]
}

const NEW_LINE = 0x0a

function bad(line: number, detail: string): never {
  return refuse({ code: 'bad-records', line, detail })
}

/** Cuts bytes into lines without ever holding more than one line and one piece. */
class LineCutter {
  readonly #take: (line: string, number: number) => void
  #pieces: Uint8Array[] = []
  #length = 0
  #count = 0

  constructor(take: (line: string, number: number) => void) {
    this.#take = take
  }

  push(bytes: Uint8Array): void {
    let from = 0
    for (;;) {
      const end = bytes.indexOf(NEW_LINE, from)
      this.#hold(bytes.subarray(from, end < 0 ? bytes.length : end))
      if (end < 0) return
      this.#emit()
      from = end + 1
    }
  }

  /** The last line ends like every other. */
  finish(): void {
    if (this.#length > 0) bad(this.#count + 1, 'unfinished')
  }

  #hold(part: Uint8Array): void {
    if (part.length === 0) return
    this.#length += part.length
    if (this.#length > RECORDS_LIMITS.lineBytes) bad(this.#count + 1, 'too long')
    this.#pieces.push(part.slice())
  }

  #emit(): void {
    this.#count += 1
    if (this.#count > RECORDS_LIMITS.lines) bad(this.#count, 'too many')
    const whole = new Uint8Array(this.#length)
    let at = 0
    for (const piece of this.#pieces) {
      whole.set(piece, at)
      at += piece.length
    }
    this.#pieces = []
    this.#length = 0
    this.#take(decoded(whole, this.#count), this.#count)
  }
}

function decoded(bytes: Uint8Array, line: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return bad(line, 'not UTF-8')
  }
}

function parsed(text: string, line: number): unknown {
  const problem = jsonProblem(text)
  if (problem !== null) bad(line, problem)
  return JSON.parse(text)
}

/** What is newer is told apart from what is wrong, before anything else is asked of the line. */
function readHeader(text: string): RecordsHeader {
  const value = parsed(text, 1)
  const said = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  if (said.format !== RECORDS_FORMAT) bad(1, 'format')
  const { version, schema } = said
  if (typeof version === 'number' && version > RECORDS_VERSION) {
    refuse({ code: 'newer-records', found: version, known: RECORDS_VERSION })
  }
  if (typeof schema === 'number' && schema > SCHEMA_VERSION) {
    refuse({ code: 'newer-records', found: schema, known: SCHEMA_VERSION })
  }
  const header = recordsHeaderSchema.safeParse(value)
  return header.success ? header.data : bad(1, header.error.issues[0]?.path.join('.') ?? '')
}

function readLine(text: string, number: number): RecordLine {
  const line = recordLineSchema.safeParse(parsed(text, number))
  return line.success ? line.data : bad(number, line.error.issues[0]?.path.join('.') ?? '')
}

/**
 * Reads registros.jsonl piece by piece. Every line must be written exactly as the app writes it, so that
 * no two readers can understand it differently.
 */
export async function readRecordLines(
  file: ArchiveFile,
  onBytes: (count: number) => void,
): Promise<PacketRecords> {
  if (file.size > INCOMING_LIMITS.recordsBytes) refuse({ code: 'too-much-inside', path: file.path })
  let header: RecordsHeader | null = null
  const lines: RecordLine[] = []
  const cutter = new LineCutter((text, number) => {
    if (header === null) header = readHeader(text)
    else lines.push(readLine(text, number))
  })
  await file.read((bytes) => {
    cutter.push(bytes)
    onBytes(bytes.length)
  })
  cutter.finish()
  return withHeader(header, lines)
}

function withHeader(header: RecordsHeader | null, lines: readonly RecordLine[]): PacketRecords {
  if (header === null) return bad(1, 'empty')
  if (header.lines !== lines.length) bad(lines.length + 1, 'count')
  return { header, lines }
}
