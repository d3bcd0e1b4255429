import { refuse } from './refusal'

/** Bytes that are read where they are needed; never more than `length` at a time are in memory. */
export interface ByteSource {
  readonly size: number
  /** The bytes from `offset`, as many as `length` says; refuses what is not there. */
  readonly read: (offset: number, length: number) => Promise<Uint8Array<ArrayBuffer>>
}

const WINDOW_BYTES = 1024 * 1024
const PARTIAL_CONTENT = 206

function checked(bytes: ArrayBuffer | null, length: number): Uint8Array<ArrayBuffer> {
  return bytes?.byteLength === length ? new Uint8Array(bytes) : refuse({ code: 'unreadable' })
}

/** A file that was dropped or chosen in the page. */
export function blobSource(blob: Blob): ByteSource {
  return {
    size: blob.size,
    read: async (offset, length) => {
      const bytes = await blob
        .slice(offset, offset + length)
        .arrayBuffer()
        .catch(() => null)
      return checked(bytes, length)
    },
  }
}

/** A file that the main process serves to this window in ranges. */
export function urlSource(url: string, size: number): ByteSource {
  return {
    size,
    read: async (offset, length) => {
      if (length === 0) return new Uint8Array()
      const range = `bytes=${offset}-${offset + length - 1}`
      const answer = await fetch(url, { headers: { Range: range } }).catch(() => null)
      const partial = answer?.status === PARTIAL_CONTENT || (answer?.status === 200 && length === size)
      const bytes = answer !== null && partial ? await answer.arrayBuffer().catch(() => null) : null
      return checked(bytes, length)
    },
  }
}

/** Reads ahead, so that the many small questions of an archive reader become few. */
export function windowed(source: ByteSource, windowBytes = WINDOW_BYTES): ByteSource {
  let start = 0
  let held = new Uint8Array()
  return {
    size: source.size,
    read: async (offset, length) => {
      if (offset < 0 || offset + length > source.size) refuse({ code: 'unreadable' })
      if (length >= windowBytes) return source.read(offset, length)
      if (offset < start || offset + length > start + held.length) {
        const bytes = await source.read(offset, Math.min(windowBytes, source.size - offset))
        start = offset
        held = bytes
      }
      return held.slice(offset - start, offset - start + length)
    },
  }
}
