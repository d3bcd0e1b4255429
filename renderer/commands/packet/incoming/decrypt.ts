import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { Decrypter } from 'age-encryption'
import type { ByteSource } from './byte-source'
import { INCOMING_LIMITS } from './limits'
import { refuse } from './refusal'

const MAGIC = 'age-encryption.org/v1\n'
const ARMOR = '-----BEGIN AGE ENCRYPTED FILE-----'
const SCRYPT_STANZA = /^-> scrypt \S+ ([1-9]\d{0,2})$/
const NONCE_BYTES = 16
const TAG_BYTES = 16
const CHUNK_BYTES = 64 * 1024
const SEALED_BYTES = CHUNK_BYTES + TAG_BYTES
/** Opened pieces that are kept: what reads an archive goes to and fro. */
const KEPT_CHUNKS = 32

/** What the first bytes of a file say it is. */
export type FileKind = 'archive' | 'encrypted' | 'armored' | 'other'

/** Tells a packet from an encrypted one and from everything else, by its first bytes. */
export async function fileKind(source: ByteSource): Promise<FileKind> {
  const head = text(await source.read(0, Math.min(ARMOR.length, source.size)))
  if (head.startsWith('PK')) return 'archive'
  if (head.startsWith(MAGIC)) return 'encrypted'
  return head === ARMOR ? 'armored' : 'other'
}

function text(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}

/** The header up to the line of its code; what age writes has some hundred bytes. */
async function readHeader(source: ByteSource): Promise<Uint8Array<ArrayBuffer>> {
  const start = await source.read(0, Math.min(INCOMING_LIMITS.ageHeaderBytes, source.size))
  const mark = text(start).indexOf('\n--- ')
  const end = mark < 0 ? -1 : text(start).indexOf('\n', mark + 1)
  return end < 0 ? refuse({ code: 'encryption-cut' }) : start.subarray(0, end + 1)
}

/** Refuses before any work what a passphrase cannot open, or only at a cost that would stop the computer. */
function checkStanza(header: Uint8Array): void {
  const [, stanza] = text(header).split('\n')
  const match = SCRYPT_STANZA.exec(stanza ?? '')
  if (match === null)
    refuse({ code: stanza?.startsWith('-> scrypt') ? 'encryption-altered' : 'other-encryption' })
  const found = Number(match[1])
  const max = INCOMING_LIMITS.workFactor
  if (found > max) refuse({ code: 'work-factor', found, max })
}

async function fileKeyOf(header: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  try {
    return await decrypter.decryptHeader(header)
  } catch (error) {
    const isWrong = error instanceof Error && error.message.startsWith('no identity matched')
    return refuse({ code: isWrong ? 'wrong-passphrase' : 'encryption-altered' })
  }
}

/** Number of a piece as the cipher wants it: eleven bytes, big-endian, and whether it is the last. */
function chunkNonce(index: number, isLast: boolean): Uint8Array {
  const nonce = new Uint8Array(12)
  new DataView(nonce.buffer).setUint32(7, index)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

function opened(key: Uint8Array, sealed: Uint8Array, index: number, isLast: boolean): Uint8Array | null {
  try {
    return chacha20poly1305(key, chunkNonce(index, isLast)).decrypt(sealed)
  } catch {
    return null
  }
}

/** Everything needed to open any piece of the stream by itself. */
class SealedStream {
  readonly size: number
  readonly #chunks: number
  readonly #kept = new Map<number, Uint8Array>()
  readonly #source: ByteSource
  readonly #start: number
  readonly #key: Uint8Array

  constructor(source: ByteSource, start: number, key: Uint8Array) {
    this.#source = source
    this.#start = start
    this.#key = key
    const bytes = source.size - start
    this.#chunks = Math.max(1, Math.ceil(bytes / SEALED_BYTES))
    this.size = bytes - this.#chunks * TAG_BYTES
    // The last piece holds at least its code and, unless it is the only one, one byte.
    const last = bytes - (this.#chunks - 1) * SEALED_BYTES
    if (last < TAG_BYTES || (last === TAG_BYTES && this.#chunks > 1)) refuse({ code: 'encryption-cut' })
  }

  async #open(index: number): Promise<Uint8Array> {
    const at = this.#start + index * SEALED_BYTES
    const sealed = await this.#source.read(at, Math.min(SEALED_BYTES, this.#source.size - at))
    const isLast = index === this.#chunks - 1
    const plain = opened(this.#key, sealed, index, isLast)
    if (plain !== null) return plain
    const wasCut =
      isLast && (sealed.length < SEALED_BYTES || opened(this.#key, sealed, index, false) !== null)
    return refuse({ code: wasCut ? 'encryption-cut' : 'encryption-altered' })
  }

  async chunk(index: number): Promise<Uint8Array> {
    const kept = this.#kept.get(index)
    if (kept) return kept
    const plain = await this.#open(index)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size >= KEPT_CHUNKS && oldest !== undefined) this.#kept.delete(oldest)
    this.#kept.set(index, plain)
    return plain
  }

  /** The end vouches for the length; opened first, so that a cut stream is refused before anything is read. */
  async checkEnd(): Promise<void> {
    await this.chunk(this.#chunks - 1)
  }

  async read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    if (offset < 0 || offset + length > this.size) refuse({ code: 'unreadable' })
    const bytes = new Uint8Array(length)
    for (let filled = 0; filled < length; ) {
      const at = offset + filled
      const chunk = await this.chunk(Math.floor(at / CHUNK_BYTES))
      const part = chunk.subarray(at % CHUNK_BYTES, (at % CHUNK_BYTES) + length - filled)
      bytes.set(part, filled)
      filled += part.length
    }
    return bytes
  }
}

/**
 * The content of an age file (age-encryption.org/v1) under a passphrase, readable anywhere: each piece of
 * 64 KiB is opened by itself when it is asked for, so nothing decrypted is ever written down, and a file of
 * any size takes the same memory.
 */
export async function decryptedSource(source: ByteSource, passphrase: string): Promise<ByteSource> {
  const header = await readHeader(source)
  checkStanza(header)
  const fileKey = await fileKeyOf(header, passphrase)
  const start = header.length + NONCE_BYTES
  if (source.size < start + TAG_BYTES) refuse({ code: 'encryption-cut' })
  const nonce = await source.read(header.length, NONCE_BYTES)
  const key = hkdf(sha256, fileKey, nonce, new TextEncoder().encode('payload'), 32)
  const stream = new SealedStream(source, start, key)
  await stream.checkEnd()
  return { size: stream.size, read: (offset, length) => stream.read(offset, length) }
}
