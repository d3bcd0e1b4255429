import { deflateRawSync } from 'node:zlib'
import { crc32 } from '../../renderer/commands/sheets/unzip'

/** Lies that the archive tells in its headers. */
export interface ZipLies {
  readonly declaredSize?: number
  readonly flags?: number
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** A compressed archive as spreadsheet programs write them. */
export function zipDeflated(
  files: Readonly<Record<string, string>>,
  lies: ZipLies = {},
): Uint8Array<ArrayBuffer> {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const raw = Buffer.from(content)
    const packed = deflateRawSync(raw)
    const label = Buffer.from(name)
    const common = Buffer.concat([
      u16(20),
      u16(lies.flags ?? 0),
      u16(8),
      u32(0),
      u32(crc32(raw)),
      u32(packed.length),
      u32(lies.declaredSize ?? raw.length),
      u16(label.length),
      u16(0),
    ])
    const local = Buffer.concat([u32(0x04034b50), common, label, packed])
    directory.push(
      Buffer.concat([u32(0x02014b50), u16(20), common, u16(0), u16(0), u16(0), u32(0), u32(offset), label]),
    )
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const count = u16(directory.length)
  const end = Buffer.concat([
    u32(0x06054b50),
    u16(0),
    u16(0),
    count,
    count,
    u32(central.length),
    u32(offset),
    u16(0),
  ])
  return new Uint8Array(Buffer.concat([...locals, central, end]))
}
