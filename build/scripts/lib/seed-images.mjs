import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'

/** @typedef {{ readonly sha256: string, readonly name: string, readonly size: number, readonly width: number, readonly height: number }} SeedImage */

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Eight bits for each pixel, which name one of the colours below. */
const INDEXED = [8, 3, 0, 0, 0]
const COLOURS = 64
const ORDINARY = { width: 960, height: 600 }
/** As a camera takes them: what makes small copies worth while. */
const LARGE = { width: 6000, height: 4000 }
/** Bands of a picture, across and down. */
const BANDS = 8

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

/** @param {number} n */
function palette(n) {
  const colours = Buffer.alloc(COLOURS * 3)
  for (let at = 0; at < COLOURS * 3; at += 1) colours[at] = (n * 37 + at * (29 + (n % 11))) % 256
  return colours
}

/**
 * A PNG of coloured fields with slopes in them, another one for every number.
 * @param {number} n
 * @param {{ readonly width: number, readonly height: number }} size
 */
export function seedPng(n, { width, height }) {
  const header = Buffer.alloc(8 + INDEXED.length)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  Buffer.from(INDEXED).copy(header, 8)
  const stride = width + 1
  const rows = Buffer.alloc(stride * height)
  const line = Buffer.alloc(stride)
  for (let band = 0; band < BANDS; band += 1) {
    const [from, until] = [Math.floor((band * height) / BANDS), Math.floor(((band + 1) * height) / BANDS)]
    for (let x = 0; x < width; x += 1) {
      line[x + 1] = (((x * BANDS) / width) * (3 + ((n + band) % 5)) + band * 7 + n) % COLOURS
    }
    for (let y = from; y < until; y += 1) line.copy(rows, y * stride)
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', palette(n)),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/**
 * So many different images where the app keeps its attachments.
 * @param {string} userData
 * @param {number} count
 * @param {(n: number) => boolean} isLarge
 * @returns {Promise<readonly SeedImage[]>}
 */
export async function writeSeedImages(userData, count, isLarge) {
  const images = []
  for (let n = 0; n < count; n += 1) {
    const size = isLarge(n) ? LARGE : ORDINARY
    const bytes = seedPng(n, size)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const folder = join(userData, 'attachments', sha256.slice(0, 2))
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, sha256), bytes)
    images.push({ sha256, name: `imagen-${n + 1}.png`, size: bytes.length, ...size })
  }
  return images
}
