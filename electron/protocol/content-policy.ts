/** Scheme of the app's own pages. Changing it or the host would orphan the database of every user. */
export const APP_SCHEME = 'app'
/** Host of the app's own pages. */
export const APP_HOST = 'quorum'
/** Origin of the app's own pages. */
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`

/** True for an address of the app itself. Parsed, because text comparison is fooled by `app://quorum.x`. */
export function isAppUrl(address: string): boolean {
  const url = parseUrl(address)
  return url !== null && url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && url.username === ''
}

/** The parsed address; null when it is none. */
export function parseUrl(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null
}

/**
 * Content-Security-Policy of the app's pages: nothing from the network, no inline or evaluated script,
 * style tags only with this load's nonce, and text turned into code only through the one Trusted Types
 * policy that the page registers.
 */
export function appContentPolicy(nonce: string): string {
  return join([
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ])
}

/** Content-Security-Policy of a page that is only printed: its own style sheet and nothing else. */
export function printContentPolicy(nonce: string): string {
  return join([
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    'sandbox',
  ])
}

/** Headers of every answer besides its own type and policy. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
}

function join(directives: readonly string[]): string {
  return directives.join('; ')
}
