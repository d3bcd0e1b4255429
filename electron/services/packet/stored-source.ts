import { crc32 } from 'node:zlib'
import { readChunks } from '../durable-file'
import { type FileSystem, ifPresent } from '../file-system'
import { chunkStream } from './chunk-stream'
import { type Digest, Digester } from './content'

/** A file on the disk that goes into a packet. */
export interface StoredSource {
  /** Bytes when it was opened. */
  readonly size: number
  /** Its bytes; throws when the signal says stop. */
  readonly chunks: (stop: AbortSignal) => AsyncIterable<Uint8Array>
  /** Reads it whole for its sum. */
  readonly crc32: (stop: AbortSignal) => Promise<number>
  /** Its bytes as a stream, and after it ended what passed. */
  readonly digested: (
    stop: AbortSignal,
    onBytes: (bytes: number) => void,
  ) => { readonly stream: ReadableStream<Uint8Array>; readonly digest: () => Digest }
  readonly close: () => Promise<void>
}

/** Opens a file for reading; null when there is none. */
export async function openSource(fs: FileSystem, file: string): Promise<StoredSource | null> {
  const handle = await ifPresent(fs.open(file, 'r'))
  if (handle === null) return null
  const { size } = await handle.stat()
  async function* chunks(stop: AbortSignal): AsyncGenerator<Uint8Array, void> {
    if (handle === null) return
    // Only what was there when it was opened: a file that grows meanwhile is not what its hash says.
    for await (const chunk of readChunks(handle, size)) {
      stop.throwIfAborted()
      yield chunk
    }
  }
  return {
    size,
    chunks,
    crc32: async (stop) => {
      let sum = 0
      for await (const chunk of chunks(stop)) sum = crc32(chunk, sum)
      return sum
    },
    digested: (stop, onBytes) => {
      const digester = new Digester()
      const stream = chunkStream(chunks(stop), (chunk) => {
        digester.update(chunk)
        onBytes(chunk.byteLength)
      })
      return { stream, digest: () => digester.end() }
    },
    close: () => handle.close(),
  }
}
