import path from 'node:path'
import type { JournalFinding, SnapshotInfo } from '../../shared/ipc'
import { copyFileDurably, removeQuietly, syncFolder } from './durable-file'
import { errorCode, type FileSystem, ifPresent } from './file-system'
import { blockOf, type JournalPaths, makeFolder } from './journal-files'
import { type ChainHead, type JournalScan, scanJournal } from './journal-scan'

/** A copy of the journal, whose name says what it claims to hold. */
export interface Snapshot {
  readonly file: string
  readonly seq: number
  /** First digits of the head hash. */
  readonly hashStart: string
}

/** How many verified copies are kept. */
export const SNAPSHOTS_KEPT = 5

const NAME = /^(\d{12})-([0-9a-f]{16})\.jsonl$/

export function snapshotName(head: ChainHead): string {
  return `${String(head.seq).padStart(12, '0')}-${head.hash.slice(0, 16)}.jsonl`
}

/** The copies that exist, the longest first. */
export async function listSnapshots(fs: FileSystem, paths: JournalPaths): Promise<Snapshot[]> {
  const names = (await ifPresent(fs.readdir(paths.snapshots))) ?? []
  return names
    .flatMap((file) => {
      const [, seq, hashStart] = NAME.exec(file) ?? []
      return seq === undefined || hashStart === undefined ? [] : [{ file, seq: Number(seq), hashStart }]
    })
    .sort((a, b) => b.seq - a.seq || a.file.localeCompare(b.file))
}

/** The newest copy, for showing its age; null when there is none. */
export async function newestSnapshot(fs: FileSystem, paths: JournalPaths): Promise<SnapshotInfo | null> {
  const [newest] = await listSnapshots(fs, paths)
  if (newest === undefined) return null
  const { mtime } = await fs.stat(path.join(paths.snapshots, newest.file))
  return { seq: newest.seq, at: mtime.toISOString() }
}

/** Copies that carry another chain's hash at a record which the journal has too. */
export function divergingSnapshots(snapshots: readonly Snapshot[], scan: JournalScan): Snapshot[] {
  return snapshots.filter(({ seq, hashStart }) => {
    const hash = scan.hashes.get(seq)
    return hash !== undefined && !hash.startsWith(hashStart)
  })
}

/**
 * Copies the verified part of the journal, reads the copy back and checks its whole chain, and only
 * then lets the oldest copies go. Returns a finding when no good copy came of it.
 */
export async function takeSnapshot(
  fs: FileSystem,
  paths: JournalPaths,
  head: ChainHead,
  goodBytes: number,
): Promise<JournalFinding | null> {
  const target = path.join(paths.snapshots, snapshotName(head))
  try {
    await makeFolder(fs, paths.snapshots)
    await copyFileDurably(fs, paths.journal, target, goodBytes)
    const copy = await scanJournal(fs, target)
    if (copy === null || copy.damage !== null || copy.head.hash !== head.hash) {
      await removeQuietly(fs, target)
      return { code: 'snapshot-failed', reason: 'io-error' }
    }
    await removeOldest(fs, paths)
    return null
  } catch (error) {
    return { code: 'snapshot-failed', reason: blockOf(errorCode(error)) }
  }
}

/** Takes a copy that cannot be used out of the rotation, without deleting it. */
export async function setSnapshotAside(fs: FileSystem, paths: JournalPaths, file: string): Promise<void> {
  await makeFolder(fs, paths.aside)
  await fs.rename(path.join(paths.snapshots, file), path.join(paths.aside, `snapshot-${file}`))
  await syncFolder(fs, paths.aside)
}

async function removeOldest(fs: FileSystem, paths: JournalPaths): Promise<void> {
  const surplus = (await listSnapshots(fs, paths)).slice(SNAPSHOTS_KEPT)
  for (const { file } of surplus) await fs.rm(path.join(paths.snapshots, file))
}
