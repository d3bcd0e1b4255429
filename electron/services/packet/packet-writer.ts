import type { PacketFailure } from '../../../shared/ipc'
import { err, ok, type Result } from '../../../shared/lib/result'
import { payloadTagFiles, payloadTotals, type TagFile, tagManifestFiles } from '../../../shared/packet/bag'
import { PACKET_PATHS } from '../../../shared/packet/layout'
import { removeQuietly, syncFolder, type WrittenFile } from '../durable-file'
import type { FileSystem } from '../file-system'
import { saveFailure } from '../save-file'
import { ZipEntries } from '../zip-entries'
import { BagEntries } from './bag-entries'
import { chunkStream } from './chunk-stream'
import { isCompressible } from './compressible'
import { Collector, type Digest } from './content'
import { PacketOutput } from './packet-output'
import type { PacketWriting, Seal, SignatureFiles, WriterOptions } from './packet-writing'
import { openSource, type StoredSource } from './stored-source'

/** Thrown inside the writer to end a packet with a reason; never crosses its border. */
class Refused extends Error {
  constructor(readonly failure: PacketFailure) {
    super(failure.code)
  }
}

/**
 * Writes one packet: a ZIP of one BagIt bag, under a temporary name until it is whole. Every file is
 * hashed while it passes and stands in the ZIP with its size and sum ahead of its bytes. Any failure ends
 * the packet and removes what was written.
 */
export class PacketWriter implements PacketWriting {
  readonly #fs: FileSystem
  readonly #options: WriterOptions
  readonly #output: PacketOutput
  readonly #zip: ZipEntries
  readonly #entries = new BagEntries()
  readonly #stop = new AbortController()
  #read = 0
  #collecting: { readonly path: string; readonly collector: Collector } | null = null
  #state: 'open' | 'sealed' | 'over' = 'open'
  /** The call that is being carried out: one at a time, in the order of asking. */
  #turn: Promise<unknown> = Promise.resolve()

  private constructor(fs: FileSystem, options: WriterOptions, output: PacketOutput) {
    this.#fs = fs
    this.#options = options
    this.#output = output
    this.#zip = new ZipEntries(output.writable, this.#stop.signal)
  }

  /** Creates the temporary file. */
  static async open(fs: FileSystem, options: WriterOptions): Promise<Result<PacketWriter, PacketFailure>> {
    try {
      const output = await PacketOutput.create(fs, options)
      return ok(new PacketWriter(fs, options, output))
    } catch (error) {
      await removeQuietly(fs, options.temporary)
      return err(saveFailure(error))
    }
  }

