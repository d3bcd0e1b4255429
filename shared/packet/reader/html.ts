import { escapeHtml } from '../../documents'

const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const REPLACEMENT = '\ufffd'

/** Controls, and halves of characters: nothing that a text needs. */
function isUnreadable(character: string): boolean {
  return character !== '\n' && character !== '\t' && /^[\p{Cc}\p{Cs}\ufeff]$/u.test(character)
}

/** Text as HTML content or quoted attribute; what no text needs (controls, half characters) is shown as �. */
export function esc(text: string): string {
  const lines = text.replace(/\r\n?|[\u2028\u2029]/g, '\n')
  const readable = /[\p{Cc}\p{Cs}\ufeff]/u.test(lines)
    ? Array.from(lines, (one) => (isUnreadable(one) ? REPLACEMENT : one)).join('')
    : lines
  return escapeHtml(readable)
}

/** Text among other text: whatever direction it takes stays inside. */
export function inline(text: string): string {
  return `<bdi>${esc(text)}</bdi>`
}

/** Text where no markup can isolate it (a title, a label) or where its direction could deceive (a file name). */
export function plain(text: string): string {
  return esc(text.replace(DIRECTION, REPLACEMENT))
}

/** A block of its own with nothing but the text; its own characters decide its direction. */
export function block(tag: 'p' | 'li' | 'h3' | 'h4', text: string, className = ''): string {
  const named = className === '' ? '' : ` class="${className}"`
  return `<${tag}${named} dir="auto">${esc(text)}</${tag}>`
}

/**
 * Address of a file of the packet, relative to the page; null for a path that could lead anywhere else
 * (absolute, with a scheme, empty or dot segments, a backslash), which is then no link.
 */
export function hrefOf(path: string): string | null {
  const segments = path.split('/')
  const strange = segments.some((one) => one === '' || /^\.+$/.test(one) || /[\\:\p{Cc}\p{Cs}]/u.test(one))
  return strange ? null : segments.map(encodeURIComponent).join('/')
}

/** JSON for a data block, which nothing inside can close or hide. */
export function dataBlock(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
