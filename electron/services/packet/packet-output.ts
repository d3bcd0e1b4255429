import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { Encrypter } from 'age-encryption'
import { type WrittenFile, writeAll } from '../durable-file'
import type { FileSystem } from '../file-system'
import type { WriterOptions } from './packet-writing'

/**
 * Bytes after which what was written is flushed. One flush of a whole packet at its end would hold up
 * whoever flushes anything else on that disk meanwhile, such as a vote.
 */
const FLUSH_EVERY_BYTES = 16 * 1024 * 1024

/**
 * The file that a packet is written to: hashed on its way, encrypted if there is a passphrase, flushed
 * piece by piece. It lies under a temporary name, which is for its owner to change or to remove.
 */
export class PacketOutput {
  readonly #handle: FileHandle
  readonly #hash = createHash('sha256')
  #size = 0
  #unflushed = 0
  readonly #stop = new AbortController()
  #piped: Promise<void> = Promise.resolve()
  #writable: WritableStream<Uint8Array>
  #failure: unknown = null

  private constructor(handle: FileHandle) {
    this.#handle = handle
    this.#writable = new WritableStream({ write: (chunk) => this.#append(chunk) })
  }

  /** Creates the file. Making a key out of a passphrase takes a second or more of one core, on purpose. */
  static async create(
    fs: FileSystem,
    { temporary, passphrase, workFactor }: Pick<WriterOptions, 'temporary' | 'passphrase' | 'workFactor'>,
  ): Promise<PacketOutput> {
    const output = new PacketOutput(await fs.open(temporary, 'wx'))
    try {
      if (passphrase !== null) await output.#encrypt(passphrase, workFactor)
      return output
    } catch (error) {
      await output.#handle.close()
      throw error
    }
  }

  /** Where the ZIP goes in; its owner closes it. */
  get writable(): WritableStream<Uint8Array> {
    return this.#writable
  }

  /** Waits for the last byte, flushes and closes. Call it after `writable` was closed. */
  async close(): Promise<WrittenFile> {
    await this.#piped
    await this.#handle.sync()
    await this.#handle.close()
    return { size: this.#size, sha256: this.#hash.digest('hex') }
  }

  /** Closes the file as it is. */
  async abandon(): Promise<void> {
    this.#stop.abort()
    await this.#piped.catch(() => undefined)
    await this.#handle.close().catch(() => undefined)
  }

  async #encrypt(passphrase: string, workFactor: number): Promise<void> {
    const plain = new TransformStream<Uint8Array, Uint8Array>()
    const encrypter = new Encrypter()
    encrypter.setPassphrase(passphrase)
    encrypter.setScryptWorkFactor(workFactor)
    const encrypted = await encrypter.encrypt(plain.readable)
    this.#piped = encrypted.pipeTo(this.#writable, { signal: this.#stop.signal })
    // Whoever writes hears of a failure from the stream he writes to; here it is kept until it is awaited.
    this.#piped.catch(() => undefined)
    this.#writable = plain.writable
  }

  /** The first thing that went wrong with the disk, however it was wrapped on its way; null for nothing. */
  get failure(): unknown {
    return this.#failure
  }

  async #append(chunk: Uint8Array): Promise<void> {
    try {
      await this.#write(chunk)
    } catch (error) {
      this.#failure ??= error
      throw error
    }
  }

  async #write(chunk: Uint8Array): Promise<void> {
    this.#hash.update(chunk)
    await writeAll(this.#handle, chunk, this.#size)
    this.#size += chunk.byteLength
    this.#unflushed += chunk.byteLength
    if (this.#unflushed < FLUSH_EVERY_BYTES) return
    await this.#handle.datasync()
    this.#unflushed = 0
  }
}
