import type { Effects } from '../../shared/lib/effects'

const HEX = 16
const BYTE_DIGITS = 2
const TIME_DIGITS = 12

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(HEX).padStart(BYTE_DIGITS, '0')).join('')
}

/** Random bytes asked for at once: an import takes thousands of ids, and each question costs. */
const POOL_BYTES = 4000
const RANDOM_BYTES = 10
let pool = new Uint8Array(0)
let used = 0

/** Random bytes that nobody else has had. */
function randomBytes(): Uint8Array {
  if (used + RANDOM_BYTES > pool.length) {
    pool = crypto.getRandomValues(new Uint8Array(POOL_BYTES))
    used = 0
  }
  used += RANDOM_BYTES
  return pool.slice(used - RANDOM_BYTES, used)
}

/** UUID version 7 (RFC 9562): 48 bits of time, then random bits; ids made later sort later. */
function uuidV7(time: number): string {
  const random = randomBytes()
  random[0] = ((random[0] ?? 0) & 0x0f) | 0x70
  random[2] = ((random[2] ?? 0) & 0x3f) | 0x80
  const digits = time.toString(HEX).padStart(TIME_DIGITS, '0') + hex(random)
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ].join('-')
}

/** The real clock and id source; only the composition root makes them. */
export function realEffects(): Effects {
  return { now: () => new Date().toISOString(), newId: () => uuidV7(Date.now()) }
}
