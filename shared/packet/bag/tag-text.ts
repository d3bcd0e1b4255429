const BYTE_ORDER_MARK = '\ufeff'

/** A tag file as text, or why it is none (RFC 8493 §2.3: UTF-8 without a byte order mark). */
export type TagText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'not-utf8' }
  | { readonly kind: 'byte-order-mark' }

/** Reads the bytes of a text tag file. */
export function readTagText(bytes: Uint8Array): TagText {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return { kind: 'not-utf8' }
  }
  return text.startsWith(BYTE_ORDER_MARK) ? { kind: 'byte-order-mark' } : { kind: 'text', text }
}

/** Lines of a tag file, ended by LF, CR or CRLF; the last one may lack its ending. */
export function tagLines(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/)
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}
