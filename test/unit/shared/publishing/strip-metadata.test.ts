import { crc32, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sniffImage, stripMetadata } from '../../../../shared/publishing'

const text = (value: string) => Buffer.from(value, 'latin1')

function exif(orientation: number, gps: boolean): Buffer {
  const entries = [
    Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]),
    ...(gps ? [Buffer.from([0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 60])] : []),
  ]
  const head = Buffer.from([0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, entries.length])
  return Buffer.concat([head, ...entries, Buffer.alloc(4), text('19.4326,-99.1332 casa de la autora')])
}

function segment(marker: number, body: Buffer): Buffer {
  const length = body.length + 2
  return Buffer.concat([Buffer.from([0xff, marker, length >> 8, length & 0xff]), body])
}

const SCAN = Buffer.concat([
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd9]),
])
const TABLES = segment(0xdb, Buffer.alloc(65, 7))
const PROFILE = segment(0xe2, text('ICC_PROFILE\0colores'))
const JFIF = segment(0xe0, text('JFIF\0'))

function jpeg(...segments: readonly Buffer[]): Uint8Array {
  return new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, SCAN]))
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([text(type), body])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(body.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([size, named, sum])
}

const PNG_HEAD = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const IHDR = chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]))
const IDAT = chunk('IDAT', deflateSync(Buffer.from([0, 128])))
const IEND = chunk('IEND', Buffer.alloc(0))

function riff(...chunks: readonly (readonly [string, Buffer])[]): Uint8Array {
  const parts = chunks.flatMap(([type, body]) => {
    const size = Buffer.alloc(4)
    size.writeUInt32LE(body.length)
    return [text(type), size, body, Buffer.alloc(body.length % 2)]
  })
  const body = Buffer.concat([text('WEBP'), ...parts])
  const size = Buffer.alloc(4)
  size.writeUInt32LE(body.length)
  return new Uint8Array(Buffer.concat([text('RIFF'), size, body]))
}

function stripped(kind: 'jpeg' | 'png' | 'webp', bytes: Uint8Array) {
  const result = stripMetadata(kind, bytes)
  if (result === null) throw new Error('damaged')
  return result
}

describe('a photograph on its way out', () => {
  it('loses where it was taken and keeps every byte of the picture, its colours and its turn', () => {
    const photo = jpeg(
      JFIF,
      segment(0xe1, Buffer.concat([text('Exif\0\0'), exif(6, true)])),
      PROFILE,
      segment(0xed, text('IPTC autora')),
      segment(0xfe, text('comentario')),
      TABLES,
    )
    const out = stripped('jpeg', photo)
    expect(out.hadLocation).toBe(true)
    expect(out.removed).toEqual(['Exif', 'IPTC', 'comentario'])
    const bytes = Buffer.from(out.bytes)
    for (const kept of [JFIF, PROFILE, TABLES, SCAN]) expect(bytes.includes(kept)).toBe(true)
    for (const gone of ['19.4326', 'autora', 'comentario']) expect(bytes.includes(gone)).toBe(false)
    const again = stripped('jpeg', out.bytes)
    expect(again.hadLocation).toBe(false)
    expect(again.bytes).toEqual(out.bytes)
  })

  it('without anything to tell stays as it is', () => {
    const plain = jpeg(JFIF, TABLES)
    expect(stripped('jpeg', plain)).toEqual({ bytes: plain, removed: [], hadLocation: false })
  })

  it('loses the film that a phone put after it, and a place that only its XMP tells', () => {
    const plain = jpeg(JFIF, TABLES)
    const film = new Uint8Array(Buffer.concat([plain, text('ftypmp42 19.4326')]))
    expect(stripped('jpeg', film)).toEqual({
      bytes: plain,
      removed: ['datos después de la imagen'],
      hadLocation: false,
    })
    const xmp = text('http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude="19,26N"/>')
    expect(stripped('jpeg', jpeg(JFIF, segment(0xe1, xmp), TABLES))).toEqual({
      bytes: plain,
      removed: ['XMP'],
      hadLocation: true,
    })
  })

  it('as PNG and as WebP too', () => {
    const png = new Uint8Array(
      Buffer.concat([
        PNG_HEAD,
        IHDR,
        chunk('tEXt', text('Author\0autora')),
        chunk('eXIf', exif(1, true)),
        IDAT,
        IEND,
        text('cola'),
      ]),
    )
    const out = stripped('png', png)
    expect(out).toMatchObject({ hadLocation: true, removed: ['tEXt', 'eXIf'] })
    expect(Buffer.from(out.bytes)).toEqual(Buffer.concat([PNG_HEAD, IHDR, IDAT, IEND]))
    const flags = Buffer.from([0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    const webp = riff(
      ['VP8X', flags],
      ['VP8 ', text('imagen')],
      ['EXIF', exif(1, true)],
      ['XMP ', text('<x/>')],
    )
    const thin = stripped('webp', webp)
    expect(thin).toMatchObject({ hadLocation: true, removed: ['EXIF', 'XMP'] })
    expect(Buffer.from(thin.bytes)).toEqual(
      Buffer.from(riff(['VP8X', Buffer.alloc(10)], ['VP8 ', text('imagen')])),
    )
  })

  it('that is damaged is refused, whatever its bytes', () => {
    const photo = jpeg(JFIF, segment(0xe1, Buffer.concat([text('Exif\0\0'), exif(6, true)])), TABLES)
    expect(stripMetadata('jpeg', photo.slice(0, 30))).toBeNull()
    fc.assert(
      fc.property(
        fc.constantFrom('jpeg', 'png', 'webp'),
        fc.uint8Array({ maxLength: 400 }),
        (kind, bytes) => {
          const result = stripMetadata(kind as 'jpeg', bytes)
          expect(result === null || result.bytes.length <= Math.max(bytes.length, 12)).toBe(true)
        },
      ),
    )
  })
})

describe('what a file is', () => {
  it('is told by its content', () => {
    const of = (value: string | Buffer) =>
      sniffImage(new Uint8Array(Buffer.isBuffer(value) ? value : text(value)))
    expect(sniffImage(jpeg(JFIF))).toEqual({ kind: 'image', image: 'jpeg' })
    expect(of(PNG_HEAD)).toEqual({ kind: 'image', image: 'png' })
    expect(sniffImage(riff(['VP8 ', text('x')]))).toEqual({ kind: 'image', image: 'webp' })
    expect(of('GIF89a')).toEqual({ kind: 'image', image: 'gif' })
    for (const svg of [
      '<svg onload="alert(1)">',
      '\u00ef\u00bb\u00bf <?xml version="1.0"?><svg/>',
      '<!-- x --><svg>',
    ]) {
      expect(of(svg), svg).toEqual({ kind: 'not-accepted', what: 'svg' })
    }
    expect(of('\0\0\0\x18ftypheic')).toEqual({ kind: 'not-accepted', what: 'heic' })
    expect(of('%PDF-1.7')).toEqual({ kind: 'not-accepted', what: 'pdf' })
    expect(of('<html>')).toEqual({ kind: 'unknown' })
    expect(of('')).toEqual({ kind: 'unknown' })
  })
})
