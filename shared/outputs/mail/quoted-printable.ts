import { utf8 } from './utf8'

/** Longest line of quoted-printable, its soft break included (RFC 2045 §6.7, rule 5). */
const LONGEST_LINE = 76

function hex(byte: number): string {
  return `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
}

/** One line without breaks. A space or tab at its end is written in hex, for servers that trim lines. */
function encodeLine(line: string): string {
  const bytes = utf8(line)
  const lines: string[] = []
  let current = ''
  bytes.forEach((byte, index) => {
    const isSpace = byte === 0x20 || byte === 0x09
    const isPlain = byte >= 0x21 && byte <= 0x7e && byte !== 0x3d
    const keeps = isPlain || (isSpace && index < bytes.length - 1)
    const token = keeps ? String.fromCharCode(byte) : hex(byte)
    if (current.length + token.length > LONGEST_LINE - 1) {
      lines.push(`${current}=`)
      current = ''
    }
    current += token
  })
  return [...lines, current].join('\r\n')
}

/** Text as quoted-printable UTF-8 (RFC 2045 §6.7): lines end in CRLF and none passes 76 characters. */
export function quotedPrintable(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(encodeLine)
    .join('\r\n')
}
