import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem } from '../../../electron/services/file-system'
import { openLog } from '../../../electron/services/log'
import { mediaTypeOf, opensSafely } from '../../../electron/services/media-type'
import { withoutClock } from '../../../electron/services/pdf-clock'
import { safeFileName, withExtension } from '../../../electron/services/safe-name'
import {
  existingFolder,
  freshTarget,
  saveBytes,
  targetWithExtension,
} from '../../../electron/services/save-file'
import { failingDisk } from '../../helpers/journal-folder'
import { tempFolder } from '../../helpers/temp-folder'

describe('safe file names', () => {
  const cases: readonly [string, string][] = [
    ['Minuta 2ª sesión.docx', 'Minuta 2ª sesión.docx'],
    ['../../etc/passwd', '-..-etc-passwd'],
    ['C:\\temp\\x.pdf', 'C--temp-x.pdf'],
    ['a:b.pdf', 'a-b.pdf'],
    ['CON', '_CON'],
    ['nul.pdf', '_nul.pdf'],
    ['COM1.txt', '_COM1.txt'],
    ['LPT¹', '_LPT¹'],
    ['CONSEJO.pdf', 'CONSEJO.pdf'],
    ['punto final. ', 'punto final'],
    ['.oculto', 'oculto'],
    ['imagen\u202egpj.exe', 'imagengpj.exe'],
    ['uno\u0000dos\n.pdf', 'unodos.pdf'],
    ['sesio\u0301n.pdf', 'sesión.pdf'],
    ['...', 'documento'],
    ['???', 'documento'],
    ['', 'documento'],
  ]
  it.each(cases)('%j becomes %j', (name, safe) => {
    expect(safeFileName(name, 'documento')).toBe(safe)
  })

  it('are never a path, a device, hidden or too long, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const safe = safeFileName(name, 'documento')
        expect(safe).toBe(path.basename(safe))
        expect(safe).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^\.|[. ]$/u)
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200)
        expect(safe).not.toBe('')
      }),
      { numRuns: 2000 },
    )
  })

  it('keep their extension when shortened', () => {
    const safe = safeFileName(`${'ñ'.repeat(300)}.docx`, 'documento')
    expect(safe).toMatch(/^ñ+\.docx$/)
    expect(withExtension('Acta.PDF', 'pdf')).toBe('Acta.PDF')
    expect(withExtension('Acta v1.2', 'pdf')).toBe('Acta v1.2.pdf')
  })
})

