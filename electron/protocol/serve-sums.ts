import { MAX_SUM_PIECE_BYTES } from '../../shared/ipc'
import type { RunningSums } from '../services/running-sums'
import { COMMON_HEADERS } from './content-policy'

/** Names that the page gives to what it has summed. */
const ID = /^[0-9a-f-]{36}$/

/** Takes the next piece of a content (POST), or answers with its sums and forgets it (GET). */
export async function serveSums(sums: RunningSums, id: string, request: Request): Promise<Response> {
  if (!ID.test(id)) return answer(404)
  if (request.method === 'GET') {
    const found = sums.end(id)
    return found === null ? answer(404) : answer(200, JSON.stringify(found))
  }
  if (request.method !== 'POST') return answer(405)
  const bytes = await bodyOf(request)
  if (bytes === null) return answer(413)
  return answer(sums.add(id, bytes) ? 204 : 429)
}

/** The bytes of a request; null when they are more than one piece may have. */
async function bodyOf({ body }: Request): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of body ?? []) {
    size += piece.byteLength
    if (size > MAX_SUM_PIECE_BYTES) return null
    pieces.push(piece)
  }
  const [only] = pieces
  return pieces.length === 1 && only !== undefined ? only : Buffer.concat(pieces)
}

function answer(status: number, json: string | null = null): Response {
  return new Response(json, {
    status,
    headers: { ...COMMON_HEADERS, 'Content-Type': 'application/json; charset=utf-8' },
  })
}
