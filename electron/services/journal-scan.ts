import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import type { LineProblem } from '../../shared/ipc'
import { claimedSchema, GENESIS_HASH, type LineFrame, MAX_LINE_BYTES, readFrame } from '../../shared/journal'
import { readChunks } from './durable-file'
import { type FileSystem, ifPresent } from './file-system'
import { type Line, LineSplitter } from './line-splitter'

/** Last verified record of a chain; seq 0 and the genesis hash before the first. */
export interface ChainHead {
  readonly seq: number
  readonly hash: string
}

/** Head of an empty journal. */
export const EMPTY_HEAD: ChainHead = { seq: 0, hash: GENESIS_HASH }

/** The first place where a file stops being a valid journal. */
export interface ScanDamage {
  /** An unfinished last line was never acknowledged; anything else once was. */
  readonly kind: 'torn-tail' | 'damaged'
  readonly problem: LineProblem
  readonly atRecord: number
}

/** What a file proved to hold, from its first byte on. */
export interface JournalScan {
  readonly head: ChainHead
  /** Length of the verified part. */
  readonly goodBytes: number
  readonly fileBytes: number
  /** The last record is whole, but its newline is missing. */
  readonly missingNewline: boolean
  /** Largest schema version seen, the damaged line's claim included; 0 in an empty file. */
  readonly newestSchema: number
  readonly damage: ScanDamage | null
  /** Hashes of the records that the caller asked for, by seq. */
  readonly hashes: ReadonlyMap<number, string>
  /** Offset of every {@link INDEX_STEP}th record, the first included. */
  readonly index: number[]
}

/** Distance in records between two entries of the offset index. */
export const INDEX_STEP = 64

/** SHA-256 in lower-case hex. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** The record that a line proves to be after `head`, or what is wrong with it. */
export function verifyLine(text: string, head: ChainHead): LineFrame | LineProblem {
  const frame = readFrame(text)
  if (frame === null) return 'malformed'
  if (sha256Hex(frame.hashInput) !== frame.hash) return 'hash-mismatch'
  if (frame.seq !== head.seq + 1 || frame.prev !== head.hash) return 'out-of-sequence'
  return frame
}

/** Checks the whole chain of a file as a stream; null when the file does not exist. */
export async function scanJournal(
  fs: FileSystem,
  file: string,
  wantedHashes: ReadonlySet<number> = new Set(),
): Promise<JournalScan | null> {
  const handle = await ifPresent(fs.open(file, 'r'))
  if (handle === null) return null
  try {
    const { size } = await handle.stat()
    return await new Scanner(size, wantedHashes).run(handle)
  } finally {
    await handle.close()
  }
}

class Scanner {
  #head: ChainHead = EMPTY_HEAD
  #goodBytes = 0
  #missingNewline = false
  #newestSchema = 0
  #damage: ScanDamage | null = null
  readonly #hashes = new Map<number, string>()
  readonly #index: number[] = []

  constructor(
    private readonly fileBytes: number,
    private readonly wantedHashes: ReadonlySet<number>,
  ) {}

  async run(handle: FileHandle): Promise<JournalScan> {
    const splitter = new LineSplitter(0)
    for await (const chunk of readChunks(handle, this.fileBytes)) {
      for (const line of splitter.push(chunk)) if (!this.#accept(line, true)) return this.#result()
      if (splitter.unfinishedBytes > MAX_LINE_BYTES) {
        this.#damage = { kind: 'damaged', problem: 'too-long', atRecord: this.#head.seq + 1 }
        return this.#result()
      }
    }
    const rest = splitter.rest()
    if (rest !== null) this.#accept(rest, false)
    return this.#result()
  }

  /** Takes the line into the chain, or notes the damage and says that the scan is over. */
  #accept(line: Line, finished: boolean): boolean {
    const outcome = verifyLine(line.text, this.#head)
    if (typeof outcome === 'string') {
      this.#damage = { ...this.#classify(line, finished, outcome), atRecord: this.#head.seq + 1 }
      this.#newestSchema = Math.max(this.#newestSchema, claimedSchema(line.text) ?? 0)
      return false
    }
    this.#head = { seq: outcome.seq, hash: outcome.hash }
    this.#goodBytes = line.end
    this.#missingNewline = !finished
    this.#newestSchema = Math.max(this.#newestSchema, outcome.schema)
    if ((outcome.seq - 1) % INDEX_STEP === 0) this.#index.push(line.start)
    if (this.wantedHashes.has(outcome.seq)) this.#hashes.set(outcome.seq, outcome.hash)
    return true
  }

  /**
   * A last line that is not even JSON is what a power cut leaves (blocks of it never reached the disk);
   * one that is JSON with a wrong seal was altered.
   */
  #classify(line: Line, finished: boolean, problem: LineProblem): Omit<ScanDamage, 'atRecord'> {
    if (!finished) return { kind: 'torn-tail', problem }
    const torn = line.end === this.fileBytes && !isJson(line.text)
    return { kind: torn ? 'torn-tail' : 'damaged', problem }
  }

  #result(): JournalScan {
    return {
      head: this.#head,
      goodBytes: this.#goodBytes,
      fileBytes: this.fileBytes,
      missingNewline: this.#missingNewline,
      newestSchema: this.#newestSchema,
      damage: this.#damage,
      hashes: this.#hashes,
      index: this.#index,
    }
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
