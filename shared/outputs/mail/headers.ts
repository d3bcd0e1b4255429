import { toBase64 } from './base64'
import { utf8 } from './utf8'

/** Bytes of text in one encoded word, so that its line stays under 76 characters (RFC 2047 §2). */
const WORD_BYTES = 39

/** Text on one line: a line break in a header would start another header. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}

function encodedWords(text: string): readonly string[] {
  const words: string[] = []
  let current = ''
  for (const character of text) {
    if (utf8(current + character).length > WORD_BYTES) {
      words.push(current)
      current = ''
    }
    current += character
  }
  return [...words, current].map((word) => `=?UTF-8?B?${toBase64(utf8(word))}?=`)
}

/** Words of printable ASCII folded under 76 characters. */
function foldWords(name: string, words: readonly string[]): string {
  let line = `${name}:`
  const lines: string[] = []
  for (const word of words) {
    if (line.length + 1 + word.length > 76 && !line.endsWith(':')) {
      lines.push(line)
      line = ''
    }
    line += ` ${word}`
  }
  return [...lines, line].join('\r\n')
}

/** A header of free text, such as the subject; what is not ASCII is written as encoded words (RFC 2047). */
export function textHeader(name: string, text: string): string {
  const line = oneLine(text)
  const isPlain = /^[\x20-\x7e]*$/.test(line) && !line.includes('=?')
  const words = line.split(' ')
  const fits = words.every((word) => word.length <= 70)
  return foldWords(name, isPlain && fits ? words : encodedWords(line))
}

/** An address with the name it is shown by; `name` may be empty. */
export interface MailAddress {
  readonly name: string
  readonly address: string
}

/** Whether a text is an address that can be put in a header: something, an @ and a domain, without spaces. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text)
}

/** A header of addresses. An address that is not one is a bug of the caller and throws. */
export function addressHeader(name: string, addresses: readonly MailAddress[]): string {
  const words = addresses.flatMap((one, index) => {
    if (!isMailAddress(one.address)) throw new Error('Not a mail address')
    const comma = index < addresses.length - 1 ? ',' : ''
    const shown = oneLine(one.name)
    const label = /^[\x20-\x7e]*$/.test(shown)
      ? shown === '' || shown.length > 60
        ? []
        : [`"${shown.replace(/(["\\])/g, '\\$1')}"`]
      : encodedWords(shown)
    return [...label, `<${one.address}>${comma}`]
  })
  return foldWords(name, words)
}

/** A file name as a header parameter: plain ASCII for old readers, and the real one (RFC 2231, RFC 6266). */
export function fileNameParameters(fileName: string): string {
  const line = oneLine(fileName).replace(/["\\/]/g, '-')
  const ascii = line
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^\x20-\x7e]/g, '_')
  const encoded = encodeURIComponent(line).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
  return `filename="${ascii}";\r\n filename*=UTF-8''${encoded}`
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** An instant as RFC 5322 §3.3 writes it, in UTC: "Wed, 15 Nov 2017 17:00:00 +0000". */
export function mailDate(instant: string): string {
  const date = new Date(instant)
  const two = (n: number) => String(n).padStart(2, '0')
  const clock = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':')
  const day = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`
  return `${DAYS[date.getUTCDay()]}, ${day} ${clock} +0000`
}
