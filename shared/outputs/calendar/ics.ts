import { utf8 } from '../mail/utf8'

/** Longest line in bytes, without its break (RFC 5545 §3.1). */
const LONGEST_LINE = 75

/** Text as a value of a calendar: backslash, comma, semicolon and line breaks escaped (RFC 5545 §3.3.11). */
export function icsText(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/[,;]/g, (character) => `\\${character}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ')
}

/** A content line folded under 75 bytes, never in the middle of a character. */
export function foldIcsLine(line: string): string {
  const lines: string[] = []
  let current = ''
  let bytes = 0
  for (const character of line) {
    const size = utf8(character).length
    if (bytes + size > LONGEST_LINE) {
      lines.push(current)
      current = ' '
      bytes = 1
    }
    current += character
    bytes += size
  }
  return [...lines, current].join('\r\n')
}

/** A date as a calendar writes it: 20171115. */
export function icsDate(date: string): string {
  return date.replaceAll('-', '')
}

/** An instant in UTC as a calendar writes it: 20171115T170000Z. */
export function icsInstant(instant: string): string {
  return `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`
}

/** What a calendar file says of itself. */
export interface IcsHeader {
  /** What made it, after the name of the app. */
  readonly product: string
  /** How it is to be taken (RFC 5546); null for a file that is only kept. */
  readonly method: 'PUBLISH' | null
}

const TASKS: IcsHeader = { product: 'Seguimiento de acuerdos', method: 'PUBLISH' }

/** A whole calendar file from its components' lines, folded, with CRLF. */
export function icsFile(components: readonly (readonly string[])[], header: IcsHeader = TASKS): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Quórum//${header.product}//ES`,
    'CALSCALE:GREGORIAN',
    ...(header.method === null ? [] : [`METHOD:${header.method}`]),
    ...components.flat(),
    'END:VCALENDAR',
  ]
  return `${lines.map(foldIcsLine).join('\r\n')}\r\n`
}
