import { ByteReader } from './bytes'
import type { ImageKind } from './image-kind'

/** Width and height in pixels. */
export interface PixelSize {
  readonly width: number
  readonly height: number
}

function sized(width: number | null, height: number | null): PixelSize | null {
  return width === null || height === null || width < 1 || height < 1 ? null : { width, height }
}

/** Start-of-frame markers of JPEG (ITU T.81, table B.1); DHT, JPG and DAC lie between them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

function jpegSize(reader: ByteReader): PixelSize | null {
  for (let at = 2; ; ) {
    const [mark, marker, length] = [reader.u8(at), reader.u8(at + 1), reader.u16(at + 2)]
    if (mark !== 0xff || marker === null || length === null || length < 2) return null
    // A marker may be preceded by any number of fill bytes.
    if (marker === 0xff) at += 1
    else if (isFrame(marker)) return sized(reader.u16(at + 7), reader.u16(at + 5))
    else at += 2 + length
  }
}

function u24(reader: ByteReader, at: number): number | null {
  const [low, high] = [reader.u16(at, true), reader.u8(at + 2)]
  return low === null || high === null ? null : low + high * 0x10000
}

function webpSize(reader: ByteReader): PixelSize | null {
  switch (reader.ascii(12, 4)) {
    case 'VP8X': {
      const [width, height] = [u24(reader, 24), u24(reader, 27)]
      return width === null || height === null ? null : { width: width + 1, height: height + 1 }
    }
    case 'VP8L': {
      const bits = reader.u32(21, true)
      return bits === null ? null : { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8 ': {
      const [width, height] = [reader.u16(26, true), reader.u16(28, true)]
      return sized(width === null ? null : width & 0x3fff, height === null ? null : height & 0x3fff)
    }
    default:
      return null
  }
}

/**
 * Size in pixels that an image says of itself, read from its first bytes without decoding it, before its
 * turn is applied. Null when they do not tell: damaged, or the size comes later than the bytes given.
 */
export function declaredSize(kind: ImageKind, bytes: Uint8Array): PixelSize | null {
  const reader = new ByteReader(bytes)
  switch (kind) {
    case 'png':
      return sized(reader.u32(16), reader.u32(20))
    case 'gif':
      return sized(reader.u16(6, true), reader.u16(8, true))
    case 'jpeg':
      return jpegSize(reader)
    case 'webp':
      return webpSize(reader)
  }
}
