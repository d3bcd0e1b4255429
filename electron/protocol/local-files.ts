import { INCOMING_STATUS } from '../../shared/ipc'
import type { AttachmentStore } from '../services/attachments'
import type { IncomingFiles, OpenPacket } from '../services/incoming-files'
import type { RunningSums } from '../services/running-sums'
import { COMMON_HEADERS } from './content-policy'
import { serveRange } from './file-ranges'
import { serveSums } from './serve-sums'

/** Where the bytes of files outside the app come from. */
export interface LocalFiles {
  readonly incoming: IncomingFiles
  readonly attachments: AttachmentStore
  /** Sums of what the page reads of them. */
  readonly sums: RunningSums
}

/** Whether an address is of a file outside the app, which only the page of the main window may read. */
export function isLocalFile({ pathname }: URL): boolean {
  return /^\/(entrante|adjunto|suma)(\/|$)/.test(pathname)
}

/** Answers with the bytes of an opened packet or a stored attachment, or sums bytes; null when the address is neither's. */
export async function serveLocalFile(files: LocalFiles, request: Request): Promise<Response | null> {
  const url = new URL(request.url)
  if (!isLocalFile(url)) return null
  const [, area, name = '', ...rest] = url.pathname.split('/')
  if (area === 'suma') return rest.length > 0 ? refuse(404) : serveSums(files.sums, name, request)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
  if (rest.length > 0) return refuse(404)
  return area === 'entrante'
    ? serveIncoming(files.incoming, name, request)
    : serveStored(files, name, request)
}

async function serveIncoming(incoming: IncomingFiles, token: string, request: Request): Promise<Response> {
  const packet = incoming.find(token)
  if (packet === null) return refuse(INCOMING_STATUS.closed)
  const state = await stateOf(packet)
  if (state !== 'same') return refuse(INCOMING_STATUS[state])
  const { handle, size } = packet
  const read = async (position: number, length: number) => {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(length), 0, length, position)
    // Asked after reading: whoever changes the file in between is noticed before the bytes are handed on.
    if ((await stateOf(packet)) !== 'same') throw new Error('The file was changed')
    return buffer.subarray(0, bytesRead)
  }
  return serveRange({ size, read, release: async () => undefined }, request)
}

async function stateOf({ handle, size, changedAt }: OpenPacket): Promise<'same' | 'changed' | 'unreadable'> {
  try {
    const found = await handle.stat()
    return found.size === size && found.mtimeMs === changedAt ? 'same' : 'changed'
  } catch {
    return 'unreadable'
  }
}

async function serveStored({ attachments }: LocalFiles, sha256: string, request: Request): Promise<Response> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return refuse(404)
  const handle = await attachments.openStored(sha256).catch(() => null)
  if (handle === null) return refuse(404)
  try {
    const { size } = await handle.stat()
    const read = async (position: number, length: number) => {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(length), 0, length, position)
      return buffer.subarray(0, bytesRead)
    }
    return await serveRange({ size, read, release: () => handle.close() }, request)
  } catch {
    await handle.close()
    return refuse(410)
  }
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: COMMON_HEADERS })
}
