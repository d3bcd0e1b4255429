import { err, ok, type Result } from '../../../../shared/lib/result'
import {
  type BagContents,
  type BagFile,
  isReadTag,
  PACKET_PATHS,
  parseBagInfo,
  readTagText,
  type SignatureState,
  signatureState,
  verifyPacket as verifyBag,
} from '../../../../shared/packet'
import { type Archive, type ArchiveFile, openArchive } from './archive'
import { type ByteSource, windowed } from './byte-source'
import { decryptedSource, fileKind } from './decrypt'
import { digestFile, wholeContent } from './digests'
import { INCOMING_LIMITS } from './limits'
import { type IncomingRefusal, Refused, refuse } from './refusal'
import { digestHere, type StartDigest } from './running-digest'

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

/** Nobody vouches for a packet, or whoever holds the key with this fingerprint. */
export type GoodSignature = Exclude<SignatureState, { readonly kind: 'invalid' }>

/** A packet that is what it says it is: complete, valid, and not badly signed. */
export interface VerifiedPacket {
  readonly signature: GoodSignature
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
  /** Digests what is too large to be held; in this thread when it is not said otherwise. */
  readonly startDigest?: StartDigest
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

const SIGNATURE_FILES: readonly string[] = [PACKET_PATHS.signature, PACKET_PATHS.publicKey]

async function digestAll(
  { files }: Archive,
  { onProgress, startDigest = digestHere }: VerifyOptions,
): Promise<BagContents> {
  const found = new Map<string, BagFile>()
  const tags = new Map<string, Uint8Array>()
  const total = files.reduce((sum, { size }) => sum + size, 0)
  let done = 0
  for (const file of files) {
    const keep = isReadTag(file.path) || SIGNATURE_FILES.includes(file.path)
    if (keep && file.size > INCOMING_LIMITS.tagBytes) refuse({ code: 'too-much-inside', path: file.path })
    const { digests, content } = await digestFile(file, startDigest, (count) => {
      done += count
      onProgress({ phase: 'checking', done, total })
    })
    found.set(file.path, { path: file.path, size: file.size, ...digests })
    if (keep && content !== null) tags.set(file.path, content)
  }
  return { files: found, tags }
}

/** Refuses a bag that is not complete and valid; the report says what is wrong, both apart. */
function checkBag(bag: BagContents): void {
  if (!bag.files.has(PACKET_PATHS.bagDeclaration)) refuse({ code: 'not-a-packet' })
  const report = verifyBag(bag)
  if (!report.valid) refuse({ code: 'bad-bag', report })
}

/** Labels and values of bag-info.txt. */
function infoOf(bag: BagContents): VerifiedPacket['info'] {
  const read = readTagText(bag.tags.get(PACKET_PATHS.bagInfo) ?? new Uint8Array())
  return read.kind === 'text' ? parseBagInfo(read.text).elements : []
}

function signatureOf({ tags }: BagContents): GoodSignature {
  const state = signatureState(
    tags.get(PACKET_PATHS.tagManifestSha512) ?? new Uint8Array(),
    tags.get(PACKET_PATHS.signature) ?? null,
    tags.get(PACKET_PATHS.publicKey) ?? null,
  )
  return state.kind === 'invalid' ? refuse({ code: 'bad-signature', reason: state.reason }) : state
}

async function verify(source: ByteSource, options: VerifyOptions): Promise<VerifiedPacket> {
  options.onProgress({ phase: 'opening', done: 0, total: source.size })
  const buffered = windowed(source)
  const plain = await plainSource(buffered, options)
  const archive = await openArchive(plain)
  const bag = await digestAll(archive, options)
  checkBag(bag)
  const signature = signatureOf(bag)
  const byPath = new Map(archive.files.map((file) => [file.path, file]))
  return {
    signature,
    isEncrypted: plain !== buffered,
    info: infoOf(bag),
    files: [...bag.files].map(([path, { size, sha256 }]) => ({ path, size, sha256 })),
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
