import { createHash, type Hash, randomUUID } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import {
  type AttachmentMeta,
  MAX_UPLOADS,
  type UploadFailure,
  type UploadId,
  type UploadStart,
} from '../../shared/ipc'
import { err, ok, type Result } from '../../shared/lib/result'
import { type AttachmentStore, storeFailureOf, UNNAMED } from './attachments'
import { readChunks, removeQuietly, writeAll } from './durable-file'
import type { FileSystem } from './file-system'
import { mediaTypeOf, SNIFF_BYTES } from './media-type'
import { safeFileName } from './safe-name'

/** An attachment that is on its way in. */
interface Upload {
  readonly temporary: string
  readonly handle: FileHandle
  readonly sha256: string
  readonly name: string
  /** Bytes announced; not one more is written. */
  readonly size: number
  readonly hash: Hash
  readonly start: number[]
  received: number
  /** Pieces that are not yet written. */
  writing: number
}

/**
 * Attachments that come out of a packet, piece by piece. One is stored only when it is what its hash
 * says, and its hash is answered only when it is flushed and under its name.
 */
export class AttachmentUploads {
  readonly #fs: FileSystem
  readonly #store: AttachmentStore
  readonly #uploads = new Map<UploadId, Upload>()
  /** Uploads whose file is being opened: they count, too. */
  #opening = 0

  constructor(fs: FileSystem, store: AttachmentStore) {
    this.#fs = fs
    this.#store = store
  }

  /** Begins, unless a whole copy is stored already; a damaged one is taken in again. */
  async start(request: {
    readonly sha256: string
    readonly name: string
    readonly size: number
  }): Promise<Result<UploadStart, UploadFailure>> {
    const name = safeFileName(request.name, UNNAMED)
    if (this.#uploads.size + this.#opening >= MAX_UPLOADS) return err({ code: 'busy' })
    this.#opening += 1
    try {
      const meta = await this.#storedAlready(request.sha256, name, request.size)
      if (meta !== null) return ok({ kind: 'already-stored', meta })
      const temporary = await this.#store.prepareArrival()
      const handle = await this.#fs.open(temporary, 'wx')
      const uploadId = randomUUID()
      const { sha256, size } = request
      const begun = { hash: createHash('sha256'), start: [], received: 0, writing: 0 }
      this.#uploads.set(uploadId, { temporary, handle, sha256, name, size, ...begun })
      return ok({ kind: 'send', uploadId })
    } catch (error) {
      return err({ code: storeFailureOf(error) })
    } finally {
      this.#opening -= 1
    }
  }

  /** Writes the next piece; after a failure the upload is gone. */
  async send(uploadId: UploadId, bytes: Uint8Array): Promise<Result<null, UploadFailure>> {
    const upload = this.#uploads.get(uploadId)
    if (upload === undefined) return err({ code: 'no-such-upload' })
    const position = upload.received
    // Counted before the first wait, so that pieces sent at once cannot exceed the size together.
    upload.received += bytes.byteLength
    if (upload.received > upload.size) {
      await this.cancel(uploadId)
      return err({ code: 'too-large' })
    }
    upload.hash.update(bytes)
    if (upload.start.length < SNIFF_BYTES) upload.start.push(...bytes.subarray(0, SNIFF_BYTES))
    upload.writing += 1
    try {
      await writeAll(upload.handle, bytes, position)
      return this.#uploads.has(uploadId) ? ok(null) : err({ code: 'no-such-upload' })
    } catch (error) {
      await this.cancel(uploadId)
      return err({ code: storeFailureOf(error) })
    } finally {
      upload.writing -= 1
    }
  }

  /** Checks, flushes and stores what was sent. */
  async finish(uploadId: UploadId): Promise<Result<AttachmentMeta, UploadFailure>> {
    const upload = this.#uploads.get(uploadId)
    if (upload === undefined) return err({ code: 'no-such-upload' })
    const { temporary, handle, sha256, name, size } = upload
    // A page that does not wait for its pieces to be written is given nothing to rely on.
    if (upload.writing > 0 || upload.received !== size || upload.hash.digest('hex') !== sha256) {
      await this.cancel(uploadId)
      return err({ code: 'hash-mismatch' })
    }
    try {
      await handle.sync()
      // From here on nobody else may end it; the file is this function's to keep or to remove.
      this.#uploads.delete(uploadId)
      await handle.close()
      await this.#store.settleArrival(temporary, sha256)
      return ok({ sha256, name, mediaType: mediaTypeOf(name, Uint8Array.from(upload.start)), size })
    } catch (error) {
      await this.cancel(uploadId)
      await removeQuietly(this.#fs, temporary)
      return err({ code: storeFailureOf(error) })
    }
  }

  /** Throws away what was sent; false when there is no such upload any more. */
  async cancel(uploadId: UploadId): Promise<boolean> {
    const upload = this.#uploads.get(uploadId)
    if (upload === undefined) return false
    this.#uploads.delete(uploadId)
    await upload.handle.close().catch(() => undefined)
    await removeQuietly(this.#fs, upload.temporary)
    return true
  }

  /** Throws away everything that is on its way: the page that sent it is gone. */
  async cancelAll(): Promise<void> {
    for (const uploadId of [...this.#uploads.keys()]) await this.cancel(uploadId)
  }

  async #storedAlready(sha256: string, name: string, size: number): Promise<AttachmentMeta | null> {
    const handle = await this.#store.openStored(sha256)
    if (handle === null) return null
    try {
      if ((await handle.stat()).size !== size) return null
      const hash = createHash('sha256')
      const start: number[] = []
      for await (const chunk of readChunks(handle)) {
        hash.update(chunk)
        if (start.length === 0) start.push(...chunk.subarray(0, SNIFF_BYTES))
      }
      if (hash.digest('hex') !== sha256) return null
      return { sha256, name, mediaType: mediaTypeOf(name, Uint8Array.from(start)), size }
    } finally {
      await handle.close()
    }
  }
}
