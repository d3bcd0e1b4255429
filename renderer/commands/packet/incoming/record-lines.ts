import {
  type PacketRecords,
  RECORDS_LIMITS,
  type RecordsProblem,
  RecordsReader,
} from '../../../../shared/packet'
import type { ArchiveFile } from './archive'
import { INCOMING_LIMITS } from './limits'
import { refuse } from './refusal'

const NEW_LINE = 0x0a

function bad(problem: RecordsProblem): never {
  return refuse({ code: 'bad-records', problem })
}

/** Cuts bytes into lines without ever holding more than one line and one piece. */
class LineCutter {
  readonly #take: (line: string) => void
  #pieces: Uint8Array[] = []
  #length = 0
  #count = 0

  constructor(take: (line: string) => void) {
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
    if (this.#length > 0) bad({ code: 'bad-line', line: this.#count + 1, detail: 'unfinished' })
  }

  #hold(part: Uint8Array): void {
    if (part.length === 0) return
    this.#length += part.length
    const max = RECORDS_LIMITS.lineBytes
    if (this.#length > max) bad({ code: 'too-large', what: 'line', max })
    this.#pieces.push(part.slice())
  }

  #emit(): void {
    this.#count += 1
    const whole = new Uint8Array(this.#length)
    let at = 0
    for (const piece of this.#pieces) {
      whole.set(piece, at)
      at += piece.length
    }
    this.#pieces = []
    this.#length = 0
    this.#take(decoded(whole, this.#count))
  }
}

function decoded(bytes: Uint8Array, line: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return bad({ code: 'bad-line', line, detail: 'not UTF-8' })
  }
}

/**
 * Reads registros.jsonl piece by piece. Every line is believed, or the packet refused, as soon as it is
 * there (see `RecordsReader`): the page gets rows that were checked against the schema of their tables.
 */
export async function readRecordLines(
  file: ArchiveFile,
  onBytes: (count: number) => void,
): Promise<PacketRecords> {
  if (file.size > INCOMING_LIMITS.recordsBytes) refuse({ code: 'too-much-inside', path: file.path })
  const reader = new RecordsReader()
  const cutter = new LineCutter((text) => {
    const read = reader.push(text)
    if (!read.ok) bad(read.error)
  })
  await file.read((bytes) => {
    cutter.push(bytes)
    onBytes(bytes.length)
  })
  cutter.finish()
  const records = reader.end()
  return records.ok ? records.value : bad(records.error)
}
