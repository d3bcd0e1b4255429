import { COMMON_HEADERS } from './content-policy'

/** Bytes handed over at once. */
const CHUNK_BYTES = 512 * 1024

/** Bytes of a file from `start` up to, not including, `end`. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/** A file that is served: its size when it was opened, and how its bytes are had. */
export interface ServedFile {
  readonly size: number
  /** Reads at most `length` bytes at `position`; fewer than asked for only at the end. */
  readonly read: (position: number, length: number) => Promise<Uint8Array>
  /** Called once, after the last read or when the reader has gone. */
  readonly release: () => Promise<void>
}

/**
 * The part of a file that a Range header asks for: one range of bytes, as RFC 9110 writes it. Without a
 * header the whole file; null when it cannot be served (other units, several ranges, past the end).
 */
export function parseRange(header: string | null, size: number): ByteRange | null {
  if (header === null) return { start: 0, end: size }
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim())
  if (match === null) return null
  const [, from = '', to = ''] = match
  if (from === '' && to === '') return null
  if (from === '') {
    const last = Math.min(Number(to), size)
    return last === 0 ? null : { start: size - last, end: size }
  }
  const start = Number(from)
  const end = to === '' ? size : Math.min(Number(to) + 1, size)
  return start < end ? { start, end } : null
}

/** Answers a request for a file, or for one range of it, a chunk at a time. */
export async function serveRange(file: ServedFile, request: Request): Promise<Response> {
  const header = request.headers.get('range')
  const range = parseRange(header, file.size)
  if (range === null) {
    await file.release()
    return new Response(null, {
      status: 416,
      headers: { ...COMMON_HEADERS, 'Content-Range': `bytes */${file.size}` },
    })
  }
  const headers: Record<string, string> = {
    ...COMMON_HEADERS,
    // No kind of its own: these bytes are for the page's code to read and for nothing to show or run.
    'Content-Type': 'application/octet-stream',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Accept-Ranges': 'bytes',
    'Content-Length': String(range.end - range.start),
  }
  if (header !== null) headers['Content-Range'] = `bytes ${range.start}-${range.end - 1}/${file.size}`
  const status = header === null ? 200 : 206
  if (request.method !== 'HEAD') return new Response(streamOf(file, range), { status, headers })
  await file.release()
  return new Response(null, { status, headers })
}

function streamOf(file: ServedFile, { start, end }: ByteRange): ReadableStream<Uint8Array> {
  let position = start
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const bytes = await file.read(position, Math.min(CHUNK_BYTES, end - position))
          if (bytes.byteLength === 0) throw new Error('The file is shorter than it was')
          position += bytes.byteLength
          controller.enqueue(bytes)
          if (position < end) return
        } catch (error) {
          await file.release()
          controller.error(error)
          return
        }
        await file.release()
        controller.close()
      },
      cancel: () => file.release(),
    },
    { highWaterMark: 0 },
  )
}
