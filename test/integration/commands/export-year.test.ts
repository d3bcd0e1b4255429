import 'fake-indexeddb/auto'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { adoptPreset } from '../../../renderer/commands/bodies/adopt-preset'
import { addPublication } from '../../../renderer/commands/publications/edit-publication'
import { exportYear } from '../../../renderer/commands/publications/export-year'
import { getBody } from '../../../renderer/data/repositories'
import { draftOfPublication } from '../../../shared/domain/publications'
import type { MadeFile } from '../../../shared/ipc'
import { required } from '../../../shared/lib/assert'
import { err, ok } from '../../../shared/lib/result'
import { makeDeps } from '../../helpers/command-deps'
import { makePng } from '../../helpers/image-bytes'
import { makeImage, makePublication } from '../../helpers/make-publication'

const PNG = makePng(8, 8, (x) => [x * 255, 0, 0], 'secreto de quien la tomó')

/** The first image is whole, the second is gone, the third is cut off. */
async function readStored(sha256: string): Promise<Uint8Array | null> {
  if (sha256.startsWith('b')) return null
  return new Uint8Array(sha256.startsWith('c') ? PNG.subarray(0, 40) : PNG)
}

async function setUp(isFull = false) {
  const saved: MadeFile[] = []
  const base = await makeDeps()
  const saveFile = async (file: MadeFile) => {
    if (isFull) return err({ code: 'disk-full', detail: 'ENOSPC' } as const)
    saved.push(file)
    const { name } = file
    return ok({ fileId: '1', name, path: `/${name}`, size: file.bytes.length, sha256: '0'.repeat(64) })
  }
  const documents = { ...base.desktop.documents, saveFile }
  const deps = { ...base, desktop: { ...base.desktop, documents } }
  const adopted = await adoptPreset(deps)
  if (!adopted.ok) throw new Error('preset refused')
  const body = required(await getBody(deps.store, adopted.value.bodyId), 'body')
  const images = [makeImage('a', 'Una urna'), makeImage('b'), makeImage('c')]
  for (const title of ['Día de la Niñez', 'Otra']) {
    const draft = draftOfPublication(makePublication(1, { title, note: `Nota de ${title}`, images }))
    const added = await addPublication(deps, body.id, draft, 'Azuara')
    if (!added.ok) throw new Error('publication refused')
  }
  return { deps, body, saved }
}

describe('exporting a year', () => {
  it('packs page, notes and images once each, without hidden data, and names what is missing', async () => {
    const { deps, body, saved } = await setUp()
    expect((await exportYear(deps, body, 2026, readStored)).ok).toBe(true)
    expect(saved.map(({ kind, name }) => [kind, name])).toEqual([['zip', 'Publicaciones 2026']])
    const files = unzipSync(new Uint8Array(required(saved[0], 'file').bytes))
    expect(Object.keys(files)).toEqual([
      'index.html',
      'estilo.css',
      'notas/001-2026-05-10-dia-de-la-ninez.txt',
      'notas/002-2026-05-10-otra.txt',
      'imagenes/001-2026-05-10-dia-de-la-ninez.png',
    ])
    const image = Buffer.from(files['imagenes/001-2026-05-10-dia-de-la-ninez.png'] ?? [])
    expect(image.includes('secreto')).toBe(false)
    expect(image.includes('IDAT')).toBe(true)
    const page = Buffer.from(files['index.html'] ?? []).toString('utf8')
    expect(page).toContain('Falta la imagen b.png')
    expect(page).toContain('Falta la imagen c.png')
    expect(page).toContain('se quitaron sus datos ocultos (tEXt)')
  })

  it('says that a year has nothing, and what the disk answered', async () => {
    const { deps, body } = await setUp(true)
    expect(await exportYear(deps, body, 2031, readStored)).toEqual({
      ok: false,
      error: { kind: 'nothing', year: 2031 },
    })
    expect(await exportYear(deps, body, 2026, readStored)).toEqual({
      ok: false,
      error: { kind: 'not-saved', failure: { code: 'disk-full', detail: 'ENOSPC' } },
    })
  })
})
