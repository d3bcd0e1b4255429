import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, mkdir, open } from 'node:fs/promises'
import { dirname, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'

const END_RECORD = 0x06054b50
const END_RECORD_SIZE = 22
const LONGEST_COMMENT = 0xffff
const CENTRAL_ENTRY = 0x02014b50
const LOCAL_HEADER_SIZE = 30
const STORED = 0
const DEFLATED = 8

/** @typedef {{ name: string, method: number, size: number, offset: number, mode: number }} ZipEntry */

/**
 * Unpacks chosen files of a ZIP whose content is already trusted (its hash was checked): Debian brings no
 * `unzip`, and the packages that could do it belong to other packages. No ZIP64, no encryption.
 * @param {string} archive
 * @param {string} folder
 * @param {(name: string) => string | null} destination path below `folder` for an entry; null leaves it out
 */
export async function unzip(archive, folder, destination) {
  const root = resolve(folder)
  const handle = await open(archive)
  try {
    for (const entry of await readDirectory(handle)) {
      const relative = entry.name.endsWith('/') ? null : destination(entry.name)
      if (relative === null) continue
      const target = resolve(root, relative)
      if (!target.startsWith(root + sep)) throw new Error(`ZIP entry leaves its folder: ${entry.name}`)
      await extract(handle, archive, entry, target)
    }
  } finally {
    await handle.close()
  }
}

/**
 * @param {import('node:fs/promises').FileHandle} handle
 * @returns {Promise<ZipEntry[]>}
 */
async function readDirectory(handle) {
  const { size } = await handle.stat()
  const tail = await read(handle, Math.max(0, size - END_RECORD_SIZE - LONGEST_COMMENT), size)
  let at = tail.length - END_RECORD_SIZE
  while (at >= 0 && tail.readUInt32LE(at) !== END_RECORD) at -= 1
  if (at < 0) throw new Error('Not a ZIP file: its end record is missing')
  const count = tail.readUInt16LE(at + 10)
  const start = tail.readUInt32LE(at + 16)
  const directory = await read(handle, start, start + tail.readUInt32LE(at + 12))
  const entries = []
  let position = 0
  for (let index = 0; index < count; index += 1) {
    if (directory.readUInt32LE(position) !== CENTRAL_ENTRY) throw new Error('Damaged ZIP directory')
    const nameLength = directory.readUInt16LE(position + 28)
    const rest = directory.readUInt16LE(position + 30) + directory.readUInt16LE(position + 32)
    entries.push({
      name: directory.toString('utf8', position + 46, position + 46 + nameLength),
      method: directory.readUInt16LE(position + 10),
      size: directory.readUInt32LE(position + 20),
      offset: directory.readUInt32LE(position + 42),
      mode: directory.readUInt32LE(position + 38) >>> 16,
    })
    position += 46 + nameLength + rest
  }
  return entries
}

/**
 * @param {import('node:fs/promises').FileHandle} handle
 * @param {string} archive
 * @param {ZipEntry} entry
 * @param {string} target
 */
async function extract(handle, archive, entry, target) {
  const header = await read(handle, entry.offset, entry.offset + LOCAL_HEADER_SIZE)
  const start = entry.offset + LOCAL_HEADER_SIZE + header.readUInt16LE(26) + header.readUInt16LE(28)
  await mkdir(dirname(target), { recursive: true })
  const output = createWriteStream(target)
  if (entry.size === 0) {
    await new Promise((done) => output.end(done))
  } else {
    const input = createReadStream(archive, { start, end: start + entry.size - 1 })
    if (entry.method === STORED) await pipeline(input, output)
    else if (entry.method === DEFLATED) await pipeline(input, createInflateRaw(), output)
    else throw new Error(`Unknown ZIP method ${entry.method}: ${entry.name}`)
  }
  if ((entry.mode & 0o111) !== 0) await chmod(target, 0o755)
}

/**
 * @param {import('node:fs/promises').FileHandle} handle
 * @param {number} start
 * @param {number} end
 */
async function read(handle, start, end) {
  const buffer = Buffer.alloc(end - start)
  const { bytesRead } = await handle.read(buffer, 0, buffer.length, start)
  if (bytesRead !== buffer.length) throw new Error('The ZIP file ends too early')
  return buffer
}