  add(path: string, bytes: Uint8Array, last: boolean): Promise<Result<null, PacketFailure>> {
    return this.#do('open', async () => {
      const { collector } = this.#collectorOf(path)
      await collector.add(bytes)
      this.#advance(bytes.byteLength)
      if (!last) return null
      this.#collecting = null
      await this.#put(path, collector)
      return null
    })
  }

  attach(path: string, file: string, sha256: string): Promise<Result<null, PacketFailure>> {
    return this.#do('open', async () => {
      this.#claim(path)
      const source = await openSource(this.#fs, file)
      if (source === null) throw new Refused({ code: 'attachment-missing', detail: sha256 })
      try {
        const digest = isCompressible(path)
          ? await this.#putCompressed(path, source)
          : await this.#putStored(path, source)
        if (digest.sha256 !== sha256) throw new Refused({ code: 'attachment-damaged', detail: sha256 })
      } finally {
        await source.close()
      }
      return null
    })
  }

  seal(info: readonly (readonly [string, string])[]): Promise<Result<Seal, PacketFailure>> {
    return this.#do('open', async () => {
      if (this.#collecting !== null) throw new Refused({ code: 'bad-path', detail: this.#collecting.path })
      for (const file of payloadTagFiles(this.#entries.files, info)) await this.#putText(file)
      const manifests = tagManifestFiles(this.#entries.files)
      for (const file of manifests) await this.#putText(file)
      const signed = manifests.find(({ path }) => path === PACKET_PATHS.tagManifestSha512)
      if (signed === undefined) throw new Error('A bag has a tag manifest of sha512')
      this.#state = 'sealed'
      return { signed: Buffer.from(signed.text), payload: payloadTotals(this.#entries.files) }
    })
  }

  finish(target: string, signature: SignatureFiles | null): Promise<Result<WrittenFile, PacketFailure>> {
    return this.#do('sealed', async () => {
      if (signature !== null) {
        await this.#putBytes(PACKET_PATHS.signature, signature.signature)
        await this.#putBytes(PACKET_PATHS.publicKey, Buffer.from(signature.publicKeyPem))
      }
      await this.#zip.close()
      const written = await this.#output.close()
      await this.#fs.rename(this.#options.temporary, target)
      this.#state = 'over'
      await syncFolder(this.#fs, this.#options.folder)
      return written
    })
  }

  /** Gives up: whatever is going on ends with a failure, and nothing is left. */
  async abort(): Promise<void> {
    this.#stop.abort()
    await this.#turn
    await this.#end()
  }

  /** Carries out one call; whatever it throws ends the packet. */
  #do<T>(state: 'open' | 'sealed', work: () => Promise<T>): Promise<Result<T, PacketFailure>> {
    const done = this.#turn.then(async (): Promise<Result<T, PacketFailure>> => {
      if (this.#state !== state || this.#stop.signal.aborted) {
        return err({ code: 'no-such-job', detail: this.#state })
      }
      try {
        return ok(await work())
      } catch (error) {
        await this.#end()
        return err(this.#failureOf(error))
      }
    })
    this.#turn = done
    return done
  }

  #failureOf(error: unknown): PacketFailure {
    if (this.#stop.signal.aborted) return { code: 'no-such-job', detail: 'cancelled' }
    if (error instanceof Refused) return error.failure
    return saveFailure(this.#output.failure ?? error)
  }

  async #end(): Promise<void> {
    if (this.#state === 'over') return
    this.#state = 'over'
    await this.#collecting?.collector.remove()
    await this.#output.abandon()
    await removeQuietly(this.#fs, this.#options.temporary)
  }

  #advance(bytes: number): void {
    this.#read += bytes
    this.#options.onProgress(this.#read)
  }

  #claim(path: string): void {
    if (this.#collecting !== null) throw new Refused({ code: 'bad-path', detail: this.#collecting.path })
    const problem = this.#entries.claim(path)
    if (problem !== null) throw new Refused({ code: 'bad-path', detail: `${path} (${problem})` })
  }

  #collectorOf(path: string): { readonly path: string; readonly collector: Collector } {
    if (this.#collecting?.path === path) return this.#collecting
    this.#claim(path)
    const collector = new Collector(this.#fs, this.#options.spoolFolder, isCompressible(path))
    this.#collecting = { path, collector }
    return this.#collecting
  }

  /** Puts a file in that came whole. */
  async #put(path: string, collector: Collector): Promise<Digest> {
    const { digest, storedSize, chunks } = await collector.end()
    try {
      await this.#entry(
        path,
        isCompressible(path),
        digest,
        storedSize,
        chunkStream(chunks(), () => undefined),
      )
      this.#entries.files.push({ path, ...digest })
      return digest
    } finally {
      await collector.remove()
    }
  }

  async #putCompressed(path: string, source: StoredSource): Promise<Digest> {
    const collector = new Collector(this.#fs, this.#options.spoolFolder, true)
    try {
      for await (const chunk of source.chunks(this.#stop.signal)) {
        await collector.add(chunk)
        this.#advance(chunk.byteLength)
      }
      return await this.#put(path, collector)
    } finally {
      await collector.remove()
    }
  }

  /** Reads twice: once for the sum that comes before the bytes, and once, checked, for the bytes. */
  async #putStored(path: string, source: StoredSource): Promise<Digest> {
    const crc32 = await source.crc32(this.#stop.signal)
    const { stream, digest } = source.digested(this.#stop.signal, (bytes) => this.#advance(bytes))
    await this.#entry(path, false, { size: source.size, crc32 }, source.size, stream)
    const found = digest()
    if (found.crc32 !== crc32 || found.size !== source.size) {
      throw new Refused({ code: 'attachment-damaged', detail: path })
    }
    this.#entries.files.push({ path, ...found })
    return found
  }

  #putText({ path, text }: TagFile): Promise<void> {
    return this.#putBytes(path, Buffer.from(text))
  }

  async #putBytes(path: string, bytes: Uint8Array): Promise<void> {
    this.#entries.reserve(path)
    const collector = new Collector(this.#fs, this.#options.spoolFolder, isCompressible(path))
    await collector.add(bytes)
    await this.#put(path, collector)
  }

  async #entry(
    path: string,
    deflated: boolean,
    { size, crc32 }: Pick<Digest, 'size' | 'crc32'>,
    storedSize: number,
    readable: ReadableStream<Uint8Array>,
  ): Promise<void> {
    const entry = { path: `${this.#options.bagName}/${path}`, deflated, size, storedSize, crc32 }
    await this.#zip.add(entry, readable)
  }
}
