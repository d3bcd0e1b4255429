import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const EIGHT_BIT_RGBA = [8, 6, 0, 0, 0]

/**
 * A square PNG from a function that gives each pixel's red, green, blue and alpha (0 to 255).
 * @param {number} size
 * @param {(column: number, row: number) => readonly number[]} pixel
 */
export function encodePng(size, pixel) {
  const header = Buffer.alloc(8 + EIGHT_BIT_RGBA.length)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  Buffer.from(EIGHT_BIT_RGBA).copy(header, 8)
  const stride = 1 + size * 4
  const rows = Buffer.alloc(stride * size)
  for (let row = 0; row < size; row += 1) {
    // Each row starts with its filter, 0: none.
    for (let column = 0; column < size; column += 1)
      rows.set(pixel(column, row), row * stride + 1 + column * 4)
  }
  const data = deflateSync(rows, { level: 9 })
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
