import { configure, ZipWriter } from '@zip.js/zip.js'

// Zip.js would start workers from text; this runs in a thread of its own already.
configure({ useWebWorkers: false })

/** The time of every entry: a ZIP begins to count at this day, and the same content is the same bytes. */
const ENTRY_TIME = new Date(1980, 0, 1)

const STORED = 0
const DEFLATED = 8

/** What a ZIP says of a file ahead of its bytes. */
export interface ZipEntry {
  readonly path: string
  readonly deflated: boolean
  /** Bytes before compression, and as they are kept. */
  readonly size: number
  readonly storedSize: number
  readonly crc32: number
}

/** A ZIP that is written to a stream, whose entries have size and sum ahead of their bytes. */
export class ZipEntries {
  readonly #zip: ZipWriter<unknown>
  readonly #stop: AbortSignal

  constructor(writable: WritableStream<Uint8Array>, stop: AbortSignal) {
    this.#zip = new ZipWriter(writable, { extendedTimestamp: false, lastModDate: ENTRY_TIME })
    this.#stop = stop
  }

  /** Writes an entry whose bytes are compressed already if it says so. */
  async add(
    { path, deflated, size, storedSize, crc32 }: ZipEntry,
    readable: ReadableStream<Uint8Array>,
  ): Promise<void> {
    // The size is read by zip.js although its types do not name it: with it, no data descriptor is needed.
    const reader = { readable, size: storedSize }
    await this.#zip.add(path, reader, {
      passThrough: true,
      compressionMethod: deflated ? DEFLATED : STORED,
      crc32,
      uncompressedSize: size,
      signal: this.#stop,
    })
  }

  /** Writes the directory and closes the stream. */
  async close(): Promise<void> {
    await this.#zip.close()
  }
}
