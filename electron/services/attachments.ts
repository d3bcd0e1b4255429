import type { FileHandle } from 'node:fs/promises'
import path from 'node:path'
import {
  type AddedAttachments,
  type AttachmentMeta,
  type AttachmentOpenFailure,
  type AttachmentRefusal,
  type AttachmentStoreFailure,
  MAX_ATTACHMENT_BYTES,
  type MadeAttachment,
} from '../../shared/ipc'
import { err, ok, type Result } from '../../shared/lib/result'
import {
  readChunks,
  removeLeftovers,
  removeQuietly,
  syncFolder,
  temporaryName,
  type WrittenFile,
  writeAndFlush,
  writeFileDurably,
} from './durable-file'
import { errorCode, type FileSystem, ifPresent } from './file-system'
import { blockOf, makeFolder } from './journal-files'
import { declaredMediaType, mediaTypeOf, SNIFF_BYTES } from './media-type'
import { safeFileName } from './safe-name'

/** Name of an attachment that has none left after cleaning. */
export const UNNAMED = 'anexo'

/** Thrown inside the store to leave a copy halfway; never crosses its border. */
class Refused extends Error {
  constructor(readonly reason: AttachmentRefusal) {
    super(reason)
  }
}

/**
 * Attachments as files named by their SHA-256. A file is whole, flushed and under its final name before
 * its hash is given out; equal contents are stored once.
 */
export class AttachmentStore {
  readonly #fs: FileSystem
  readonly #folder: string

  constructor(fs: FileSystem, folder: string) {
    this.#fs = fs
    this.#folder = folder
  }

  /** Copies files in, one after another; one that is refused does not stop the others. */
  async add(paths: readonly string[]): Promise<AddedAttachments> {
    const added: AttachmentMeta[] = []
    const refused: { name: string; reason: AttachmentRefusal }[] = []
    for (const file of paths) {
      try {
        added.push(await this.#addOne(file))
      } catch (error) {
        refused.push({ name: safeFileName(path.basename(file), UNNAMED), reason: refusalOf(error) })
      }
    }
    return { added, refused }
  }

  /** Keeps a file that the interface made, under the same promises as a copied one. */
  async store(file: MadeAttachment): Promise<Result<AttachmentMeta, AttachmentStoreFailure>> {
    const name = safeFileName(file.name, UNNAMED)
    try {
      const { size, sha256 } = await this.#keep([file.bytes])
      const mediaType = declaredMediaType(name, file.bytes.subarray(0, SNIFF_BYTES), file.mediaType)
      return ok({ sha256, name, mediaType, size })
    } catch (error) {
      return err({ code: storeFailureOf(error) })
    }
  }

  /** Removes what an interrupted copy left behind. */
  async clean(): Promise<void> {
    await removeLeftovers(this.#fs, this.#folder)
  }

  /**
   * Copies a stored file, checked against its hash, into a folder for looking at it, under its name and
   * read-only. Returns the copy's path.
   */
  async stage(sha256: string, name: string, folder: string): Promise<Result<string, AttachmentOpenFailure>> {
    const target = path.join(folder, safeFileName(name, UNNAMED))
    try {
      const source = await ifPresent(this.#fs.open(this.pathOf(sha256), 'r'))
      if (source === null) return err({ code: 'missing' })
      try {
        const written = await writeFileDurably(this.#fs, target, readChunks(source))
        if (written.sha256 !== sha256) {
          await removeQuietly(this.#fs, target)
          return err({ code: 'damaged' })
        }
        // Read-only, so that nobody edits a copy that is thrown away and believes it kept.
        await this.#fs.chmod(target, 0o444)
        return ok(target)
      } finally {
        await source.close()
      }
    } catch (error) {
      return err({ code: blockOf(errorCode(error)) === 'disk-full' ? 'disk-full' : 'io-error' })
    }
  }

  /** A stored file, open for reading; null when there is none. Whoever reads it checks what it reads. */
  openStored(sha256: string): Promise<FileHandle | null> {
    return ifPresent(this.#fs.open(this.pathOf(sha256), 'r'))
  }

  /** A name for a file that is on its way in, below this store; a crash leaves nothing that stays. */
  async prepareArrival(): Promise<string> {
    await makeFolder(this.#fs, this.#folder)
    return temporaryName(this.#folder)
  }

  /** Puts a file that was flushed and checked under its hash. */
  async settleArrival(temporary: string, sha256: string): Promise<void> {
    const target = this.pathOf(sha256)
    await makeFolder(this.#fs, path.dirname(target))
    // Also over a copy that exists: that one may have been damaged since, this one was just checked.
    await this.#fs.rename(temporary, target)
    await syncFolder(this.#fs, path.dirname(target))
  }

  /** Where a stored file lies. */
  pathOf(sha256: string): string {
    return path.join(this.#folder, sha256.slice(0, 2), sha256)
  }

  async #addOne(file: string): Promise<AttachmentMeta> {
    const source = await this.#openSource(file)
    try {
      const start = Buffer.alloc(SNIFF_BYTES)
      const { bytesRead } = await source.read(start, 0, SNIFF_BYTES, 0)
      const { size, sha256 } = await this.#keep(capped(readChunks(source)))
      const name = safeFileName(path.basename(file), UNNAMED)
      return { sha256, name, mediaType: mediaTypeOf(name, start.subarray(0, bytesRead)), size }
    } finally {
      await source.close()
    }
  }

  /** Writes content under a temporary name, flushes it, and puts it under its hash. */
  async #keep(content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<WrittenFile> {
    const temporary = await this.prepareArrival()
    try {
      const written = await writeAndFlush(this.#fs, temporary, content)
      if (written.size === 0) throw new Refused('empty')
      await this.settleArrival(temporary, written.sha256)
      return written
    } catch (error) {
      await removeQuietly(this.#fs, temporary)
      throw error
    }
  }

  async #openSource(file: string) {
    try {
      // Asked before opening: opening a named pipe would wait for ever.
      const found = await this.#fs.stat(file)
      if (!found.isFile()) throw new Refused('not-a-file')
      if (found.size > MAX_ATTACHMENT_BYTES) throw new Refused('too-large')
      return await this.#fs.open(file, 'r')
    } catch (error) {
      throw error instanceof Refused ? error : new Refused('unreadable')
    }
  }
}

/** Lets chunks through until they exceed the largest size: a file can grow while it is copied. */
async function* capped(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.byteLength
    if (size > MAX_ATTACHMENT_BYTES) throw new Refused('too-large')
    yield chunk
  }
}

function refusalOf(error: unknown): AttachmentRefusal {
  return error instanceof Refused ? error.reason : storeFailureOf(error)
}

/** Why content was not kept, from the error of the disk. */
export function storeFailureOf(error: unknown): AttachmentStoreFailure['code'] {
  const block = blockOf(errorCode(error))
  if (block === 'disk-full') return 'disk-full'
  return block === 'no-permission' || block === 'read-only' ? 'no-permission' : 'io-error'
}
