import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { unzip } from '../../../build/runtime/unzip.mjs'
import { tempTree } from '../../helpers/temp-tree'

interface Entry {
  readonly name: string
  readonly text: string
  readonly mode?: number
  readonly method?: number
}

/** The fields that a local header and a directory entry share, up to the two lengths. */
function fields({ name, text, method = 8 }: Entry, data: Buffer): Buffer {
  const buffer = Buffer.alloc(26)
  buffer.writeUInt16LE(20, 0)
  buffer.writeUInt16LE(method, 4)
  buffer.writeUInt32LE(data.length, 14)
  buffer.writeUInt32LE(text.length, 18)
  buffer.writeUInt16LE(name.length, 22)
  return buffer
}

function makeZip(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const data = entry.method === 0 ? Buffer.from(entry.text) : deflateRawSync(entry.text)
    const shared = fields(entry, data)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, Buffer.from(entry.name), data])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(((entry.mode ?? 0o644) << 16) >>> 0, 6)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x03'), shared, tail, Buffer.from(entry.name))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}

it('unpacks chosen files, compressed or stored, and keeps what may be executed', async () => {
  const zip = makeZip([
    { name: 'app/run', text: 'long '.repeat(1000), mode: 0o755 },
    { name: 'app/notes.txt', text: 'stored', method: 0 },
    { name: 'app/empty', text: '', method: 0 },
    { name: 'other/skip.txt', text: 'left out' },
  ])
  const root = await tempTree({ 'in.zip': zip })
  const out = join(root, 'out')
  await unzip(join(root, 'in.zip'), out, (name) => (name.startsWith('app/') ? name.slice(4) : null))
  expect(await readFile(join(out, 'run'), 'utf8')).toBe('long '.repeat(1000))
  expect(await readFile(join(out, 'notes.txt'), 'utf8')).toBe('stored')
  expect(await readFile(join(out, 'empty'), 'utf8')).toBe('')
  expect((await stat(join(out, 'run'))).mode & 0o111).not.toBe(0)
  await expect(stat(join(out, 'skip.txt'))).rejects.toThrow('ENOENT')
})

it('refuses an entry that leaves the folder, and a file that is no ZIP', async () => {
  const root = await tempTree({
    'in.zip': makeZip([{ name: '../escape', text: 'x' }]),
    'no.zip': 'plain text',
  })
  const keep = (name: string) => name
  await expect(unzip(join(root, 'in.zip'), join(root, 'out'), keep)).rejects.toThrow('leaves its folder')
  await expect(unzip(join(root, 'no.zip'), join(root, 'out'), keep)).rejects.toThrow('Not a ZIP')
})
