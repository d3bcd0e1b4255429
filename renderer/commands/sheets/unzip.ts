import { err, ok, type Result } from '../../../shared/lib/result'

/** Why an archive was not unpacked. */
export type UnzipFailure = 'damaged' | 'protected' | 'too-large'

/** A file of an archive. */
export interface ZipEntry {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

const END_SIGNATURE = 0x06054b50
const DIRECTORY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
const END_LENGTH = 22
const DIRECTORY_LENGTH = 46
const LOCAL_LENGTH = 30
const MAX_COMMENT = 0xffff
const STORED = 0
const DEFLATED = 8
const ENCRYPTED_FLAG = 1
const CRC_POLYNOMIAL = 0xedb88320

interface DirectoryEntry {
  readonly name: string
  readonly isProtected: boolean
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  readonly offset: number
}

function crcTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ CRC_POLYNOMIAL : crc >>> 1
    return crc
  })
}

/** CRC-32 as ZIP uses it. */
export function crc32(bytes: Uint8Array): number {
  const table = crcTable()
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0)
  return (crc ^ 0xffffffff) >>> 0
}

function findEnd(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - END_LENGTH - MAX_COMMENT)
  for (let at = view.byteLength - END_LENGTH; at >= lowest; at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at
  }
  return null
}

/** Reads the central directory; throws RangeError where the archive ends too soon. */
function readDirectory(bytes: Uint8Array<ArrayBuffer>): readonly DirectoryEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.byteLength < END_LENGTH ? null : findEnd(view)
  if (end === null) return null
  const entries: DirectoryEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    if (view.getUint32(at, true) !== DIRECTORY_SIGNATURE) return null
    const nameLength = view.getUint16(at + 28, true)
    const nameBytes = bytes.subarray(at + DIRECTORY_LENGTH, at + DIRECTORY_LENGTH + nameLength)
    entries.push({
      name: new TextDecoder().decode(nameBytes),
      isProtected: (view.getUint16(at + 8, true) & ENCRYPTED_FLAG) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += DIRECTORY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function packedBytes(bytes: Uint8Array<ArrayBuffer>, entry: DirectoryEntry): Uint8Array<ArrayBuffer> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(entry.offset, true) !== LOCAL_SIGNATURE) return null
  const extra = view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const start = entry.offset + LOCAL_LENGTH + extra
  return start + entry.packedSize <= bytes.byteLength ? bytes.subarray(start, start + entry.packedSize) : null
}

/** Inflates until the declared size is passed: a bomb stops there, whatever it claims to be. */
async function inflate(
  packed: Uint8Array<ArrayBuffer>,
  size: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const reader = stream.getReader()
  const out = new Uint8Array(size)
  let filled = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return filled === size ? out : null
      if (filled + value.byteLength > size) return null
      out.set(value, filled)
      filled += value.byteLength
    }
  } catch {
    return null
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

async function unpack(bytes: Uint8Array<ArrayBuffer>, entry: DirectoryEntry): Promise<ZipEntry | null> {
  const packed = packedBytes(bytes, entry)
  if (packed === null) return null
  const isKnown = entry.method === STORED || entry.method === DEFLATED
  const unpacked = entry.method === DEFLATED ? await inflate(packed, entry.size) : packed
  if (!isKnown || unpacked === null || crc32(unpacked) !== entry.crc) return null
  return { name: entry.name, bytes: unpacked }
}

/**
 * Unpacks the files of an archive that `wanted` names. Every size is checked before memory is taken and
 * every checksum after, so that a bomb or a damaged file is refused and never half read.
 */
export async function unzip(
  bytes: Uint8Array<ArrayBuffer>,
  wanted: (name: string) => boolean,
  maxBytes: number,
): Promise<Result<readonly ZipEntry[], UnzipFailure>> {
  try {
    const entries = readDirectory(bytes)?.filter(({ name }) => wanted(name))
    if (!entries || new Set(entries.map(({ name }) => name)).size !== entries.length) return err('damaged')
    if (entries.some(({ isProtected }) => isProtected)) return err('protected')
    if (entries.reduce((sum, { size }) => sum + size, 0) > maxBytes) return err('too-large')
    const unpacked: ZipEntry[] = []
    for (const entry of entries) {
      const file = await unpack(bytes, entry)
      if (file === null) return err('damaged')
      unpacked.push(file)
    }
    return ok(unpacked)
  } catch (error) {
    // An offset that points outside the file is damage, not a bug.
    if (error instanceof RangeError) return err('damaged')
    throw error
  }
}

function header(
  signature: number,
  length: number,
  fields: readonly (readonly [number, number, 2 | 4])[],
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, signature, true)
  for (const [at, value, size] of fields) {
    if (size === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
  }
  return bytes
}

/** Packs files without compression: what reads the sheet then needs no inflater of its own. */
export function zipStored(entries: readonly ZipEntry[]): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const directory: Uint8Array<ArrayBuffer>[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const label = new TextEncoder().encode(name)
    const crc = crc32(bytes)
    const sizes = (at: number) =>
      [
        [at, crc, 4],
        [at + 4, bytes.length, 4],
        [at + 8, bytes.length, 4],
      ] as const
    parts.push(
      header(LOCAL_SIGNATURE, LOCAL_LENGTH, [[4, 20, 2], ...sizes(14), [26, label.length, 2]]),
      label,
      bytes,
    )
    directory.push(
      header(DIRECTORY_SIGNATURE, DIRECTORY_LENGTH, [
        [4, 20, 2],
        [6, 20, 2],
        ...sizes(16),
        [28, label.length, 2],
        [42, offset, 4],
      ]),
      label,
    )
    offset += LOCAL_LENGTH + label.length + bytes.length
  }
  const directoryLength = directory.reduce((sum, { length }) => sum + length, 0)
  const end = header(END_SIGNATURE, END_LENGTH, [
    [8, entries.length, 2],
    [10, entries.length, 2],
    [12, directoryLength, 4],
    [16, offset, 4],
  ])
  return new Blob([...parts, ...directory, end])
}
