const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Bytes in base64 with padding (RFC 4648 §4). */
export function toBase64(bytes: Uint8Array): string {
  const out: string[] = []
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = [bytes[i], bytes[i + 1], bytes[i + 2]]
    const word = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    const last = b === undefined ? '==' : c === undefined ? `${DIGITS[(word >> 6) & 63]}=` : null
    out.push(`${DIGITS[word >> 18]}${DIGITS[(word >> 12) & 63]}`)
    out.push(last ?? `${DIGITS[(word >> 6) & 63]}${DIGITS[word & 63]}`)
  }
  return out.join('')
}

/** Bytes of a base64 text, spaces and line breaks ignored; null when it is not base64. */
export function fromBase64(text: string): Uint8Array | null {
  const digits = text.replace(/\s+/g, '').replace(/={1,2}$/, '')
  if (!/^[A-Za-z0-9+/]*$/.test(digits) || digits.length % 4 === 1) return null
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4))
  let word = 0
  let at = 0
  for (let i = 0; i < digits.length; i++) {
    word = ((word << 6) | DIGITS.indexOf(digits.charAt(i))) & 0xffffff
    if (i % 4 === 1) bytes[at++] = (word >> 4) & 255
    else if (i % 4 === 2) bytes[at++] = (word >> 2) & 255
    else if (i % 4 === 3) bytes[at++] = word & 255
  }
  return bytes
}
