import { ByteReader } from './bytes'

const ORIENTATION = 0x0112
const GPS = 0x8825
/** More entries than this in a directory is a damaged or hostile file. */
const MAX_ENTRIES = 1_000

/** What the app wants to know of the Exif data of a photograph. */
export interface ExifFacts {
  /** 1 (upright) to 8, as the standard counts turns and mirrors. */
  readonly orientation: number
  /** Whether it says where the photograph was taken. */
  readonly hasLocation: boolean
}

const NOTHING: ExifFacts = { orientation: 1, hasLocation: false }

/** Reads the first directory of a TIFF block (Exif 2.3, §4.5); damaged data says nothing. */
export function readExif(tiff: Uint8Array): ExifFacts {
  const reader = new ByteReader(tiff)
  const order = reader.ascii(0, 2)
  if (order !== 'II' && order !== 'MM') return NOTHING
  const little = order === 'II'
  const start = reader.u32(4, little)
  const count = start === null ? null : reader.u16(start, little)
  if (start === null || count === null || count > MAX_ENTRIES) return NOTHING
  let { orientation, hasLocation } = NOTHING
  for (let entry = 0; entry < count; entry++) {
    const at = start + 2 + entry * 12
    const tag = reader.u16(at, little)
    if (tag === GPS) hasLocation = true
    if (tag === ORIENTATION) {
      const value = reader.u16(at + 8, little) ?? 1
      if (value >= 1 && value <= 8) orientation = value
    }
  }
  return { orientation, hasLocation }
}

/** A TIFF block that says only how the photograph is turned. */
export function orientationOnly(orientation: number): Uint8Array {
  const tiff = new Uint8Array(26)
  const view = new DataView(tiff.buffer)
  tiff.set([0x4d, 0x4d, 0x00, 0x2a])
  view.setUint32(4, 8)
  view.setUint16(8, 1)
  view.setUint16(10, ORIENTATION)
  view.setUint16(12, 3)
  view.setUint32(14, 1)
  view.setUint16(18, orientation)
  return tiff
}
