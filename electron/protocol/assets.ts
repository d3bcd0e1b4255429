import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { appContentPolicy, COMMON_HEADERS, isAppUrl } from './content-policy'

/** Kinds of files that the app consists of; nothing else is served. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Path segments of built files: no dots in front, nothing encoded, no separators of other systems. */
const SAFE_PATH = /^(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/

const NONCE_PLACE = '__QUORUM_NONCE__'

/** The file below `root` that an address of the app names; null for anything that is not one. */
export function assetPath(root: string, address: string): string | null {
  if (!isAppUrl(address)) return null
  const { pathname } = new URL(address)
  if (pathname === '' || pathname === '/') return path.join(root, 'index.html')
  if (!SAFE_PATH.test(pathname)) return null
  const file = path.join(root, ...pathname.split('/'))
  return file.startsWith(root + path.sep) ? file : null
}

/** Answers a request for a file of the interface; 404 for everything that is not one. */
export async function serveAsset(root: string, request: Request): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
  const file = assetPath(root, request.url)
  const type = file === null ? undefined : CONTENT_TYPES[path.extname(file)]
  if (file === null || type === undefined) return refuse(404)
  const content = await readFile(file).catch(() => null)
  if (content === null) return refuse(404)
  // Every load of a page gets its own nonce; other files carry the policy too, for workers obey theirs.
  const nonce = randomBytes(18).toString('base64url')
  const isPage = path.extname(file) === '.html'
  const body = isPage ? content.toString('utf8').replaceAll(NONCE_PLACE, nonce) : new Uint8Array(content)
  return new Response(request.method === 'HEAD' ? null : body, {
    headers: { ...COMMON_HEADERS, 'Content-Type': type, 'Content-Security-Policy': appContentPolicy(nonce) },
  })
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: COMMON_HEADERS })
}
