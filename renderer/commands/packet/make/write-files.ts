import { PACKET_CHUNK_BYTES } from '../../../../shared/ipc/packet'
import { err, type Result } from '../../../../shared/lib/result'
import type { AttachedPacketFile, PacketFile } from '../../../../shared/packet'
import type { DesktopApi, PacketFailure, PacketJobId } from '../../../platform/desktop'
import { type MakingHooks, MakingStopped } from './packet-choice'

/** A file that is made while it is written, so that it is never whole in memory. */
export interface StreamedPacketFile {
  readonly kind: 'streamed'
  readonly path: string
  readonly pieces: () => AsyncIterable<Uint8Array>
}

/** A file of the packet as it is handed to the writer. */
export type WritableFile = PacketFile | StreamedPacketFile

/** In the order of their paths, so that equal contents are written equally. */
export function inWritingOrder(files: readonly WritableFile[]): readonly WritableFile[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

/** Bytes that will be written, about; what is streamed is not known before. */
export function expectedBytes(files: readonly WritableFile[]): number {
  return files.reduce((sum, file) => {
    if (file.kind === 'made') return sum + file.bytes.byteLength
    return file.kind === 'attached' ? sum + file.size : sum
  }, 0)
}

async function succeed<T>(answer: Promise<Result<T, PacketFailure>>): Promise<T> {
  const result = await answer
  if (!result.ok) throw new MakingStopped(result.error)
  return result.value
}

/** Whoever reads why it failed knows the annex by its name, not by its sum. */
async function attachNamed(
  packet: Pick<DesktopApi['packet'], 'attach'>,
  jobId: PacketJobId,
  { path, sha256 }: AttachedPacketFile,
): Promise<Result<null, PacketFailure>> {
  const answer = await packet.attach({ jobId, path, sha256 })
  if (answer.ok || !answer.error.code.startsWith('attachment-')) return answer
  return err({ ...answer.error, detail: path })
}

function throwIfStopped(signal: AbortSignal): void {
  if (signal.aborted) throw new MakingStopped({ code: 'cancelled', detail: '' })
}

/** Cuts a piece into what one question may carry. */
function* chunksOf(bytes: Uint8Array): Generator<Uint8Array, void> {
  for (let at = 0; at < bytes.byteLength; at += PACKET_CHUNK_BYTES) {
    yield bytes.subarray(at, at + PACKET_CHUNK_BYTES)
  }
}

const NOTHING = new Uint8Array(0)

async function* piecesOf(
  file: Exclude<WritableFile, { kind: 'attached' }>,
): AsyncGenerator<Uint8Array, void> {
  if (file.kind === 'made') yield* chunksOf(file.bytes)
  else for await (const piece of file.pieces()) yield* chunksOf(piece)
}

/** Hands every file to the writer, one after the other, and tells how many bytes are on their way. */
export async function writeFiles(
  packet: DesktopApi['packet'],
  jobId: PacketJobId,
  files: readonly WritableFile[],
  { onProgress, signal }: MakingHooks,
): Promise<void> {
  const total = expectedBytes(files)
  let done = 0
  const tell = (bytes: number) => onProgress({ step: 'writing', done: Math.min(done + bytes, total), total })
  for (const file of inWritingOrder(files)) {
    throwIfStopped(signal)
    if (file.kind === 'attached') {
      const stop = packet.onProgress((progress) => progress.jobId === jobId && tell(progress.bytes))
      await succeed(attachNamed(packet, jobId, file)).finally(stop)
      done += file.size
      continue
    }
    for await (const bytes of piecesOf(file)) {
      throwIfStopped(signal)
      await succeed(packet.add({ jobId, path: file.path, bytes, last: false }))
      done += file.kind === 'made' ? bytes.byteLength : 0
      tell(0)
    }
    await succeed(packet.add({ jobId, path: file.path, bytes: NOTHING, last: true }))
  }
}
