import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { Decrypter } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem } from '../../../electron/services/file-system'
import { signatureState } from '../../../shared/packet/bag'
import { failingDisk } from '../../helpers/journal-folder'
import { good, packetPlace, writeSample } from '../../helpers/packet-writer'
import { readZip } from '../../helpers/read-zip'

/** What the manifests of a bag say that is not so; empty for a sound bag. */
function wrongSums(files: ReadonlyMap<string, string>, bag: string): readonly string[] {
  const listed = [...files].filter(([name]) => /\/(tag)?manifest-sha(256|512)\.txt$/.test(name))
  expect(listed).toHaveLength(4)
  return listed.flatMap(([name, text]) => {
    const algorithm = name.includes('sha256') ? 'sha256' : 'sha512'
    const lines = text.trimEnd().split('\n')
    return lines.filter((line) => {
      const [sum, path = ''] = line.split('  ')
      const content = files.get(`${bag}/${path}`)
      return content === undefined || createHash(algorithm).update(content).digest('hex') !== sum
    })
  })
}

describe('a packet', () => {
  it('is one bag whose manifests hold for every file', async () => {
    const place = await packetPlace()
    const files = readZip(await writeSample(place))
    expect([...files.keys()]).toEqual([
      'expediente/index.html',
      'expediente/data/documentos/01-minuta.docx',
      'expediente/data/datos/sesion.json',
      'expediente/data/anexos/punto-01/01-a.pdf',
      'expediente/bagit.txt',
      'expediente/bag-info.txt',
      'expediente/manifest-sha256.txt',
      'expediente/manifest-sha512.txt',
      'expediente/tagmanifest-sha256.txt',
      'expediente/tagmanifest-sha512.txt',
    ])
    expect(files.get('expediente/data/documentos/01-minuta.docx')).toBe('uno, dos')
    expect(files.get('expediente/bag-info.txt')).toContain('Payload-Oxum: 5522.3\n')
    expect(wrongSums(files, 'expediente')).toEqual([])
    expect(await place.left()).toEqual(['expediente.zip'])
  })

  it('with the same content is the same bytes', async () => {
    const [one, other] = [await writeSample(await packetPlace()), await writeSample(await packetPlace())]
    expect(Buffer.compare(one, other)).toBe(0)
  })

  it('says sizes and sums ahead of the bytes, at one fixed time, without extra fields', async () => {
    const zip = Buffer.from(await writeSample(await packetPlace()))
    let at = 0
    let entries = 0
    while (zip.readUInt32LE(at) === 0x04034b50) {
      const [flags, time, date] = [
        zip.readUInt16LE(at + 6),
        zip.readUInt16LE(at + 10),
        zip.readUInt16LE(at + 12),
      ]
      expect([flags & 0x8, time, date, zip.readUInt16LE(at + 28)]).toEqual([0, 0, 0x21, 0])
      at += 30 + zip.readUInt16LE(at + 26) + zip.readUInt32LE(at + 18)
      entries += 1
    }
    expect(entries).toBe(10)
    expect(zip.readUInt32LE(at)).toBe(0x02014b50)
  })

  it('deflates text and keeps what is compressed already', async () => {
    const place = await packetPlace()
    const writer = await place.open()
    const text = Buffer.from('votos a favor\n'.repeat(100_000))
    const sheet = await place.source('hoja.csv', text)
    await good(writer.attach('data/anexos/punto-01/01-hoja.csv', sheet.file, sheet.sha256))
    await good(writer.add('data/documentos/01-a.pdf', text.subarray(0, 100_000), true))
    await good(writer.seal([]))
    const written = await good(writer.finish(place.target, null))
    expect(written.size).toBeGreaterThan(100_000)
    expect(written.size).toBeLessThan(130_000)
    const files = readZip(await readFile(place.target))
    expect(files.get('expediente/data/anexos/punto-01/01-hoja.csv')).toBe(text.toString())
    expect(wrongSums(files, 'expediente')).toEqual([])
  })

  it('takes a large file in pieces through a file of its own, which it removes', async () => {
    const place = await packetPlace()
    const writer = await place.open()
    const piece = randomBytes(5 * 1024 * 1024)
    for (const last of [false, false, true]) await good(writer.add('data/expediente.pdf', piece, last))
    await good(writer.seal([]))
    await good(writer.finish(place.target, null))
    const zip = await readFile(place.target)
    const whole = Buffer.concat([piece, piece, piece])
    const start = 30 + 'expediente/data/expediente.pdf'.length
    expect(Buffer.compare(zip.subarray(start, start + whole.byteLength), whole)).toBe(0)
    expect(await place.left()).toEqual(['expediente.zip'])
  })

  it('is signed over its tag manifest, so that the reader of packets calls it valid', async () => {
    const place = await packetPlace()
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const writer = await place.open()
    await good(writer.add('data/datos/sesion.json', Buffer.from('{}'), true))
    const { signed, payload } = await good(writer.seal([]))
    expect(payload).toEqual({ bytes: 2, files: 1 })
    const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
    await good(writer.finish(place.target, { signature: sign(null, signed, privateKey), publicKeyPem }))
    const zip = await readFile(place.target)
    const files = readZip(zip)
    expect(files.get('expediente/tagmanifest-sha512.txt')).toBe(Buffer.from(signed).toString())
    expect(files.get('expediente/firma/clave-publica.pem')).toBe(publicKeyPem)
    const at = zip.indexOf('firma/tagmanifest-sha512.txt.sig') + 'firma/tagmanifest-sha512.txt.sig'.length
    const state = signatureState(signed, zip.subarray(at, at + 64), Buffer.from(publicKeyPem))
    expect(state.kind).toBe('valid')
  })

  it('with a passphrase opens only with it, to the same bytes', async () => {
    const plain = await writeSample(await packetPlace())
    const sealed = await writeSample(await packetPlace(), { passphrase: 'correcto caballo batería' })
    expect(Buffer.from(sealed).toString('latin1')).toContain('age-encryption.org/v1\n-> scrypt ')
    expect(Buffer.from(sealed).includes('expediente/')).toBe(false)
    const decrypter = new Decrypter()
    decrypter.addPassphrase('correcto caballo batería')
    expect(Buffer.compare(await decrypter.decrypt(sealed), plain)).toBe(0)
  }, 60_000)
})

