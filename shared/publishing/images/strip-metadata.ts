import { ByteReader, includesWord, joined } from './bytes'
import { type ExifFacts, orientationOnly, readExif } from './exif'
import { type ImageKind, sniffImage } from './image-kind'

/** An image without what it tells besides itself, as the pieces of it that stay, one after the other. */
export interface StrippedPieces {
  /** Most are parts of the bytes that were given, not copies. */
  readonly pieces: readonly Uint8Array[]
  /** Names of what was taken out; empty when there was nothing. */
  readonly removed: readonly string[]
  readonly hadLocation: boolean
}

/** An image without what it tells besides itself, its pixels untouched. */
export interface StrippedImage extends Omit<StrippedPieces, 'pieces'> {
  readonly bytes: Uint8Array
}

const EXIF_HEADER = 'Exif\0\0'
/** How XMP names latitude and longitude (exif:GPSLatitude, exif:GPSLongitude). */
const XMP_PLACE = 'GPSL'
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

/**
 * Where the picture of a JPEG ends, from the start of its first scan on: phones put films, with the place in
 * them, after it. The end of the file when the picture is cut off.
 */
function pictureEnd(reader: ByteReader, scan: number): number {
  const { bytes } = reader
  for (let at = bytes.indexOf(0xff, scan); at >= 0; at = bytes.indexOf(0xff, at)) {
    const marker = reader.u8(at + 1) ?? 0
    if (marker === 0xd9) return at + 2
    // Inside of a scan a 0xff is followed by zero, a restart or filling; anything else is another segment.
    const isInside = marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)
    at += isInside ? 1 : 2 + (reader.u16(at + 2) ?? 0)
  }
  return reader.length
}

function stripJpeg(bytes: Uint8Array): StrippedPieces | null {
  const reader = new ByteReader(bytes)
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  const removed: string[] = []
  let exif: ExifFacts = { orientation: 1, hasLocation: false }
  let hasXmpPlace = false
  let at = 2
  for (;;) {
    const [mark, marker, length] = [reader.u8(at), reader.u8(at + 1), reader.u16(at + 2)]
    if (mark !== 0xff || marker === null || length === null) return null
    // From the start of scan on there are only pixels, up to the end of the picture.
    if (marker === 0xda) break
    const end = at + 2 + length
    if (length < 2 || end > reader.length) return null
    const told = jpegTold(reader, at, marker)
    if (told === 'Exif') exif = readExif(bytes.subarray(at + 10, end))
    else if (told !== null) hasXmpPlace ||= includesWord(bytes.subarray(at, end), XMP_PLACE)
    if (told === null) kept.push(bytes.subarray(at, end))
    else removed.push(told)
    at = end
  }
  if (exif.orientation !== 1) kept.splice(1, 0, jpegExif(exif.orientation))
  const end = pictureEnd(reader, at)
  kept.push(bytes.subarray(at, end))
  if (end < reader.length) removed.push('datos después de la imagen')
  return { pieces: kept, removed, hadLocation: exif.hasLocation || hasXmpPlace }
}

const PNG_TOLD = new Set(['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME'])

function stripPng(bytes: Uint8Array): StrippedPieces | null {
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
      const told = bytes.subarray(at + 8, end - 4)
      hadLocation ||= type === 'eXIf' ? readExif(told).hasLocation : includesWord(told, XMP_PLACE)
    } else kept.push(bytes.subarray(at, end))
    at = end
    // Whatever follows the end of the picture is not part of it.
    if (type === 'IEND') break
  }
  return { pieces: kept, removed, hadLocation }
}

const WEBP_TOLD: ReadonlyMap<string, number> = new Map([
  ['EXIF', 0x08],
  ['XMP ', 0x04],
])

function stripWebp(bytes: Uint8Array): StrippedPieces | null {
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
    if (flag === undefined) kept.push(type === 'VP8X' ? bytes.slice(at, end) : bytes.subarray(at, end))
    else {
      flags |= flag
      removed.push(type.trim())
      const told = bytes.subarray(at + 8, end)
      hadLocation ||= type === 'EXIF' ? readExif(told).hasLocation : includesWord(told, XMP_PLACE)
    }
    at = end
  }
  // The extended header announces which metadata follows; it must not announce what is gone.
  const [first] = kept
  const announced = first?.[8]
  if (first?.[0] === 0x56 && first[3] === 0x58 && announced !== undefined) first[8] = announced & ~flags
  const head = bytes.slice(0, 12)
  const length = kept.reduce((sum, piece) => sum + piece.byteLength, 0)
  new DataView(head.buffer).setUint32(4, length + 4, true)
  return { pieces: [head, ...kept], removed, hadLocation }
}

/**
 * Takes out of an image what it tells besides itself (camera, place, author, texts), without touching a
 * pixel: nothing is decoded or compressed again. How a photograph is turned and its colour profile stay.
 * GIF has nothing of the kind that matters. Null when the file is damaged or of another kind. What stays is
 * not copied, so that a large photograph is in memory once.
 */
export function strippedPieces(kind: ImageKind, bytes: Uint8Array): StrippedPieces | null {
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
      return { pieces: [bytes], removed: [], hadLocation: false }
  }
}

/** The same as {@link strippedPieces}, in one piece. */
export function stripMetadata(kind: ImageKind, bytes: Uint8Array): StrippedImage | null {
  const stripped = strippedPieces(kind, bytes)
  if (stripped === null) return null
  const { pieces, ...told } = stripped
  return { bytes: joined(pieces), ...told }
}
