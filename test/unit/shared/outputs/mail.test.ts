import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Email, emailFile, isMailAddress } from '../../../../shared/outputs'
import { fromBase64, toBase64 } from '../../../../shared/outputs/mail/base64'
import { textHeader } from '../../../../shared/outputs/mail/headers'
import { quotedPrintable } from '../../../../shared/outputs/mail/quoted-printable'
import { fromUtf8, utf8 } from '../../../../shared/outputs/mail/utf8'

/** As any reader of mail decodes it: soft breaks join, hex becomes bytes. */
function decodeQuotedPrintable(text: string): string {
  const joined = text.replace(/=\r\n/g, '')
  const bytes = joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

function decodeHeader(header: string): string {
  return header
    .replace(/\r\n /g, ' ')
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, word: string) => Buffer.from(word, 'base64').toString('utf8'))
}

const EMAIL: Email = {
  from: null,
  to: [{ name: 'Unidad Técnica de Servicios de Informática', address: 'unicom@ine.mx' }],
  subject: 'Seguimiento de acuerdos del Comité: 3 asuntos de UNICOM, años 2016 y 2017',
  text: 'Presente\n\nAl 15 de noviembre constan 3 asuntos.\n.\nFrom aquí',
  files: [
    {
      name: 'Seguimiento «UNICOM» ñ.ics',
      mediaType: 'text/calendar; charset=utf-8',
      text: 'BEGIN:VCALENDAR',
    },
  ],
  at: '2017-11-15T17:00:05.000Z',
}

const lines = (text: string) => text.split('\r\n')
const wellFormed = fc.string({ unit: 'grapheme' })

describe('base64 and UTF-8', () => {
  it('agree with those of the platform, both ways', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
        expect(fromBase64(toBase64(bytes))).toEqual(new Uint8Array(bytes))
      }),
    )
    fc.assert(
      fc.property(wellFormed, (text) => {
        expect(fromUtf8(utf8(text))).toBe(text)
      }),
    )
  })

  it.each(['Zg==*', 'A', 'á'])('refuse %s', (text) => expect(fromBase64(text)).toBeNull())
  it('refuse bytes that are not UTF-8', () => expect(fromUtf8(new Uint8Array([0xff, 0xfe]))).toBeNull())
})

describe('quoted-printable', () => {
  it('comes back the same, in lines of at most 76 characters of ASCII', () => {
    fc.assert(
      fc.property(
        fc.array(wellFormed).map((parts) => parts.join(' áé=\t')),
        (text) => {
          const encoded = quotedPrintable(text)
          expect(decodeQuotedPrintable(encoded)).toBe(text.replace(/\r\n|\r|\n/g, '\r\n'))
          expect(lines(encoded).every((line) => line.length <= 76 && /^[\t\x20-\x7e]*$/.test(line))).toBe(
            true,
          )
          expect(lines(encoded).some((line) => /[ \t]$/.test(line))).toBe(false)
        },
      ),
    )
  })
})

describe('a header', () => {
  it('comes back the same, in lines of at most 76 characters', () => {
    fc.assert(
      fc.property(
        wellFormed.map((text) => `á${text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')}z`),
        (text) => {
          const header = textHeader('Subject', text)
          expect(decodeHeader(header)).toBe(`Subject: ${text}`)
          expect(lines(header).every((line) => line.length <= 76)).toBe(true)
        },
      ),
    )
  })

  it('never gives birth to another header', () => {
    const email = emailFile({ ...EMAIL, subject: 'Hola\r\nBcc: otro@ine.mx\u2028X-Otro: 1' })
    expect(email).not.toMatch(/^(Bcc|X-Otro):/m)
  })
})

describe('an e-mail', () => {
  it('says when, to whom and about what, and opens as a draft', () => {
    const [head = ''] = emailFile(EMAIL).split('\r\n\r\n')
    expect(lines(head)[0]).toBe('X-Unsent: 1')
    expect(head).toContain('Date: Wed, 15 Nov 2017 17:00:05 +0000')
    expect(head).toContain('<unicom@ine.mx>')
    expect(decodeHeader(head)).toContain(`Subject: ${EMAIL.subject}`)
    expect(head).not.toContain('From:')
  })

  it('carries its text and its files, whole', () => {
    const email = emailFile(EMAIL)
    const boundary = /boundary="([^"]+)"/.exec(email)?.[1] ?? ''
    const [, text = '', file = '', end] = email.split(`--${boundary}`)
    expect(end).toBe('--\r\n')
    expect(decodeQuotedPrintable(text.split('\r\n\r\n').slice(1).join('\r\n\r\n')).trim()).toBe(
      EMAIL.text.replace(/\n/g, '\r\n'),
    )
    expect(file).toContain("filename*=UTF-8''Seguimiento%20%C2%ABUNICOM%C2%BB%20%C3%B1.ics")
    expect(Buffer.from(file.split('\r\n\r\n')[1] ?? '', 'base64').toString()).toBe('BEGIN:VCALENDAR')
    expect(lines(email).every((line) => line.length <= 998)).toBe(true)
  })

  it('refuses what is not an address', () => {
    expect(['a@b.mx', 'nombre.apellido+x@ine.org.mx'].every(isMailAddress)).toBe(true)
    expect(['', 'ine.mx', 'a@b', 'a b@c.mx', 'a@c.mx\r\nBcc: d@e.mx', '<a@c.mx>'].some(isMailAddress)).toBe(
      false,
    )
    expect(() => emailFile({ ...EMAIL, to: [{ name: '', address: 'a@b\r\nX: 1' }] })).toThrow()
  })
})
