import { deflateRawSync } from 'node:zlib'
import { crc32 } from '../../renderer/commands/sheets/unzip'

/** One entry exactly as it shall be written; everything that is left out is honest. */
export interface RawEntry {
  readonly name: string | Uint8Array
  readonly content?: Uint8Array
  /** The bytes as they lie in the archive, when they are not the content deflated or stored. */
  readonly packed?: Uint8Array
  readonly method?: number
  readonly crc?: number
  readonly declaredSize?: number
  /** Name of the local header, when it is to differ from the directory's. */
  readonly localName?: string
  readonly flags?: number
  readonly versionMadeBy?: number
  readonly externalAttributes?: number
  readonly extra?: Uint8Array
  /** Where the directory says the entry is, counted from the real place. */
  readonly offsetShift?: number
  /** Points at the local header of this earlier entry instead of having one. */
  readonly sharesWith?: number
}

/** Lies at the end of the archive. */
export interface ZipEnd {
  readonly entries?: number
  readonly comment?: Uint8Array
  readonly prepended?: Uint8Array
  readonly appended?: Uint8Array
}

const DEFLATED = 8
const UTF8_FLAG = 0x0800

function fields(...values: readonly (readonly [size: 2 | 4, value: number])[]): Buffer {
  const bytes = Buffer.alloc(values.reduce((sum, [size]) => sum + size, 0))
  let at = 0
  for (const [size, value] of values) {
    if (size === 2) bytes.writeUInt16LE(value & 0xffff, at)
    else bytes.writeUInt32LE(value >>> 0, at)
    at += size
  }
  return bytes
}

interface Written {
  readonly offset: number
  readonly local: Buffer
  readonly directory: Buffer
}

function writeEntry(entry: RawEntry, offset: number, earlier: readonly Written[]): Written {
  const content = entry.content ?? Buffer.alloc(0)
  const method = entry.method ?? DEFLATED
  const packed = entry.packed ?? (method === DEFLATED ? deflateRawSync(content) : content)
  const name = Buffer.from(entry.name)
  const localName = entry.localName === undefined ? name : Buffer.from(entry.localName)
  const extra = entry.extra ?? Buffer.alloc(0)
  const common = fields(
    [2, 20],
    [2, entry.flags ?? UTF8_FLAG],
    [2, method],
    [4, 0x00210000],
    [4, entry.crc ?? crc32(content)],
    [4, packed.length],
    [4, entry.declaredSize ?? content.length],
  )
  const shared = entry.sharesWith === undefined ? undefined : earlier[entry.sharesWith]
  const local = shared
    ? Buffer.alloc(0)
    : Buffer.concat([
        fields([4, 0x04034b50]),
        common,
        fields([2, localName.length], [2, extra.length]),
        localName,
        extra,
        packed,
      ])
  const place = (shared?.offset ?? offset) + (entry.offsetShift ?? 0)
  const directory = Buffer.concat([
    fields([4, 0x02014b50], [2, entry.versionMadeBy ?? 0x031e]),
    common,
    fields([2, name.length], [2, extra.length], [2, 0], [2, 0], [2, 0]),
    fields([4, entry.externalAttributes ?? (0o100644 << 16) >>> 0], [4, place]),
    name,
    extra,
  ])
  return { offset, local, directory }
}

/** Writes an archive that may lie about everything. */
export function rawZip(entries: readonly RawEntry[], end: ZipEnd = {}): Uint8Array<ArrayBuffer> {
  const written: Written[] = []
  let offset = end.prepended?.length ?? 0
  for (const entry of entries) {
    const one = writeEntry(entry, offset, written)
    written.push(one)
    offset += one.local.length
  }
  const directory = Buffer.concat(written.map((one) => one.directory))
  const count = end.entries ?? entries.length
  const comment = end.comment ?? Buffer.alloc(0)
  return new Uint8Array(
    Buffer.concat([
      end.prepended ?? Buffer.alloc(0),
      ...written.map((one) => one.local),
      directory,
      fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, directory.length], [4, offset]),
      fields([2, comment.length]),
      comment,
      end.appended ?? Buffer.alloc(0),
    ]),
  )
}
