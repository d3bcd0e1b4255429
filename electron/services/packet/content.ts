import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib'
import { readChunks, removeQuietly, temporaryName, writeAll } from '../durable-file'
import type { FileSystem } from '../file-system'
import { makeFolder } from '../journal-files'

/** What a ZIP and a bag must know of a file. */
export interface Digest {
  /** Bytes before compression. */
  readonly size: number
  readonly crc32: number
  readonly sha256: string
  readonly sha512: string
}

/** Adds up what must be known of a file while its bytes pass. */
export class Digester {
  readonly #sha256 = createHash('sha256')
  readonly #sha512 = createHash('sha512')
  #crc32 = 0
  #size = 0

  update(bytes: Uint8Array): void {
    this.#sha256.update(bytes)
    this.#sha512.update(bytes)
    this.#crc32 = crc32(bytes, this.#crc32)
    this.#size += bytes.byteLength
  }

  /** The sums; the digester cannot be used afterwards. */
  end(): Digest {
    return {
      size: this.#size,
      crc32: this.#crc32,
      sha256: this.#sha256.digest('hex'),
      sha512: this.#sha512.digest('hex'),
    }
  }
}

/** A file that came whole, in the form in which the ZIP keeps it. */
export interface Collected {
  readonly digest: Digest
  /** Bytes in that form. */
  readonly storedSize: number
  readonly chunks: () => AsyncIterable<Uint8Array>
  readonly remove: () => Promise<void>
}

/** Bytes of a file kept in memory until they go to the disk. */
const IN_MEMORY_BYTES = 8 * 1024 * 1024

/**
 * Takes a file that comes in pieces, and keeps it until its size and sum, which a ZIP says before the
 * bytes, are known: in memory while it is small, then in a file of the app's own folder, so that
 * nothing readable lies beside a packet that is encrypted.
 */
export class Collector {
  readonly #fs: FileSystem
  readonly #folder: string
  readonly #digester = new Digester()
  readonly #deflate: DeflateRaw | null
  #pending: Buffer[] = []
  #pendingBytes = 0
  #stored = 0
  #file: { readonly name: string; readonly handle: FileHandle } | null = null

  constructor(fs: FileSystem, folder: string, compress: boolean) {
    this.#fs = fs
    this.#folder = folder
    this.#deflate = compress ? createDeflateRaw({ level: 6 }) : null
    this.#deflate?.on('data', (chunk: Buffer) => this.#keep(chunk))
  }

  async add(bytes: Uint8Array): Promise<void> {
    this.#digester.update(bytes)
    if (this.#deflate === null) this.#keep(Buffer.from(bytes))
    else await written(this.#deflate, bytes)
    if (this.#pendingBytes > IN_MEMORY_BYTES) await this.#spill()
  }

  async end(): Promise<Collected> {
    if (this.#deflate !== null) await ended(this.#deflate)
    if (this.#file !== null) await this.#spill()
    const chunks = this.#pending
    const file = this.#file
    return {
      digest: this.#digester.end(),
      storedSize: this.#stored + this.#pendingBytes,
      chunks: () => (file === null ? fromMemory(chunks) : readChunks(file.handle)),
      remove: () => this.remove(),
    }
  }

  /** Forgets everything. */
  async remove(): Promise<void> {
    this.#deflate?.destroy()
    this.#pending = []
    if (this.#file === null) return
    await this.#file.handle.close().catch(() => undefined)
    await removeQuietly(this.#fs, this.#file.name)
  }

  #keep(chunk: Buffer): void {
    this.#pending.push(chunk)
    this.#pendingBytes += chunk.byteLength
  }

  async #spill(): Promise<void> {
    this.#file ??= await this.#createFile()
    const chunks = this.#pending
    this.#pending = []
    this.#pendingBytes = 0
    for (const chunk of chunks) {
      await writeAll(this.#file.handle, chunk, this.#stored)
      this.#stored += chunk.byteLength
    }
  }

  async #createFile() {
    await makeFolder(this.#fs, this.#folder)
    const name = temporaryName(this.#folder)
    return { name, handle: await this.#fs.open(name, 'wx+') }
  }
}

async function* fromMemory(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array, void> {
  yield* chunks
}

function written(deflate: DeflateRaw, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    deflate.write(bytes, (error) => (error ? reject(error) : resolve()))
  })
}

function ended(deflate: DeflateRaw): Promise<void> {
  return new Promise((resolve, reject) => {
    deflate.once('end', resolve)
    deflate.once('error', reject)
    deflate.end()
  })
}
