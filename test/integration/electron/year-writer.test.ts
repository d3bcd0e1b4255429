import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem } from '../../../electron/services/file-system'
import { UnfinishedPackets } from '../../../electron/services/packet/unfinished'
import type { YearWriter } from '../../../electron/services/year-export/year-writer'
import { makePhoto, makePng, PLACE } from '../../helpers/image-bytes'
import { failingDisk } from '../../helpers/journal-folder'
import { good } from '../../helpers/packet-writer'
import { filesBelow, type PlaceOfYears, placeOfYears } from '../../helpers/year-place'

const PNG = makePng(8, 8, (x) => [x * 255, 0, 0], 'secreto de quien la tomó')
const PDF = Buffer.from('%PDF-1.7 acuse con /Author (Fulano)')
const HEIC = Buffer.from('\0\0\0\x18ftypheic con 19.4326', 'latin1')
const FORMATS = ['zip', 'folder'] as const

/** Puts a year in: two images, four evidences and a page. */
async function writeYear(place: PlaceOfYears, writer: YearWriter) {
  const files = [
    ['imagenes/1.png', PNG, 'image'],
    ['imagenes/2.jpg', makePhoto(true), 'image'],
    ['evidencias/1.pdf', PDF, 'evidence'],
    ['evidencias/2.jpg', makePhoto(false), 'evidence'],
    ['evidencias/3.jpg', makePhoto(true), 'evidence'],
    ['evidencias/4.heic', HEIC, 'evidence'],
  ] as const
  const told = []
  for (const [name, bytes, role] of files) {
    const { file, sha256 } = await place.source(bytes)
    told.push(await good(writer.attach(name, file, sha256, role)))
  }
  await good(writer.add('index.html', Buffer.from('<p>uno, '), false))
  await good(writer.add('index.html', Buffer.from('dos'), true))
  return { told, finished: await good(writer.finish(place.target)) }
}

async function filesOf(
  format: (typeof FORMATS)[number],
  target: string,
): Promise<ReadonlyMap<string, string>> {
  if (format === 'folder') return filesBelow(target)
  const files = Object.entries(unzipSync(new Uint8Array(await readFile(target))))
  return new Map(files.map(([name, bytes]) => [name, Buffer.from(bytes).toString('latin1')]))
}

