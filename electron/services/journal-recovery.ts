import path from 'node:path'
import type { JournalFinding } from '../../shared/ipc'
import { removeLeftovers, syncFolder } from './durable-file'
import { type RecoveryContext, repairJournal, type Source } from './journal-repair'
import { EMPTY_HEAD, type JournalScan, scanJournal } from './journal-scan'
import { divergingSnapshots, listSnapshots, type Snapshot, setSnapshotAside } from './journal-snapshots'

/** A journal that is whole again, or one that must not be touched. */
export type Recovery =
  | { readonly kind: 'usable'; readonly scan: JournalScan; readonly findings: readonly JournalFinding[] }
  | { readonly kind: 'newer'; readonly foundSchema: number }

/**
 * Verifies the journal and, where it is torn, damaged, missing or shorter than a copy of it, rebuilds it
 * from the longest valid source. Whatever is taken out of the journal is kept aside first. A crash at
 * any point leaves the old journal or the new one.
 */
export async function recoverJournal(context: RecoveryContext): Promise<Recovery> {
  const { fs, paths, supportedSchema } = context
  const snapshots = await listSnapshots(fs, paths)
  const wanted = new Set(snapshots.map(({ seq }) => seq))
  const scan = await scanJournal(fs, paths.journal, wanted)
  if (scan !== null && scan.newestSchema > supportedSchema) {
    return { kind: 'newer', foundSchema: scan.newestSchema }
  }
  const findings: JournalFinding[] = []
  const longer = snapshots.filter(({ seq }) => seq > (scan?.head.seq ?? 0))
  const source = await longestSource(context, scan, longer, findings)
  if (source !== null && source.scan.newestSchema > supportedSchema) {
    return { kind: 'newer', foundSchema: source.scan.newestSchema }
  }
  for (const folder of [paths.root, paths.snapshots, paths.aside]) await removeLeftovers(fs, folder)
  const repaired = await repairJournal(context, scan, source, findings)
  const final = repaired ? await scanJournal(fs, paths.journal, wanted) : scan
  if (final === null) return { kind: 'usable', scan: await createEmpty(context), findings }
  for (const { file, seq } of divergingSnapshots(snapshots, final)) {
    await setSnapshotAside(fs, paths, file)
    findings.push({ code: 'snapshot-diverges', file, seq })
  }
  return { kind: 'usable', scan: final, findings }
}

/**
 * The copy that reaches further than the journal and continues it; null when there is none. A copy that
 * a newer version wrote is returned at once, for the caller to refuse before anything is written.
 */
async function longestSource(
  { fs, paths, supportedSchema }: RecoveryContext,
  journal: JournalScan | null,
  candidates: readonly Snapshot[],
  findings: JournalFinding[],
): Promise<Source | null> {
  const head = journal?.head ?? EMPTY_HEAD
  let best: Source | null = null
  for (const snapshot of candidates) {
    const file = path.join(paths.snapshots, snapshot.file)
    const scan = await scanJournal(fs, file, new Set([head.seq]))
    if (scan === null) continue
    if (scan.newestSchema > supportedSchema) return { file, scan, snapshot }
    const continues = head.seq === 0 || scan.hashes.get(head.seq) === head.hash
    if (continues && scan.head.seq > (best?.scan.head.seq ?? head.seq)) best = { file, scan, snapshot }
    const whole = scan.damage === null && scan.head.hash.startsWith(snapshot.hashStart)
    if (whole && continues) break
    await setSnapshotAside(fs, paths, snapshot.file)
    const { file: name, seq } = snapshot
    findings.push(
      whole ? { code: 'snapshot-diverges', file: name, seq } : { code: 'snapshot-damaged', file: name },
    )
    if (best?.snapshot === snapshot) best = { ...best, file: path.join(paths.aside, `snapshot-${name}`) }
  }
  return best
}

async function createEmpty({ fs, paths }: RecoveryContext): Promise<JournalScan> {
  const handle = await fs.open(paths.journal, 'wx')
  await handle.close()
  await syncFolder(fs, paths.root)
  const scan = await scanJournal(fs, paths.journal)
  if (scan === null) throw Object.assign(new Error('The journal vanished'), { code: 'EIO' })
  return scan
}
