import path from 'node:path'
import type { JournalFinding } from '../../shared/ipc'
import { readFrame } from '../../shared/journal'
import { copyFileDurably, readChunks, writeAll, writeFileDurably } from './durable-file'
import { type FileSystem, ifPresent } from './file-system'
import { type JournalPaths, makeFolder } from './journal-files'
import { type ChainHead, type JournalScan, verifyLine } from './journal-scan'
import type { Snapshot } from './journal-snapshots'
import { LineSplitter } from './line-splitter'

/** What opening the journal needs to know. */
export interface RecoveryContext {
  readonly fs: FileSystem
  readonly paths: JournalPaths
  /** Largest row schema that this build understands. */
  readonly supportedSchema: number
  /** Clock, for the names of files kept aside: UTC, ISO 8601. */
  readonly now: () => string
}

/** A file whose verified beginning can become the journal. */
export interface Source {
  readonly file: string
  readonly scan: JournalScan
  /** Null when the source is the journal itself. */
  readonly snapshot: Snapshot | null
}

/**
 * Makes the file on disk a valid journal: from `source` when a copy reaches further, else from its own
 * valid records. False when nothing had to be done (it is valid, or there is no file and no copy).
 */
export async function repairJournal(
  context: RecoveryContext,
  scan: JournalScan | null,
  source: Source | null,
  findings: JournalFinding[],
): Promise<boolean> {
  const { fs, paths } = context
  if (scan === null) {
    if (source === null) return false
    findings.push({ code: 'missing' })
    await rebuild(context, source, findings)
    return true
  }
  if (source === null && scan.damage?.kind === 'torn-tail') {
    await cutTornTail(context, scan, findings)
    return true
  }
  if (source === null && scan.damage === null) {
    if (scan.missingNewline) await endLastLine(fs, paths.journal, scan.goodBytes)
    return scan.missingNewline
  }
  const asideFile = await keepAside(context, scan, 0, scan.damage?.kind ?? 'shorter')
  findings.push(damageFinding(scan, asideFile))
  await rebuild(context, source ?? { file: paths.journal, scan, snapshot: null }, findings)
  return true
}

function damageFinding(scan: JournalScan, asideFile: string): JournalFinding {
  if (scan.damage === null) return { code: 'shorter-than-snapshot', journalSeq: scan.head.seq, asideFile }
  const { kind, atRecord, problem } = scan.damage
  if (kind === 'damaged') return { code: 'damaged', atRecord, problem, asideFile }
  return { code: 'torn-tail', atRecord, bytes: scan.fileBytes - scan.goodBytes, asideFile }
}

/** How far a rebuilt journal has come. */
interface Progress {
  head: ChainHead
  /** Largest number of an intact record that does not continue the chain; 0 for none. */
  highestSeq: number
}

/** Replaces the journal by the source's verified part and every later record of the old file that fits. */
async function rebuild(context: RecoveryContext, source: Source, findings: JournalFinding[]): Promise<void> {
  const { fs, paths } = context
  const progress: Progress = { head: source.scan.head, highestSeq: 0 }
  await writeFileDurably(fs, paths.journal, rebuiltContent(fs, paths, source, progress))
  if (source.snapshot !== null) {
    const snapshotSeq = source.scan.head.seq
    findings.push({
      code: 'recovered',
      snapshotFile: source.snapshot.file,
      snapshotSeq,
      headSeq: progress.head.seq,
    })
  }
  if (progress.highestSeq > progress.head.seq)
    findings.push({ code: 'records-lost', atRecord: progress.head.seq + 1 })
}

async function* rebuiltContent(
  fs: FileSystem,
  paths: JournalPaths,
  source: Source,
  progress: Progress,
): AsyncGenerator<Uint8Array, void> {
  const handle = await fs.open(source.file, 'r')
  try {
    yield* readChunks(handle, source.scan.goodBytes)
  } finally {
    await handle.close()
  }
  if (source.scan.missingNewline) yield Buffer.from('\n')
  const old = await ifPresent(fs.open(paths.journal, 'r'))
  if (old === null) return
  try {
    const splitter = new LineSplitter(0)
    for await (const chunk of readChunks(old)) {
      for (const { text } of splitter.push(chunk)) yield* continuation(text, progress)
    }
    yield* continuation(splitter.rest()?.text ?? '', progress)
  } finally {
    await old.close()
  }
}

/** The line, when it is the record that the chain is waiting for. */
function* continuation(text: string, progress: Progress): Generator<Uint8Array> {
  const outcome = verifyLine(text, progress.head)
  if (typeof outcome === 'string') {
    // Intact but out of sequence: proof that records existed which no source can give back.
    if (outcome === 'out-of-sequence')
      progress.highestSeq = Math.max(progress.highestSeq, readFrame(text)?.seq ?? 0)
    return
  }
  progress.head = { seq: outcome.seq, hash: outcome.hash }
  yield Buffer.from(`${text}\n`)
}

/** Keeps the unfinished bytes and cuts them off. */
async function cutTornTail(
  context: RecoveryContext,
  scan: JournalScan,
  findings: JournalFinding[],
): Promise<void> {
  const asideFile = await keepAside(context, scan, scan.goodBytes, 'torn-tail')
  const handle = await context.fs.open(context.paths.journal, 'r+')
  try {
    await handle.truncate(scan.goodBytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  findings.push(damageFinding(scan, asideFile))
}

/** Keeps the journal's bytes from `from` on in the folder `aside`; returns the name of that file. */
async function keepAside(
  { fs, paths, now }: RecoveryContext,
  scan: JournalScan,
  from: number,
  why: string,
): Promise<string> {
  const name = `${now().replaceAll(':', '-')}-${why}-${scan.head.seq}.jsonl`
  await makeFolder(fs, paths.aside)
  const target = path.join(paths.aside, name)
  if (from === 0) await copyFileDurably(fs, paths.journal, target)
  else await writeFileDurably(fs, target, bytesFrom(fs, paths.journal, from))
  return name
}

async function* bytesFrom(fs: FileSystem, file: string, from: number): AsyncGenerator<Uint8Array, void> {
  const handle = await fs.open(file, 'r')
  try {
    yield* readChunks(handle, Number.POSITIVE_INFINITY, from)
  } finally {
    await handle.close()
  }
}

async function endLastLine(fs: FileSystem, file: string, goodBytes: number): Promise<void> {
  const handle = await fs.open(file, 'r+')
  try {
    await writeAll(handle, Buffer.from('\n'), goodBytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