describe('a packet that fails', () => {
  const BAD_PATHS = [
    '../fuera.txt',
    '/etc/passwd',
    'data/../../fuera',
    'data/documentos/..',
    'C:/x',
    'data\\x',
    'data/CON.txt',
    'data/a b',
    'data/año.txt',
    'data/x.',
    'data//x',
    'data/',
    'otro.txt',
    'bagit.txt',
    'manifest-sha512.txt',
    'firma/clave-publica.pem',
    `data/${'a'.repeat(120)}`,
  ]
  it.each(BAD_PATHS)('because of the path %s leaves nothing', async (bad) => {
    const place = await packetPlace()
    const writer = await place.open()
    await good(writer.add('data/a.txt', Buffer.from('a'), true))
    const answer = await writer.add(bad, Buffer.from('x'), true)
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-path' } })
    expect(await place.left()).toEqual([])
    expect(await writer.seal([])).toMatchObject({ ok: false, error: { code: 'no-such-job' } })
  })

  it.each([
    ['the same path twice', 'data/a.txt', 'data/a.txt'],
    ['one that differs in case only', 'data/a.txt', 'data/A.TXT'],
    ['a folder where a file is', 'data/a', 'data/a/b'],
    ['a file where a folder is', 'data/a/b', 'data/a'],
  ])('because of %s', async (_name, first, second) => {
    const place = await packetPlace()
    const writer = await place.open()
    await good(writer.add(first, Buffer.from('a'), true))
    expect(await writer.add(second, Buffer.from('b'), true)).toMatchObject({
      ok: false,
      error: { code: 'bad-path' },
    })
    expect(await place.left()).toEqual([])
  })

  it('because a file was not ended when another began, or when the bag is closed', async () => {
    const place = await packetPlace()
    const writer = await place.open()
    await good(writer.add('data/a.txt', Buffer.from('a'), false))
    expect(await writer.add('data/b.txt', Buffer.from('b'), true)).toMatchObject({
      error: { code: 'bad-path' },
    })
    const other = await place.open()
    await good(other.add('data/a.txt', Buffer.from('a'), false))
    expect(await other.seal([])).toMatchObject({ error: { code: 'bad-path' } })
    expect(await place.left()).toEqual([])
  })

  it('because an attachment is gone, or no longer what its hash says', async () => {
    const place = await packetPlace()
    for (const name of ['a.pdf', 'a.csv']) {
      const source = await place.source(name, randomBytes(300_000))
      await writeFile(source.file, randomBytes(300_000))
      const damaged = await place.open()
      expect(await damaged.attach(`data/${name}`, source.file, source.sha256)).toEqual({
        ok: false,
        error: { code: 'attachment-damaged', detail: source.sha256 },
      })
      const missing = await place.open()
      expect(await missing.attach(`data/${name}`, `${source.file}.no`, source.sha256)).toEqual({
        ok: false,
        error: { code: 'attachment-missing', detail: source.sha256 },
      })
    }
    expect(await place.left()).toEqual([])
  })

  const disks = [
    ['open', 'EACCES', 'no-permission'],
    ['write', 'ENOSPC', 'disk-full'],
    ['datasync', 'EIO', 'io-error'],
    ['sync', 'EIO', 'io-error'],
    ['rename', 'EROFS', 'read-only'],
  ] as const
  for (const passphrase of [null, 'una frase']) {
    it.each(disks)(
      `at %s with ${passphrase ?? 'no passphrase'} leaves nothing`,
      async (operation, code, expected) => {
        const place = await packetPlace()
        const fs = failingDisk((called, file) =>
          called === operation && file.includes('salida') ? code : null,
        )
        const run = async () => {
          const writer = await place.open({ passphrase }, fs)
          const source = await place.source('a.bin', randomBytes(17 * 1024 * 1024))
          await good(writer.attach('data/a.bin', source.file, source.sha256))
          await good(writer.seal([]))
          await good(writer.finish(place.target, null))
        }
        await expect(run()).rejects.toThrow(expected)
        expect(await place.left()).toEqual([])
      },
      60_000,
    )
  }

  it.each([null, 'una frase'])(
    'because it is cancelled in the middle of a file (%s)',
    async (passphrase) => {
      const place = await packetPlace()
      const source = await place.source('a.bin', randomBytes(40 * 1024 * 1024))
      let read = 0
      const writer = await place.open({ passphrase, onProgress: (bytes) => (read = bytes) })
      const attaching = writer.attach('data/a.bin', source.file, source.sha256)
      await expect.poll(() => read, { timeout: 20_000, interval: 5 }).toBeGreaterThan(0)
      await writer.abort()
      expect(await attaching).toMatchObject({ ok: false, error: { code: 'no-such-job' } })
      expect(await place.left()).toEqual([])
    },
    60_000,
  )

  it('leaves the file that was there before as it was', async () => {
    const place = await packetPlace()
    await writeFile(place.target, 'antes')
    const fs = failingDisk((called, file) => (called === 'rename' && file === place.target ? 'EPERM' : null))
    const writer = await place.open({}, fs)
    await good(writer.add('data/a.txt', Buffer.from('a'), true))
    await good(writer.seal([]))
    expect(await writer.finish(place.target, null)).toMatchObject({ ok: false })
    expect(await readFile(place.target, 'utf8')).toBe('antes')
    expect(await nodeFileSystem.readdir(place.folder)).toEqual(['expediente.zip'])
  })
})
