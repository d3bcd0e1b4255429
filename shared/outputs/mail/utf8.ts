import { utf8ToBytes } from '@noble/hashes/utils.js'

/** The UTF-8 bytes of a text; half a surrogate pair becomes U+FFFD. */
export function utf8(text: string): Uint8Array {
  return utf8ToBytes(text)
}

/** The text of UTF-8 bytes; null when they are not UTF-8. */
export function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return decodeURIComponent([...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''))
  } catch {
    return null
  }
}
