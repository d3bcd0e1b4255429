import type { Body } from '../../../../shared/domain/bodies'
import { PACKET_CHUNK_BYTES } from '../../../../shared/ipc/packet'
import { err, ok, type Result } from '../../../../shared/lib/result'
import { type ArchiveContent, archiveOf, type ExportedFile, exportPage } from '../../../../shared/publishing'
import { listChannels, listPlan } from '../../../data/publications'
import type {
  DesktopApi,
  WrittenYear,
  WrittenYearFile,
  YearFailure,
  YearFormat,
  YearJobId,
} from '../../../platform/desktop'
import type { CommandDeps } from '../../deps'
import { todayOf } from '../../follow-up/edit-follow-up'
import { type MadeYearFile, madeFilesOf, type StoredYearFile, storedFilesOf } from './year-files'

/** What goes out, and as what. */
export interface YearChoice {
  readonly year: number
  readonly format: YearFormat
  readonly content: ArchiveContent
}

/** How far it is: asking where, reading stored files (in bytes), or putting the rest and flushing. */
export interface YearProgressState {
  readonly step: 'asking' | 'files' | 'closing'
  readonly done: number
  readonly total: number
}

/** Who hears of the progress, and how it is given up. */
export interface YearHooks {
  readonly onProgress: (progress: YearProgressState) => void
  readonly signal: AbortSignal
}

/** A stored file and what became of it. */
export interface OutgoingFile extends StoredYearFile {
  readonly outcome: WrittenYearFile
}

/** A year that was written. */
export interface ExportedYear {
  readonly year: number
  readonly written: WrittenYear
  readonly publications: number
  /** Publications that were left out because they were never published. */
  readonly leftOut: number
  readonly files: readonly OutgoingFile[]
}

/** Why a year was not exported; nothing of it is left. */
export type ExportYearFailure =
  | YearFailure
  /** The year has nothing to go out; `leftOut` publications were never published. */
  | { readonly code: 'nothing'; readonly year: number; readonly leftOut: number }

type YearDoor = DesktopApi['yearExport']

/** Thrown inside to leave it halfway; never crosses its border. */
class Stopped extends Error {
  constructor(readonly failure: ExportYearFailure) {
    super(failure.code)
  }
}

async function succeed<T>(answer: Promise<Result<T, YearFailure>>): Promise<T> {
  const result = await answer
  if (!result.ok) throw new Stopped(result.error)
  return result.value
}

async function attachAll(
  door: YearDoor,
  jobId: YearJobId,
  files: readonly StoredYearFile[],
  { onProgress, signal }: YearHooks,
): Promise<readonly OutgoingFile[]> {
  const total = files.reduce((sum, { size }) => sum + size, 0)
  const tell = (bytes: number) => onProgress({ step: 'files', done: Math.min(bytes, total), total })
  const stopHearing = door.onProgress((progress) => progress.jobId === jobId && tell(progress.bytes))
  tell(0)
  try {
    const outgoing: OutgoingFile[] = []
    for (const file of files) {
      signal.throwIfAborted()
      const { path, sha256, role } = file
      outgoing.push({ ...file, outcome: await succeed(door.attach({ jobId, path, sha256, role })) })
    }
    return outgoing
  } finally {
    stopHearing()
  }
}

async function addAll(
  door: YearDoor,
  jobId: YearJobId,
  files: readonly MadeYearFile[],
  signal: AbortSignal,
): Promise<void> {
  for (const { path, bytes } of files) {
    for (let at = 0; at < bytes.byteLength || at === 0; at += PACKET_CHUNK_BYTES) {
      signal.throwIfAborted()
      const piece = bytes.subarray(at, at + PACKET_CHUNK_BYTES)
      const last = at + PACKET_CHUNK_BYTES >= bytes.byteLength
      await succeed(door.add({ jobId, path, bytes: piece, last }))
    }
  }
}

function exportedFile({ sha256, name, path, outcome }: OutgoingFile): ExportedFile {
  if (outcome.kind === 'absent') {
    const nothing = { removed: [], hadLocation: false, unchecked: false }
    return { sha256, name, path: null, absent: outcome.reason, ...nothing }
  }
  const { removed, hadLocation, unchecked } = outcome
  return { sha256, name, path, absent: null, removed, hadLocation, unchecked }
}

/** Everything between the choice of a place and the finished file, once there is a job. */
async function write(
  deps: CommandDeps,
  body: Body,
  { year, content }: YearChoice,
  source: ReturnType<typeof archiveOf>,
  jobId: YearJobId,
  hooks: YearHooks,
): Promise<ExportedYear> {
  const { shown, leftOut } = source
  const door = deps.desktop.yearExport
  const channels = await listChannels(deps.store, body.id)
  const files = await attachAll(door, jobId, storedFilesOf(shown), hooks)
  const ofRole = (wanted: StoredYearFile['role']) =>
    files.filter(({ role }) => role === wanted).map(exportedFile)
  const page = exportPage({
    year,
    body: body.name,
    madeOn: todayOf(deps, body),
    content,
    publications: shown,
    leftOut,
    channels,
    images: ofRole('image'),
    evidence: ofRole('evidence'),
  })
  hooks.onProgress({ step: 'closing', done: 0, total: 0 })
  await addAll(door, jobId, madeFilesOf(shown, page), hooks.signal)
  const written = await succeed(door.finish({ jobId }))
  return { year, written, publications: shown.length, leftOut, files }
}

/**
 * Writes a year as a ZIP or a folder: an index page, its images without hidden data, its evidence and its
 * notes. The main process reads and writes the files one after the other, so that their total has no limit.
 * A file that is missing or damaged is told, in the page and in the answer, and does not stop the rest.
 */
export async function exportYear(
  deps: CommandDeps,
  body: Body,
  choice: YearChoice,
  hooks: YearHooks,
): Promise<Result<ExportedYear, ExportYearFailure>> {
  const { year, format, content } = choice
  const source = archiveOf(await listPlan(deps.store, body.id, year), content)
  if (source.shown.length === 0) return err({ code: 'nothing', year, leftOut: source.leftOut })
  const door = deps.desktop.yearExport
  hooks.onProgress({ step: 'asking', done: 0, total: 0 })
  const expectedBytes = storedFilesOf(source.shown).reduce((sum, { size }) => sum + size, 0)
  const begun = await door.begin({ format, suggestedName: `Publicaciones ${year}`, expectedBytes })
  if (!begun.ok) return begun
  const { jobId } = begun.value
  const giveUp = () => void door.cancel({ jobId })
  hooks.signal.addEventListener('abort', giveUp)
  try {
    return ok(await write(deps, body, choice, source, jobId, hooks))
  } catch (error) {
    // Also after a bug: nothing half-written waits for the end of the app.
    await door.cancel({ jobId })
    if (hooks.signal.aborted) return err({ code: 'cancelled', detail: '' })
    if (error instanceof Stopped) return err(error.failure)
    throw error
  } finally {
    hooks.signal.removeEventListener('abort', giveUp)
  }
}
