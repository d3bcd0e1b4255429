import type { Result } from '../../../../shared/lib/result'
import { err, ok } from '../../../../shared/lib/result'
import { PACKET_PATHS } from '../../../../shared/packet'
import { type Archive, type ArchiveFile, openArchive } from './archive'
import { type BagFile, checkBag, type FoundBag } from './bag-check'
import { type ByteSource, windowed } from './byte-source'
import { decryptedSource, fileKind } from './decrypt'
import { digestFile, wholeContent } from './digests'
import { INCOMING_LIMITS } from './limits'
import { type IncomingRefusal, Refused, refuse } from './refusal'
import { checkSignature, type SignatureState } from './signature-check'

/** What is being done, and how much of it is done, in bytes. */
export interface VerifyProgress {
  readonly phase: 'opening' | 'decrypting' | 'checking' | 'reading'
  readonly done: number
  readonly total: number
}

/** A file of a verified packet. */
export interface PacketContent {
  readonly path: string
  readonly size: number
  readonly sha256: string
}

/** A packet that is what it says it is: complete, valid, and not badly signed. */
export interface VerifiedPacket {
  readonly signature: SignatureState
  readonly isEncrypted: boolean
  readonly info: readonly (readonly [label: string, value: string])[]
  readonly files: readonly PacketContent[]
  /** Reads a file of the packet again, below the top folder. */
  readonly open: (path: string) => ArchiveFile | null
}

/** How a packet is to be read. */
export interface VerifyOptions {
  /** Null when none was asked for yet. */
  readonly passphrase: string | null
  readonly onProgress: (progress: VerifyProgress) => void
}

async function plainSource(source: ByteSource, options: VerifyOptions): Promise<ByteSource> {
  const { size } = source
  if (size > INCOMING_LIMITS.fileBytes) {
    refuse({ code: 'too-large', bytes: size, maxBytes: INCOMING_LIMITS.fileBytes })
  }
  switch (await fileKind(source)) {
    case 'archive':
      return source
    case 'armored':
      return refuse({ code: 'other-encryption' })
    case 'other':
      return refuse({ code: 'not-an-archive' })
    case 'encrypted':
      if (options.passphrase === null) refuse({ code: 'needs-passphrase' })
      options.onProgress({ phase: 'decrypting', done: 0, total: size })
      return decryptedSource(source, options.passphrase)
  }
}

/** Whether the content of a file is needed to check the others. */
function isKept(path: string): boolean {
  return (
    /^(?:bagit|bag-info|(?:tag)?manifest-[a-z0-9]+)\.txt$/.test(path) ||
    path === PACKET_PATHS.signature ||
    path === PACKET_PATHS.publicKey
  )
}

async function digestAll({ files }: Archive, onProgress: VerifyOptions['onProgress']): Promise<FoundBag> {
  const found = new Map<string, BagFile>()
  const tags = new Map<string, Uint8Array>()
  const total = files.reduce((sum, { size }) => sum + size, 0)
  let done = 0
  for (const file of files) {
    const keep = isKept(file.path)
    if (keep && file.size > INCOMING_LIMITS.tagBytes) refuse({ code: 'too-much-inside', path: file.path })
    const { digests, content } = await digestFile(file, (count) => {
      done += count
      onProgress({ phase: 'checking', done, total })
    })
    found.set(file.path, { size: file.size, digests })
    if (keep && content !== null) tags.set(file.path, content)
  }
  return { files: found, tag: (path) => tags.get(path) ?? null }
}

async function verify(source: ByteSource, options: VerifyOptions): Promise<VerifiedPacket> {
  options.onProgress({ phase: 'opening', done: 0, total: source.size })
  const buffered = windowed(source)
  const plain = await plainSource(buffered, options)
  const archive = await openArchive(plain)
  const bag = await digestAll(archive, options.onProgress)
  const info = checkBag(bag)
  const signature = checkSignature(bag) ?? refuse({ code: 'bad-signature' })
  const byPath = new Map(archive.files.map((file) => [file.path, file]))
  return {
    signature,
    isEncrypted: plain !== buffered,
    info,
    files: [...bag.files].map(([path, { size, digests }]) => ({ path, size, sha256: digests.sha256 })),
    open: (path) => byPath.get(path) ?? null,
  }
}

/** Turns a refusal that came out of streams into a value; bugs go on. */
export async function orRefusal<T>(task: () => Promise<T>): Promise<Result<T, IncomingRefusal>> {
  try {
    return ok(await task())
  } catch (error) {
    if (error instanceof Refused) return err(error.refusal)
    throw error
  }
}

/**
 * Reads a packet of unknown origin from beginning to end: opens it, lists it, digests every file, and
 * compares all with the manifests and the signature. Nothing is kept but digests and the few small files
 * that describe the others.
 */
export function verifyPacket(
  source: ByteSource,
  options: VerifyOptions,
): Promise<Result<VerifiedPacket, IncomingRefusal>> {
  return orRefusal(() => verify(source, options))
}

/** Content of a file of a verified packet that is small enough to be held whole; null when it is not there. */
export async function packetBytes(
  packet: VerifiedPacket,
  path: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const file = packet.open(path)
  return file === null ? null : wholeContent(file)
}
