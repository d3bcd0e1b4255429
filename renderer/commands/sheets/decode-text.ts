const UTF16_LE_START = [0xff, 0xfe]
const UTF16_BE_START = [0xfe, 0xff]

export function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

/** Text of a file in the encodings that spreadsheets and calendars write; null when it is not text. */
export function decodeText(bytes: Uint8Array<ArrayBuffer>): string | null {
  if (startsWith(bytes, UTF16_LE_START)) return new TextDecoder('utf-16le').decode(bytes)
  if (startsWith(bytes, UTF16_BE_START)) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8: Excel in Spanish saves "CSV" in the code page of Windows.
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
