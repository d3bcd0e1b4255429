import { createHash, randomBytes } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { errorCode, type FileSystem, ifPresent } from './file-system'

/** Bytes read or written at once when a file is copied. */
const CHUNK_BYTES = 1024 * 1024

/** What was written: enough to compare with what is read back. */
export interface WrittenFile {
  readonly size: number
  readonly sha256: string
}

/** Makes the names in a folder durable: without this a new or renamed file can vanish in a power cut. */
export async function syncFolder(fs: FileSystem, folder: string): Promise<void> {
  // Windows has no way to flush a folder; NTFS journals names by itself.
  if (process.platform === 'win32') return
  const handle = await fs.open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    // Some network and FUSE file systems cannot flush a folder at all; there is nothing better to do there.
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(errorCode(error))) throw error
  } finally {
    await handle.close()
  }
}

/** Writes every byte, however many the system takes at a time. */
export async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0
  while (done < bytes.byteLength) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.byteLength - done, position + done)
    if (bytesWritten === 0) throw Object.assign(new Error('The disk took no bytes'), { code: 'EIO' })
    done += bytesWritten
  }
}

/** The bytes of an open file from `start` up to `end`; a chunk is valid until the next is asked for. */
export async function* readChunks(
  handle: FileHandle,
  end = Number.POSITIVE_INFINITY,
  start = 0,
): AsyncGenerator<Uint8Array, void> {
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES)
  let position = start
  while (position < end) {
    const wanted = Math.min(CHUNK_BYTES, end - position)
    const { bytesRead } = await handle.read(buffer, 0, wanted, position)
    if (bytesRead === 0) return
    position += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}

/**
 * Puts content under a name in one step: a temporary file in the same folder is written, flushed and
 * renamed, and the folder flushed, so that the name shows the old content or the new, never a part.
 * `mode` are the permissions of the file from its first byte on; the system's usual ones when left out.
 */
export async function writeFileDurably(
  fs: FileSystem,
  target: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  mode?: number,
): Promise<WrittenFile> {
  const temporary = temporaryName(path.dirname(target))
  try {
    const written = await writeAndFlush(fs, temporary, chunks, mode)
    await fs.rename(temporary, target)
    await syncFolder(fs, path.dirname(target))
    return written
  } catch (error) {
    await removeQuietly(fs, temporary)
    throw error
  }
}

/** Copies the first `bytes` bytes of a file, durably, and returns what was written. */
export async function copyFileDurably(
  fs: FileSystem,
  source: string,
  target: string,
  bytes = Number.POSITIVE_INFINITY,
): Promise<WrittenFile> {
  const handle = await fs.open(source, 'r')
  try {
    return await writeFileDurably(fs, target, readChunks(handle, bytes))
  } finally {
    await handle.close()
  }
}

/** A name that no other file in the folder has; the dot hides it from file managers. */
export function temporaryName(folder: string): string {
  return path.join(folder, `.quorum-${randomBytes(8).toString('hex')}.tmp`)
}

/** Whether a name was made by {@link temporaryName}. */
export function isTemporaryName(name: string): boolean {
  return /^\.quorum-[0-9a-f]{16}\.tmp$/.test(name)
}

/** Removes temporary files that a crash left in a folder. */
export async function removeLeftovers(fs: FileSystem, folder: string): Promise<void> {
  const names = (await ifPresent(fs.readdir(folder))) ?? []
  for (const name of names) {
    if (isTemporaryName(name)) await removeQuietly(fs, path.join(folder, name))
  }
}

/** Creates a file with this content and flushes it. */
export async function writeAndFlush(
  fs: FileSystem,
  file: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  mode?: number,
): Promise<WrittenFile> {
  const hash = createHash('sha256')
  let size = 0
  const handle = await fs.open(file, 'wx', mode)
  try {
    for await (const chunk of chunks) {
      hash.update(chunk)
      await writeAll(handle, chunk, size)
      size += chunk.byteLength
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { size, sha256: hash.digest('hex') }
}

/** Removes what lies under a temporary name, a file or a folder with all that is in it; nothing else. */
export async function removeTemporary(fs: FileSystem, temporary: string): Promise<void> {
  if (!isTemporaryName(path.basename(temporary))) return
  await fs.rm(temporary, { force: true, recursive: true }).catch(() => undefined)
}

/** Removes a left-over; a failure to do so matters less than the error that led here. */
export async function removeQuietly(fs: FileSystem, file: string): Promise<void> {
  await fs.rm(file, { force: true }).catch(() => undefined)
}
