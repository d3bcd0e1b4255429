import path from 'node:path'

/** Longest file name that every common file system takes, in UTF-8 bytes, with room for " (99)". */
const MAX_NAME_BYTES = 200

/** Names that Windows gives to devices, with or without an extension. */
const DEVICE_NAME = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\.|$)/i

/** Characters that some system refuses in names, and separators. */
const REFUSED = /[<>:"/\\|?*]/g

/** Controls, invisible characters and marks that turn the writing direction ("gpj.exe" seen as "exe.jpg"). */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/**
 * A file name that is safe on Windows, macOS and Linux: no folders, devices, hidden or invisible parts.
 * Keeps the extension. `fallback` is returned when nothing is left.
 */
export function safeFileName(name: string, fallback: string): string {
  const cleaned = name
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(REFUSED, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '')
  if (cleaned === '' || /^-+$/.test(cleaned)) return fallback
  return shorten(DEVICE_NAME.test(cleaned) ? `_${cleaned}` : cleaned)
}

/** The name with this extension ("pdf"), added unless it is there already. */
export function withExtension(name: string, extension: string): string {
  return name.toLowerCase().endsWith(`.${extension}`) ? name : `${name}.${extension}`
}

function shorten(name: string): string {
  if (Buffer.byteLength(name) <= MAX_NAME_BYTES) return name
  const extension = path.extname(name).slice(0, 20)
  let stem = ''
  let bytes = Buffer.byteLength(extension)
  for (const character of name.slice(0, name.length - path.extname(name).length)) {
    bytes += Buffer.byteLength(character)
    if (bytes > MAX_NAME_BYTES) break
    stem += character
  }
  return `${stem.trimEnd()}${extension}`
}
