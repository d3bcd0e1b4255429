import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { WrittenYearFile, YearFileRole } from '../../../shared/ipc'
import { sniffImage, strippedPieces } from '../../../shared/publishing'
import type { FileSystem } from '../file-system'
import { openSource, type StoredSource } from '../packet/stored-source'
import type { Content } from './year-place'

/** Largest image that is read whole to be freed of hidden data: what the archive takes, and some more. */
const MAX_IMAGE_BYTES = 128 * 1024 * 1024
/** Bytes of an image that are handed over at once. */
const STEP_BYTES = 1024 * 1024
/** Bytes that tell what a file is. */
const HEAD_BYTES = 4096

type Absent = Extract<WrittenYearFile, { kind: 'absent' }>

/** A stored file that may go out, and what is told of it. */
interface Ready {
  readonly kind: 'ready'
  readonly content: Content
  readonly told: Extract<WrittenYearFile, { kind: 'written' }>
}

/** What reading needs to know besides the file. */
export interface ReadingHooks {
  readonly stop: AbortSignal
  readonly onBytes: (bytes: number) => void
}

const AS_IT_IS = { kind: 'written', removed: [], hadLocation: false, unchecked: false } as const

const absent = (reason: Absent['reason']): Absent => ({ kind: 'absent', reason })

/** The pieces a little at a time: whoever puts them away copies what he is given. */
async function* fromMemory(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array, void> {
  for (const piece of pieces) {
    for (let at = 0; at < piece.byteLength; at += STEP_BYTES) yield piece.subarray(at, at + STEP_BYTES)
  }
}

function contentOf(pieces: readonly Uint8Array[]): Content {
  const size = pieces.reduce((sum, piece) => sum + piece.byteLength, 0)
  const sum = pieces.reduce((before, piece) => crc32(piece, before), 0)
  return { deflated: false, size, storedSize: size, crc32: sum, chunks: () => fromMemory(pieces) }
}

async function headOf(source: StoredSource, stop: AbortSignal): Promise<Uint8Array> {
  for await (const chunk of source.chunks(stop)) return Uint8Array.from(chunk.subarray(0, HEAD_BYTES))
  return new Uint8Array(0)
}

/** An image, whole in memory once; null when it is not what its hash says. */
async function readWhole(
  source: StoredSource,
  sha256: string,
  { stop, onBytes }: ReadingHooks,
): Promise<Uint8Array | null> {
  const hash = createHash('sha256')
  const bytes = new Uint8Array(source.size)
  let at = 0
  for await (const chunk of source.chunks(stop)) {
    bytes.set(chunk, at)
    hash.update(chunk)
    at += chunk.byteLength
    onBytes(chunk.byteLength)
  }
  return at === source.size && hash.digest('hex') === sha256 ? bytes : null
}

async function cleanedImage(
  source: StoredSource,
  sha256: string,
  role: YearFileRole,
  hooks: ReadingHooks,
): Promise<Ready | Absent> {
  const bytes = await readWhole(source, sha256, hooks)
  if (bytes === null) return absent('damaged')
  const sniffed = sniffImage(bytes)
  const stripped = sniffed.kind === 'image' ? strippedPieces(sniffed.image, bytes) : null
  // What cannot be cleaned may tell where it was taken, so it does not go out.
  if (stripped === null) return absent('not-cleanable')
  const { pieces, removed, hadLocation } = stripped
  if (role === 'evidence' && !hadLocation) {
    return { kind: 'ready', content: contentOf([bytes]), told: AS_IT_IS }
  }
  const told = { kind: 'written', removed, hadLocation, unchecked: false } as const
  return { kind: 'ready', content: contentOf(pieces), told }
}

/** A file as it is, read once to be checked and once to go out; null when it is not what its hash says. */
async function checkedFile(
  source: StoredSource,
  sha256: string,
  { stop, onBytes }: ReadingHooks,
): Promise<Content | null> {
  const hash = createHash('sha256')
  let sum = 0
  for await (const chunk of source.chunks(stop)) {
    hash.update(chunk)
    sum = crc32(chunk, sum)
    onBytes(chunk.byteLength)
  }
  if (hash.digest('hex') !== sha256) return null
  async function* chunks(): AsyncGenerator<Uint8Array, void> {
    let again = 0
    for await (const chunk of source.chunks(stop)) {
      again = crc32(chunk, again)
      yield chunk
    }
    if (again !== sum) throw Object.assign(new Error('A stored file changed'), { code: 'ESTALE' })
  }
  return { deflated: false, size: source.size, storedSize: source.size, crc32: sum, chunks }
}

async function readyOf(
  source: StoredSource,
  sha256: string,
  role: YearFileRole,
  hooks: ReadingHooks,
): Promise<Ready | Absent> {
  const sniffed = sniffImage(await headOf(source, hooks.stop))
  const isCleanable = sniffed.kind === 'image' && source.size <= MAX_IMAGE_BYTES
  if (isCleanable) return cleanedImage(source, sha256, role, hooks)
  if (role === 'image' || sniffed.kind === 'image') return absent('not-cleanable')
  const content = await checkedFile(source, sha256, hooks)
  if (content === null) return absent('damaged')
  const unchecked = sniffed.kind === 'not-accepted' && (sniffed.what === 'heic' || sniffed.what === 'tiff')
  return { kind: 'ready', content, told: { ...AS_IT_IS, unchecked } }
}

/** What may go out of a stored file; one that cannot be read does not keep the rest of the year back. */
async function readyOrAbsent(
  source: StoredSource,
  sha256: string,
  role: YearFileRole,
  hooks: ReadingHooks,
): Promise<Ready | Absent> {
  try {
    return await readyOf(source, sha256, role, hooks)
  } catch (error) {
    if (hooks.stop.aborted) throw error
    return absent('damaged')
  }
}

/**
 * Reads and checks a stored file, frees it of hidden data as its role asks, and puts it where it goes; says
 * what became of it. Throws what putting throws.
 */
export async function putStoredFile(
  fs: FileSystem,
  { file, sha256, role }: { readonly file: string; readonly sha256: string; readonly role: YearFileRole },
  hooks: ReadingHooks,
  put: (content: Content) => Promise<void>,
): Promise<WrittenYearFile> {
  const source = await openSource(fs, file).catch(() => 'unreadable' as const)
  if (source === null) return absent('missing')
  if (source === 'unreadable') return absent('damaged')
  try {
    const ready = await readyOrAbsent(source, sha256, role, hooks)
    if (ready.kind === 'absent') return ready
    await put(ready.content)
    return ready.told
  } finally {
    await source.close()
  }
}
