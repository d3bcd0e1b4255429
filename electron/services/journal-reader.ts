import type { FileHandle } from 'node:fs/promises'
import type { JournalReadFailure } from '../../shared/ipc'
import { type JournalRecord, parseLine, readFrame } from '../../shared/journal'
import { err, ok, type Result } from '../../shared/lib/result'
import { readChunks } from './durable-file'
import { errorCode, type FileSystem } from './file-system'
import { type ChainHead, INDEX_STEP, sha256Hex } from './journal-scan'
import { type Line, LineSplitter } from './line-splitter'

/** The verified part of a journal file. */
export interface ReadableJournal {
  head: ChainHead
  goodBytes: number
  /** Offset of every {@link INDEX_STEP}th record, the first included. */
  readonly index: number[]
}

/** Bytes after which a page ends early, so that one answer never strains the channel. */
const PAGE_BYTES = 8 * 1024 * 1024

type Page = Result<readonly JournalRecord[], JournalReadFailure>

/** Records after `afterSeq`, at most `limit`, each with its seal checked once more. */
export async function readRecords(
  fs: FileSystem,
  file: string,
  journal: ReadableJournal,
  afterSeq: number,
  limit: number,
): Promise<Page> {
  if (afterSeq >= journal.head.seq) return ok([])
  const slot = Math.floor(afterSeq / INDEX_STEP)
  const span = { start: journal.index[slot] ?? 0, end: journal.goodBytes, skip: afterSeq - slot * INDEX_STEP }
  try {
    const handle = await fs.open(file, 'r')
    try {
      return await readPage(handle, span, afterSeq, limit)
    } finally {
      await handle.close()
    }
  } catch (error) {
    return err({ code: 'io-error', detail: errorCode(error) })
  }
}

async function readPage(
  handle: FileHandle,
  { start, end, skip }: { readonly start: number; readonly end: number; readonly skip: number },
  afterSeq: number,
  limit: number,
): Promise<Page> {
  const records: JournalRecord[] = []
  let toSkip = skip
  let pageBytes = 0
  for await (const line of readLines(handle, start, end)) {
    if (toSkip > 0) {
      toSkip -= 1
      continue
    }
    const record = readRecord(line.text, afterSeq + records.length + 1)
    if (!record.ok) return record
    records.push(record.value)
    pageBytes += line.end - line.start
    if (records.length === limit || pageBytes >= PAGE_BYTES) break
  }
  return ok(records)
}

async function* readLines(handle: FileHandle, start: number, end: number): AsyncGenerator<Line, void> {
  const splitter = new LineSplitter(start)
  for await (const chunk of readChunks(handle, end, start)) yield* splitter.push(chunk)
  const rest = splitter.rest()
  if (rest !== null) yield rest
}

function readRecord(text: string, seq: number): Result<JournalRecord, JournalReadFailure> {
  const frame = readFrame(text)
  if (frame === null || frame.seq !== seq || sha256Hex(frame.hashInput) !== frame.hash) {
    return err({ code: 'damaged', atRecord: seq, detail: 'seal' })
  }
  const parsed = parseLine(text)
  if (parsed.ok) return parsed
  const detail = parsed.error.code === 'bad-shape' ? parsed.error.detail : parsed.error.code
  return err({ code: 'damaged', atRecord: seq, detail })
}
