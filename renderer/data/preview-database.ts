import { Dexie, type Table } from 'dexie'

interface PreviewRow {
  readonly sha256: string
  readonly bytes: ArrayBuffer
  readonly type: string
}

/** Apart from the bytes, so that choosing what to forget reads none of them. */
interface UseRow {
  readonly sha256: string
  readonly size: number
  /** Milliseconds since 1970; only as exact as {@link TOUCH_AFTER_MS}. */
  readonly usedAt: number
}

/** Bytes that all previews may take: some two thousand of them, so a year of images and more. */
export const MAX_PREVIEW_BYTES = 128 * 1024 * 1024
/** What is left when they took more: forgetting some at once is cheaper than one at each new one. */
const KEPT_SHARE = 0.9
/** A use is written down again only after this long, so that looking does not write. */
const TOUCH_AFTER_MS = 24 * 60 * 60 * 1000

/**
 * Small copies of images by the SHA-256 of the original, in a database of their own: never journaled, made
 * again whenever one is missing, the least recently used forgotten when they take too much.
 */
export class PreviewDatabase {
  readonly #dexie: Dexie
  readonly #previews: Table<PreviewRow, string>
  readonly #uses: Table<UseRow, string>
  readonly #maxBytes: number
  /** Bytes of all of them; null until they were counted. */
  #total: number | null = null

  constructor(name = 'quorum-previews', maxBytes = MAX_PREVIEW_BYTES) {
    this.#dexie = new Dexie(name)
    this.#dexie.version(1).stores({ previews: 'sha256', uses: 'sha256, usedAt' })
    this.#previews = this.#dexie.table('previews')
    this.#uses = this.#dexie.table('uses')
    this.#maxBytes = maxBytes
  }

  /** The preview of an image, null when there is none. */
  async get(sha256: string, now: number): Promise<Blob | null> {
    const row = await this.#previews.get(sha256)
    if (!row) return null
    const use = await this.#uses.get(sha256)
    if (!use || now - use.usedAt > TOUCH_AFTER_MS) {
      await this.#uses.put({ sha256, size: row.bytes.byteLength, usedAt: now })
    }
    return new Blob([row.bytes], { type: row.type })
  }

  /** Keeps a preview, and forgets the least recently used ones when they take too much. */
  async put(sha256: string, preview: Blob, now: number): Promise<void> {
    const bytes = await preview.arrayBuffer()
    const size = bytes.byteLength
    this.#total = await this.#dexie.transaction('rw', this.#previews, this.#uses, async () => {
      const before = await this.#uses.get(sha256)
      const total = (this.#total ?? (await this.#count())) - (before?.size ?? 0) + size
      await this.#previews.put({ sha256, bytes, type: preview.type })
      await this.#uses.put({ sha256, size, usedAt: now })
      return total > this.#maxBytes ? this.#forgetOldest(total, sha256) : total
    })
  }

  async #count(): Promise<number> {
    let total = 0
    await this.#uses.each(({ size }) => {
      total += size
    })
    return total
  }

  async #forgetOldest(taken: number, kept: string): Promise<number> {
    const forgotten: string[] = []
    let total = taken
    await this.#uses
      .orderBy('usedAt')
      .until(() => total <= this.#maxBytes * KEPT_SHARE)
      .each(({ sha256, size }) => {
        if (sha256 === kept) return
        forgotten.push(sha256)
        total -= size
      })
    await this.#previews.bulkDelete(forgotten)
    await this.#uses.bulkDelete(forgotten)
    return total
  }
}
