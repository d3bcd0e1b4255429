import { ByteReader, joined } from './bytes'
import { type ExifFacts, orientationOnly, readExif } from './exif'
import { type ImageKind, sniffImage } from './image-kind'

/** An image without what it tells besides itself, its pixels untouched. */
export interface StrippedImage {
  readonly bytes: Uint8Array
  /** Names of what was taken out; empty when there was nothing. */
  readonly removed: readonly string[]
  readonly hadLocation: boolean
}

const EXIF_HEADER = 'Exif\0\0'
const XMP_HEADER = 'http://ns.adobe.com/xap/1.0/\0'

function jpegExif(orientation: number): Uint8Array {
  const tiff = orientationOnly(orientation)
  const header = Uint8Array.from(EXIF_HEADER, (char) => char.charCodeAt(0))
  const length = 2 + header.length + tiff.length
  return joined([Uint8Array.of(0xff, 0xe1, length >> 8, length & 0xff), header, tiff])
}

/** What a JPEG segment tells besides the picture; null for what the picture needs (colour profile, tables). */
function jpegTold(reader: ByteReader, at: number, marker: number): string | null {
  if (marker === 0xe1) {
    if (reader.ascii(at + 4, EXIF_HEADER.length) === EXIF_HEADER) return 'Exif'
    return reader.ascii(at + 4, XMP_HEADER.length) === XMP_HEADER ? 'XMP' : 'APP1'
  }
  if (marker === 0xed) return 'IPTC'
  if (marker === 0xfe) return 'comentario'
  const isOtherApp = marker > 0xe2 && marker <= 0xef && marker !== 0xee
  return isOtherApp ? `APP${marker - 0xe0}` : null
}

function stripJpeg(bytes: Uint8Array): StrippedImage | null {
  const reader = new ByteReader(bytes)
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  const removed: string[] = []
  let exif: ExifFacts = { orientation: 1, hasLocation: false }
  let at = 2
  for (;;) {
    const [mark, marker, length] = [reader.u8(at), reader.u8(at + 1), reader.u16(at + 2)]
    if (mark !== 0xff || marker === null || length === null) return null
    // From the start of scan on there are only pixels, up to the end.
    if (marker === 0xda) break
    const end = at + 2 + length
    if (length < 2 || end > reader.length) return null
    const told = jpegTold(reader, at, marker)
    if (told === 'Exif') exif = readExif(bytes.subarray(at + 10, end))
    if (told === null) kept.push(bytes.subarray(at, end))
    else removed.push(told)
    at = end
  }
  if (exif.orientation !== 1) kept.splice(1, 0, jpegExif(exif.orientation))
  kept.push(bytes.subarray(at))
  return { bytes: joined(kept), removed, hadLocation: exif.hasLocation }
}

const PNG_TOLD = new Set(['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME'])

function stripPng(bytes: Uint8Array): StrippedImage | null {
  const reader = new ByteReader(bytes)
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  const removed: string[] = []
  let hadLocation = false
  for (let at = 8; at < reader.length; ) {
    const length = reader.u32(at)
    if (length === null || at + 12 + length > reader.length) return null
    const type = reader.ascii(at + 4, 4)
    const end = at + 12 + length
    if (PNG_TOLD.has(type)) {
      removed.push(type)
      if (type === 'eXIf') hadLocation ||= readExif(bytes.subarray(at + 8, end - 4)).hasLocation
    } else kept.push(bytes.subarray(at, end))
    at = end
    // Whatever follows the end of the picture is not part of it.
    if (type === 'IEND') break
  }
  return { bytes: joined(kept), removed, hadLocation }
}

const WEBP_TOLD: ReadonlyMap<string, number> = new Map([
  ['EXIF', 0x08],
  ['XMP ', 0x04],
])

function stripWebp(bytes: Uint8Array): StrippedImage | null {
  const reader = new ByteReader(bytes)
  const kept: Uint8Array[] = []
  const removed: string[] = []
  let hadLocation = false
  let flags = 0
  for (let at = 12; at + 8 <= reader.length; ) {
    const type = reader.ascii(at, 4)
    const length = reader.u32(at + 4, true)
    if (length === null || at + 8 + length > reader.length) return null
    const end = Math.min(at + 8 + length + (length % 2), reader.length)
    const flag = WEBP_TOLD.get(type)
    if (flag === undefined) kept.push(bytes.slice(at, end))
    else {
      flags |= flag
      removed.push(type.trim())
      if (type === 'EXIF') hadLocation ||= readExif(bytes.subarray(at + 8, end)).hasLocation
    }
    at = end
  }
  // The extended header announces which metadata follows; it must not announce what is gone.
  const [first] = kept
  const announced = first?.[8]
  if (first?.[0] === 0x56 && first[3] === 0x58 && announced !== undefined) first[8] = announced & ~flags
  const head = bytes.slice(0, 12)
  const body = joined(kept)
  new DataView(head.buffer).setUint32(4, body.length + 4, true)
  return { bytes: joined([head, body]), removed, hadLocation }
}

/**
 * Takes out of an image what it tells besides itself (camera, place, author, texts), without touching a
 * pixel: nothing is decoded or compressed again. How a photograph is turned and its colour profile stay.
 * GIF has nothing of the kind that matters. Null when the file is damaged or of another kind.
 */
export function stripMetadata(kind: ImageKind, bytes: Uint8Array): StrippedImage | null {
  const found = sniffImage(bytes)
  if (found.kind !== 'image' || found.image !== kind) return null
  switch (kind) {
    case 'jpeg':
      return stripJpeg(bytes)
    case 'png':
      return stripPng(bytes)
    case 'webp':
      return stripWebp(bytes)
    case 'gif':
      return { bytes, removed: [], hadLocation: false }
  }
}
