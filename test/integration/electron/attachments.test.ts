import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { AttachmentStore } from '../../../electron/services/attachments'
import { nodeFileSystem } from '../../../electron/services/file-system'
import { failingDisk } from '../../helpers/journal-folder'
import { tempFolder } from '../../helpers/temp-folder'

const PDF = '%PDF-1.7\n%…'

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

async function setUp(fs = nodeFileSystem) {
  const base = await tempFolder()
  const folder = path.join(base, 'attachments')
  const store = new AttachmentStore(fs, folder)
  async function source(name: string, content: string | Uint8Array): Promise<string> {
    await writeFile(path.join(base, name), content)
    return path.join(base, name)
  }
  return { base, folder, store, source }
}

describe('adding attachments', () => {
  it('stores content under its hash and describes it', async () => {
    const { folder, store, source } = await setUp()
    const result = await store.add([await source('Anexo 1.pdf', PDF)])
    const hash = sha256(PDF)
    expect(result).toEqual({
      added: [
        { sha256: hash, name: 'Anexo 1.pdf', mediaType: 'application/pdf', size: Buffer.byteLength(PDF) },
      ],
      refused: [],
    })
    expect(await readFile(path.join(folder, hash.slice(0, 2), hash), 'utf8')).toBe(PDF)
  })

  it('keeps equal contents once and mends a damaged copy', async () => {
    const { folder, store, source } = await setUp()
    const file = await source('a.pdf', PDF)
    await store.add([file, await source('b.pdf', PDF)])
    const hash = sha256(PDF)
    const stored = path.join(folder, hash.slice(0, 2), hash)
    await writeFile(stored, 'damaged')
    await store.add([file])
    expect(await readFile(stored, 'utf8')).toBe(PDF)
    expect(await readdir(path.join(folder, hash.slice(0, 2)))).toEqual([hash])
    expect(await readdir(folder)).toEqual([hash.slice(0, 2)])
  })

  it('refuses what is no file, empty, missing or too large, and goes on with the rest', async () => {
    const { base, folder, store, source } = await setUp()
    await mkdir(path.join(base, 'carpeta'))
    const huge = await source('enorme.pdf', '')
    await truncate(huge, 2 * 1024 ** 3 + 1)
    await symlink('/dev/zero', path.join(base, 'cero'))
    const result = await store.add([
      path.join(base, 'carpeta'),
      await source('vacío.pdf', ''),
      path.join(base, 'no-existe.pdf'),
      huge,
      path.join(base, 'cero'),
      await source('bueno.pdf', PDF),
    ])
    expect(result.refused).toEqual([
      { name: 'carpeta', reason: 'not-a-file' },
      { name: 'vacío.pdf', reason: 'empty' },
      { name: 'no-existe.pdf', reason: 'unreadable' },
      { name: 'enorme.pdf', reason: 'too-large' },
      { name: 'cero', reason: 'not-a-file' },
    ])
    expect(result.added.map(({ name }) => name)).toEqual(['bueno.pdf'])
    expect(await readdir(folder)).toEqual([sha256(PDF).slice(0, 2)])
  })

  it.each([
    ['write', 'ENOSPC', 'disk-full'],
    ['sync', 'EIO', 'io-error'],
    ['rename', 'EROFS', 'no-permission'],
  ] as const)(
    'that fails at %s gives no hash out and leaves nothing behind',
    async (operation, code, reason) => {
      const fs = failingDisk((called, file) =>
        called === operation && file.includes('attachments') ? code : null,
      )
      const { folder, store, source } = await setUp(fs)
      const result = await store.add([await source('a.pdf', PDF)])
      expect(result).toEqual({ added: [], refused: [{ name: 'a.pdf', reason }] })
      const files = (await readdir(folder, { recursive: true })).filter((name) => name.length > 2)
      expect(files).toEqual([])
    },
  )

  it('clears what a crash left half-copied', async () => {
    const { folder, store } = await setUp()
    await mkdir(folder)
    await writeFile(path.join(folder, '.quorum-0123456789abcdef.tmp'), 'half')
    await store.clean()
    expect(await readdir(folder)).toEqual([])
  })
})

describe('keeping what the interface made', () => {
  const bytes = Buffer.from(PDF)

  it('stores it under its hash, with a safe name and the type that its content tells', async () => {
    const { folder, store } = await setUp()
    const kept = await store.store({ name: '../Informe: 1.pdf', mediaType: 'text/plain', bytes })
    const hash = sha256(PDF)
    expect(kept).toEqual({
      ok: true,
      value: { sha256: hash, name: '-Informe- 1.pdf', mediaType: 'application/pdf', size: bytes.byteLength },
    })
    expect(await readFile(path.join(folder, hash.slice(0, 2), hash), 'utf8')).toBe(PDF)
    expect(await readdir(folder)).toEqual([hash.slice(0, 2)])
  })

  it('believes a declared type only where content and name tell nothing', async () => {
    const { store } = await setUp()
    const typeOf = async (name: string, mediaType: string) => {
      const kept = await store.store({ name, mediaType, bytes: Buffer.from('BEGIN:VCALENDAR') })
      return kept.ok ? kept.value.mediaType : kept.error.code
    }
    expect(await typeOf('a.ics', 'text/calendar')).toBe('text/calendar')
    expect(await typeOf('a.pdf', 'application/pdf')).toBe('application/octet-stream')
  })

  it.each([
    ['write', 'ENOSPC', 'disk-full'],
    ['sync', 'EIO', 'io-error'],
    ['rename', 'EROFS', 'no-permission'],
  ] as const)('that fails at %s gives no hash out and leaves nothing', async (operation, code, reason) => {
    const fs = failingDisk((called, file) =>
      called === operation && file.includes('attachments') ? code : null,
    )
    const { folder, store } = await setUp(fs)
    const kept = await store.store({ name: 'a.pdf', mediaType: 'application/pdf', bytes })
    expect(kept).toEqual({ ok: false, error: { code: reason } })
    const files = (await readdir(folder, { recursive: true })).filter((name) => name.length > 2)
    expect(files).toEqual([])
  })
})

describe('looking at attachments', () => {
  it('hands out a read-only copy under a safe name', async () => {
    const { base, store, source } = await setUp()
    await store.add([await source('a.pdf', PDF)])
    const staged = await store.stage(sha256(PDF), '../..\\CON.pdf', base)
    expect(staged).toEqual({ ok: true, value: path.join(base, '-..-CON.pdf') })
    if (!staged.ok) return
    expect(await readFile(staged.value, 'utf8')).toBe(PDF)
    expect((await stat(staged.value)).mode & 0o222).toBe(0)
  })

  it('tells a missing file from a damaged one and never shows the latter', async () => {
    const { base, folder, store, source } = await setUp()
    const hash = sha256(PDF)
    expect(await store.stage(hash, 'a.pdf', base)).toEqual({ ok: false, error: { code: 'missing' } })
    await store.add([await source('a.pdf', PDF)])
    await writeFile(path.join(folder, hash.slice(0, 2), hash), `${PDF}!`)
    expect(await store.stage(hash, 'visto.pdf', base)).toEqual({ ok: false, error: { code: 'damaged' } })
    expect(await readdir(base)).not.toContain('visto.pdf')
  })
})
