import { constants, deflateRawSync } from 'node:zlib'
import type { RawEntry } from './raw-zip'

const CHUNK = 64 * 1024 * 1024

/** Zeros that deflate to a thousandth: many times one piece that ends on a byte, then the end of the stream. */
export function deflatedZeros(bytes: number): Buffer {
  const piece = deflateRawSync(Buffer.alloc(CHUNK), { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  const pieces = Array.from({ length: Math.ceil(bytes / CHUNK) }, () => piece)
  return Buffer.concat([...pieces, Buffer.from([0x03, 0x00])])
}

/** Sizes above 4 GB, as ZIP64 says them. */
function zip64Size(bytes: number): Buffer {
  const extra = Buffer.alloc(12)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(8, 2)
  extra.writeBigUInt64LE(BigInt(bytes), 4)
  return extra
}

/** A file of ten thousand million zeros that says so. */
export function honestBomb(name: string, bytes: number): RawEntry {
  const packed = deflatedZeros(bytes)
  const size = Math.ceil(bytes / CHUNK) * CHUNK
  return size < 0xffffffff
    ? { name, packed, declaredSize: size, crc: 1 }
    : { name, packed, declaredSize: 0xffffffff, extra: zip64Size(size), crc: 1 }
}

/** The same behind a small declared size. */
export function lyingBomb(name: string, bytes: number): RawEntry {
  return { name, packed: deflatedZeros(bytes), declaredSize: 10, crc: 1 }
}

/**
 * An archive whose directory holds `count` entries of a few bytes each, without any content; what it says at
 * its end may be `declared` instead.
 */
export function crowdedArchive(count: number, declared = count): Uint8Array<ArrayBuffer> {
  const entryBytes = 46 + 11
  const bytes = Buffer.alloc(count * entryBytes + 56 + 20 + 22)
  for (let index = 0; index < count; index++) {
    const at = index * entryBytes
    bytes.writeUInt32LE(0x02014b50, at)
    bytes.writeUInt16LE(20, at + 4)
    bytes.writeUInt16LE(20, at + 6)
    bytes.writeUInt16LE(11, at + 28)
    bytes.write(`b/${String(index).padStart(9, '0')}`, at + 46)
  }
  const directory = count * entryBytes
  bytes.writeUInt32LE(0x06064b50, directory)
  bytes.writeBigUInt64LE(44n, directory + 4)
  bytes.writeBigUInt64LE(BigInt(declared), directory + 24)
  bytes.writeBigUInt64LE(BigInt(declared), directory + 32)
  bytes.writeBigUInt64LE(BigInt(directory), directory + 40)
  bytes.writeUInt32LE(0x07064b50, directory + 56)
  bytes.writeBigUInt64LE(BigInt(directory), directory + 64)
  bytes.writeUInt32LE(1, directory + 72)
  const end = directory + 76
  bytes.writeUInt32LE(0x06054b50, end)
  bytes.writeUInt16LE(0xffff, end + 8)
  bytes.writeUInt16LE(0xffff, end + 10)
  bytes.writeUInt32LE(0xffffffff, end + 12)
  bytes.writeUInt32LE(0xffffffff, end + 16)
  return new Uint8Array(bytes)
}
