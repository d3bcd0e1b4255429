import { deflateSync } from 'node:zlib'

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

function chunk(type: string, data: Uint8Array): Buffer<ArrayBuffer> {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

/** Colour of a point given as fractions of width and height. */
export type Paint = (x: number, y: number) => readonly [number, number, number]

/** A real PNG of this size, painted, with texts inside when given. */
export function makePng(width: number, height: number, paint: Paint, text = ''): Buffer<ArrayBuffer> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      rows.set(paint(x / width, y / height), y * (1 + width * 3) + 1 + x * 3)
    }
  }
  const texts = text === '' ? [] : [chunk('tEXt', Buffer.from(`Comment\0${text}`, 'latin1'))]
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...texts,
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function segment(marker: number, body: Uint8Array): Buffer {
  const length = body.length + 2
  return Buffer.concat([Buffer.from([0xff, marker, length >> 8, length & 0xff]), body])
}

/** What a JPEG of {@link makePhoto} says besides its pixels when it tells where it was taken. */
export const PLACE = '19.4326,-99.1332'

/** The segments of a JPEG, enough for whoever reads no pixels; `place` puts a position into its Exif. */
export function makePhoto(place: boolean, pixels: Uint8Array = Buffer.from([1, 2, 0xff, 0, 3])): Buffer {
  const entries = place ? [Buffer.from([0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 60])] : []
  const tiff = Buffer.concat([
    Buffer.from([0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, entries.length]),
    ...entries,
    Buffer.alloc(4),
    Buffer.from(place ? PLACE : 'Fulano', 'latin1'),
  ])
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    pixels,
    Buffer.from([0xff, 0xd9]),
  ])
}