describe.each(FORMATS)('a year as a %s', (format) => {
  it('has images without what they tell, and evidence as it is unless it says where it was taken', async () => {
    const place = await placeOfYears()
    const { told, finished } = await writeYear(place, await place.open({ format }))
    expect(told).toEqual([
      { kind: 'written', removed: ['tEXt'], hadLocation: false, unchecked: false },
      { kind: 'written', removed: ['Exif'], hadLocation: true, unchecked: false },
      { kind: 'written', removed: [], hadLocation: false, unchecked: false },
      { kind: 'written', removed: [], hadLocation: false, unchecked: false },
      { kind: 'written', removed: ['Exif'], hadLocation: true, unchecked: false },
      { kind: 'written', removed: [], hadLocation: false, unchecked: true },
    ])
    const files = await filesOf(format, finished.target)
    expect(finished).toMatchObject({ target: place.target, files: 7 })
    expect([...files.keys()].sort()).toEqual([
      'evidencias/1.pdf',
      'evidencias/2.jpg',
      'evidencias/3.jpg',
      'evidencias/4.heic',
      'imagenes/1.png',
      'imagenes/2.jpg',
      'index.html',
    ])
    expect(files.get('imagenes/1.png')).not.toContain('secreto')
    expect(files.get('imagenes/2.jpg')).not.toContain(PLACE)
    expect(files.get('evidencias/3.jpg')).not.toContain(PLACE)
    expect(files.get('evidencias/1.pdf')).toBe(PDF.toString('latin1'))
    expect(files.get('evidencias/2.jpg')).toBe(makePhoto(false).toString('latin1'))
    expect(files.get('index.html')).toBe('<p>uno, dos')
    expect(await place.left()).toEqual(['Publicaciones 2026'])
  })

  it('tells what is gone, damaged or cannot be cleaned, and goes on', async () => {
    const place = await placeOfYears()
    const writer = await place.open({ format })
    const [gone, cut, drawing] = [await place.source(PNG), await place.source(PDF), await place.source(HEIC)]
    await rm(gone.file)
    await writeFile(cut.file, 'otra cosa')
    const attach = (name: string, { file, sha256 }: typeof gone, role: 'image' | 'evidence') =>
      good(writer.attach(name, file, sha256, role))
    expect(await attach('imagenes/1.png', gone, 'image')).toEqual({ kind: 'absent', reason: 'missing' })
    expect(await attach('evidencias/1.pdf', cut, 'evidence')).toEqual({ kind: 'absent', reason: 'damaged' })
    expect(await attach('imagenes/2.heic', drawing, 'image')).toEqual({
      kind: 'absent',
      reason: 'not-cleanable',
    })
    await good(writer.add('index.html', Buffer.from('hola'), true))
    const { target, files } = await good(writer.finish(place.target))
    expect(files).toBe(1)
    expect([...(await filesOf(format, target)).keys()]).toEqual(['index.html'])
  })

  it.each([
    ['open', 'EACCES', 'no-permission'],
    ['write', 'ENOSPC', 'disk-full'],
    ['rename', 'EROFS', 'read-only'],
  ] as const)('that fails at %s with %s leaves nothing', async (operation, code, failure) => {
    const place = await placeOfYears()
    const fs = failingDisk((called, file) => (called === operation && file.includes('salida') ? code : null))
    const run = async () => {
      const writer = await place.open({ format }, fs)
      return (await writeYear(place, writer)).finished
    }
    await expect(run()).rejects.toThrow(failure)
    expect(await place.left()).toEqual([])
  })

  it('that is cancelled in the middle of a file leaves nothing', async () => {
    const place = await placeOfYears()
    const source = await place.source(randomBytes(40 * 1024 * 1024))
    let read = 0
    const writer = await place.open({ format, onProgress: (bytes) => (read = bytes) })
    await good(writer.add('estilo.css', Buffer.from('p{}'), true))
    const attaching = writer.attach('evidencias/a.bin', source.file, source.sha256, 'evidence')
    await expect.poll(() => read, { timeout: 20_000, interval: 5 }).toBeGreaterThan(0)
    await writer.abort()
    expect(await attaching).toMatchObject({ ok: false, error: { code: 'no-such-job' } })
    expect(await place.left()).toEqual([])
  }, 60_000)

  it('takes no path twice, none that leads out and none of Windows own', async () => {
    const place = await placeOfYears()
    for (const names of [['notas/a.txt', 'notas/A.TXT'], ['../a.txt'], ['notas/con.txt'], ['/a']]) {
      const writer = await place.open({ format })
      const added = []
      for (const name of names) added.push(await writer.add(name, Buffer.from('a'), true))
      expect(added.at(-1)).toMatchObject({ ok: false, error: { code: 'bad-path' } })
    }
    expect(await place.left()).toEqual([])
  })
})

describe('what was there before', () => {
  it('as a folder is left alone, even when it is empty: the new one gets a number', async () => {
    const place = await placeOfYears()
    await mkdir(place.target)
    await mkdir(`${place.target} (2)`)
    await writeFile(path.join(place.target, 'mio.txt'), 'mío')
    const { finished } = await writeYear(place, await place.open({ format: 'folder' }))
    expect(finished.target).toBe(`${place.target} (3)`)
    expect(await readFile(path.join(place.target, 'mio.txt'), 'utf8')).toBe('mío')
  })

  it('as a ZIP stays whole when the new one fails', async () => {
    const place = await placeOfYears()
    await writeFile(place.target, 'antes')
    const fs = failingDisk((called) => (called === 'rename' ? 'EBUSY' : null))
    await expect(place.open({}, fs).then((writer) => writeYear(place, writer))).rejects.toThrow('in-use')
    expect(await readFile(place.target, 'utf8')).toBe('antes')
    expect(await place.left()).toEqual(['Publicaciones 2026'])
  })

  it('of a crash, with all that is in it, is removed at the next start, and nothing else', async () => {
    const place = await placeOfYears()
    const temporary = path.join(place.folder, '.quorum-0123456789abcdef.tmp')
    const list = path.join(place.folder, 'lista.json')
    const unfinished = new UnfinishedPackets(nodeFileSystem, list)
    await mkdir(path.join(temporary, 'imagenes'), { recursive: true })
    await writeFile(path.join(temporary, 'imagenes', 'a.png'), 'a')
    await mkdir(place.target)
    await unfinished.remember(temporary)
    await unfinished.remember(place.target)
    await new UnfinishedPackets(nodeFileSystem, list).clean()
    expect((await place.left()).filter((name) => name !== 'lista.json')).toEqual(['Publicaciones 2026'])
  })
})