describe('media types', () => {
  const bytes = (...start: number[]) => new Uint8Array(start)
  const zip = bytes(0x50, 0x4b, 3, 4)
  const cases: readonly [string, Uint8Array, string][] = [
    ['a.bin', Buffer.from('%PDF-1.4'), 'application/pdf'],
    ['foto.pdf', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'image/png'],
    ['foto', bytes(0xff, 0xd8, 0xff, 0xe0), 'image/jpeg'],
    ['a.DOCX', zip, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['a.xlsx', zip, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['a.jar', zip, 'application/zip'],
    ['a.pdf', Buffer.from('MZ'), 'application/octet-stream'],
    ['a.docx', Buffer.from('MZ'), 'application/octet-stream'],
    ['notas.txt', Buffer.from('hola'), 'text/plain'],
    ['a', bytes(), 'application/octet-stream'],
    ['constructor.constructor', bytes(), 'application/octet-stream'],
  ]
  it.each(cases)('%s is told by content first', (name, start, mediaType) => {
    expect(mediaTypeOf(name, start)).toBe(mediaType)
  })

  it('let only documents and images be opened', () => {
    expect(['a.pdf', 'A.PNG', 'b.docx'].every(opensSafely)).toBe(true)
    const never = [
      'a.exe',
      'a.docm',
      'a.xlsm',
      'a.html',
      'a.svg',
      'a.lnk',
      'a.desktop',
      'a.pdf.sh',
      'a',
      'x.constructor',
    ]
    expect(never.filter(opensSafely)).toEqual([])
  })
})

describe('saving a document', () => {
  it('replaces the old one whole', async () => {
    const folder = await tempFolder()
    const target = path.join(folder, 'minuta.pdf')
    await writeFile(target, 'vieja')
    const saved = await saveBytes(nodeFileSystem, target, Buffer.from('nueva'))
    expect(saved).toMatchObject({ ok: true, value: { size: 5 } })
    expect(await readFile(target, 'utf8')).toBe('nueva')
    expect(await readdir(folder)).toEqual(['minuta.pdf'])
  })

  it.each([
    ['write', 'ENOSPC', 'disk-full'],
    ['open', 'EACCES', 'no-permission'],
    ['open', 'EROFS', 'read-only'],
    ['sync', 'EIO', 'io-error'],
    ['rename', 'EBUSY', 'in-use'],
  ] as const)('that fails at %s with %s keeps the old one', async (operation, code, reason) => {
    const folder = await tempFolder()
    const target = path.join(folder, 'minuta.pdf')
    await writeFile(target, 'vieja')
    const fs = failingDisk((called) => (called === operation ? code : null))
    expect(await saveBytes(fs, target, Buffer.from('nueva'))).toEqual({
      ok: false,
      error: { code: reason, detail: code },
    })
    expect(await readFile(target, 'utf8')).toBe('vieja')
    expect(await readdir(folder)).toEqual(['minuta.pdf'])
  })

  it('adds the extension without overwriting what the user was not asked about', async () => {
    const folder = await tempFolder()
    const chosen = path.join(folder, 'minuta')
    expect(await targetWithExtension(nodeFileSystem, `${chosen}.pdf`, 'pdf')).toBe(`${chosen}.pdf`)
    expect(await targetWithExtension(nodeFileSystem, chosen, 'pdf')).toBe(`${chosen}.pdf`)
    await writeFile(`${chosen}.pdf`, 'otra')
    expect(await targetWithExtension(nodeFileSystem, chosen, 'pdf')).toBe(`${chosen} (2).pdf`)
  })

  it('gives a number to a name that is taken in a folder', async () => {
    const folder = await tempFolder()
    const first = await freshTarget(nodeFileSystem, folder, 'UNICOM.ics', 'ics')
    expect(first).toBe(path.join(folder, 'UNICOM.ics'))
    await writeFile(first, 'otro')
    const second = await freshTarget(nodeFileSystem, folder, 'UNICOM', 'ics')
    expect(second).toBe(path.join(folder, 'UNICOM (2).ics'))
    await writeFile(second, 'otro')
    expect(await freshTarget(nodeFileSystem, folder, 'UNICOM.ics', 'ics')).toBe(
      path.join(folder, 'UNICOM (3).ics'),
    )
  })

  it('opens its dialog in the last folder only while that exists', async () => {
    const folder = await tempFolder()
    expect(await existingFolder(nodeFileSystem, folder, '/home')).toBe(folder)
    expect(await existingFolder(nodeFileSystem, path.join(folder, 'no'), '/home')).toBe('/home')
    expect(await existingFolder(nodeFileSystem, 'relativa', '/home')).toBe('/home')
    expect(await existingFolder(nodeFileSystem, null, '/home')).toBe('/home')
  })
})

describe('the log', () => {
  it('writes lines and rotates before it grows large', async () => {
    const folder = path.join(await tempFolder(), 'logs')
    const log = openLog(folder, () => '2017-11-15T17:00:00.000Z')
    log.info('started', { version: '1' })
    log.error('finding', { code: 'torn-tail' })
    await log.flush()
    const text = await readFile(path.join(folder, 'quorum.log'), 'utf8')
    expect(
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { at: '2017-11-15T17:00:00.000Z', level: 'info', event: 'started', version: '1' },
      { at: '2017-11-15T17:00:00.000Z', level: 'error', event: 'finding', code: 'torn-tail' },
    ])
    for (let round = 0; round < 4; round += 1) {
      await writeFile(path.join(folder, 'quorum.log'), 'x'.repeat(1024 * 1024))
      log.info('more')
      await log.flush()
    }
    expect((await readdir(folder)).sort()).toEqual(['quorum.1.log', 'quorum.2.log', 'quorum.log'])
    expect((await stat(path.join(folder, 'quorum.log'))).size).toBeLessThan(200)
  })

  it('disturbs nobody when its folder cannot be made', async () => {
    const base = await tempFolder()
    await writeFile(path.join(base, 'logs'), 'a file')
    const log = openLog(path.join(base, 'logs'), () => 'now')
    log.info('started')
    await expect(log.flush()).resolves.toBeUndefined()
    await mkdir(path.join(base, 'otra'))
  })
})

describe('a printed PDF', () => {
  it('loses what the clock and the system put in, and no byte moves', () => {
    const info =
      "/Creator (Mozilla/5.0 \\(X11; Linux\\) x)\n/Producer (Skia/PDF m130)\n/CreationDate (D:20261122083102+00'00')\n/ModDate (D:20261122083102Z)>>"
    const text = `%PDF-1.4\n\xff\xfe<<${info}\n(\\/CreationDate \\(D:20261122083102Z\\))`
    const kept = Buffer.from(withoutClock(Buffer.from(text, 'latin1'))).toString('latin1')
    expect(kept).toHaveLength(text.length)
    expect(kept.replace(/ +/g, ' ')).toBe(
      '%PDF-1.4\n\xff\xfe<< \n/Producer (Skia/PDF m130)\n \n >>\n(\\/CreationDate \\(D:20261122083102Z\\))',
    )
  })
})
