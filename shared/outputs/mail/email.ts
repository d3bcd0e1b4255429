import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { toBase64 } from './base64'
import { addressHeader, fileNameParameters, type MailAddress, mailDate, textHeader } from './headers'
import { quotedPrintable } from './quoted-printable'
import { utf8 } from './utf8'

/** A file that travels in an e-mail. `mediaType` is a plain one: "text/calendar; charset=utf-8". */
export interface MailFile {
  readonly name: string
  readonly mediaType: string
  readonly text: string
}

/** An e-mail to be sent by whoever opens it. `from` null leaves the sender to the mail program. */
export interface Email {
  readonly from: MailAddress | null
  readonly to: readonly MailAddress[]
  readonly subject: string
  /** Plain text. */
  readonly text: string
  readonly files: readonly MailFile[]
  /** When it was written, an instant in UTC. */
  readonly at: string
}

function base64Lines(bytes: Uint8Array): string {
  return (toBase64(bytes).match(/.{1,76}/g) ?? []).join('\r\n')
}

function textPart(text: string): readonly string[] {
  return [
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quotedPrintable(text),
  ]
}

function filePart(file: MailFile): readonly string[] {
  return [
    `Content-Type: ${file.mediaType}`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; ${fileNameParameters(file.name)}`,
    '',
    base64Lines(utf8(file.text)),
  ]
}

/**
 * An e-mail as a file (.eml) that mail programs open as a draft (RFC 5322, MIME; `X-Unsent` is what
 * Outlook looks at). The same e-mail always gives the same file.
 */
export function emailFile(email: Email): string {
  const boundary = `quorum-${bytesToHex(sha256(utf8(JSON.stringify(email)))).slice(0, 32)}`
  const body = email.files.length === 0 ? textPart(email.text) : mixed(email, boundary)
  const lines = [
    'X-Unsent: 1',
    `Date: ${mailDate(email.at)}`,
    ...(email.from === null ? [] : [addressHeader('From', [email.from])]),
    ...(email.to.length === 0 ? [] : [addressHeader('To', email.to)]),
    textHeader('Subject', email.subject),
    'MIME-Version: 1.0',
    ...body,
  ]
  return `${lines.join('\r\n')}\r\n`
}

function mixed(email: Email, boundary: string): readonly string[] {
  return [
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    ...[textPart(email.text), ...email.files.map(filePart)].flatMap((part) => [`--${boundary}`, ...part]),
    `--${boundary}--`,
  ]
}
