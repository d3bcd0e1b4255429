import { bytesToHex } from '@noble/hashes/utils.js'
import type { ArchiveFile } from './archive'
import { Refused } from './refusal'
import { type Digests, digestHere, type RunningDigest, type StartDigest } from './running-digest'

/** Up to this size a file is held and the platform digests it whole. */
const AT_ONCE_BYTES = 32 * 1024 * 1024

async function atOnce(bytes: Uint8Array<ArrayBuffer>): Promise<Digests> {
  const digest = async (name: string) => bytesToHex(new Uint8Array(await crypto.subtle.digest(name, bytes)))
  const [sha256, sha512] = await Promise.all([digest('SHA-256'), digest('SHA-512')])
  return { sha256, sha512 }
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

async function inPieces(
  file: ArchiveFile,
  running: RunningDigest,
  onBytes: (count: number) => void,
): Promise<Digests> {
  await file.read(async (piece) => {
    await running.update(piece)
    onBytes(piece.length)
  })
  return running.end()
}

/**
 * Reads a file once and digests it; `onBytes` is told how much was read. What is too large to be held goes
 * through `start`; where that fails, the file is read again and digested here.
 */
export async function digestFile(
  file: ArchiveFile,
  start: StartDigest,
  onBytes: (count: number) => void,
): Promise<DigestedFile> {
  if (file.size <= AT_ONCE_BYTES) {
    const content = await wholeContent(file)
    const digests = await atOnce(content)
    onBytes(content.length)
    return { digests, content }
  }
  let told = 0
  const tell = (count: number) => {
    told += count
    onBytes(count)
  }
  try {
    return { digests: await inPieces(file, start(), tell), content: null }
  } catch (error) {
    // What is wrong with the file is not mended by reading it again.
    if (error instanceof Refused) throw error
    onBytes(-told)
    return { digests: await inPieces(file, digestHere(), onBytes), content: null }
  }
}
