import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { ArchiveFile } from './archive'

/** Both digests of a file, in lower-case hexadecimal. */
export interface Digests {
  readonly sha256: string
  readonly sha512: string
}

/** Up to this size a file is held and the platform digests it, several times faster than piece by piece. */
const AT_ONCE_BYTES = 32 * 1024 * 1024

async function atOnce(bytes: Uint8Array<ArrayBuffer>): Promise<Digests> {
  const digest = async (name: string) => bytesToHex(new Uint8Array(await crypto.subtle.digest(name, bytes)))
  return { sha256: await digest('SHA-256'), sha512: await digest('SHA-512') }
}

/** The whole content of a file that declares at most what fits in memory. */
export async function wholeContent(file: ArchiveFile): Promise<Uint8Array<ArrayBuffer>> {
  // What the directory declares is a limit that reading enforces, so this never grows beyond it.
  const bytes = new Uint8Array(file.size)
  let filled = 0
  await file.read((piece) => {
    bytes.set(piece, filled)
    filled += piece.length
  })
  return bytes
}

/** A file's digests, and its content when that was small enough to be held. */
export interface DigestedFile {
  readonly digests: Digests
  readonly content: Uint8Array<ArrayBuffer> | null
}

/** Reads a file once and digests it; `onBytes` is told how much was read. */
export async function digestFile(file: ArchiveFile, onBytes: (count: number) => void): Promise<DigestedFile> {
  if (file.size <= AT_ONCE_BYTES) {
    const content = await wholeContent(file)
    const digests = await atOnce(content)
    onBytes(content.length)
    return { digests, content }
  }
  const short = sha256.create()
  const long = sha512.create()
  await file.read((piece) => {
    short.update(piece)
    long.update(piece)
    onBytes(piece.length)
  })
  return {
    digests: { sha256: bytesToHex(short.digest()), sha512: bytesToHex(long.digest()) },
    content: null,
  }
}
