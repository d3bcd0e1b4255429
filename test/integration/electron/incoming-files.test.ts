import { createHash, randomBytes } from 'node:crypto'
import { appendFile, mkdir, readdir, rename, symlink, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { parseRange } from '../../../electron/protocol/file-ranges'
import { serveLocalFile } from '../../../electron/protocol/local-files'
import { AttachmentStore } from '../../../electron/services/attachments'
import { nodeFileSystem } from '../../../electron/services/file-system'
import { IncomingFiles, packetArguments } from '../../../electron/services/incoming-files'
import { RunningSums } from '../../../electron/services/running-sums'
import { failingDisk } from '../../helpers/journal-folder'
import { tempFolder } from '../../helpers/temp-folder'

const CONTENT = randomBytes(1_500_000)

async function setUp() {
  const folder = await tempFolder()
  const incoming = new IncomingFiles(nodeFileSystem)
  onTestFinished(() => incoming.closeAll())
  const attachments = new AttachmentStore(nodeFileSystem, path.join(folder, 'attachments'))
  const file = path.join(folder, 'expediente.zip')
  await writeFile(file, CONTENT)
  async function get(address: string, headers: Record<string, string> = {}, method = 'GET') {
    const response = await serveLocalFile(
      { incoming, attachments, sums: new RunningSums() },
      new Request(address, { headers, method }),
    )
    if (response === null) return null
    const bytes = await response.arrayBuffer().then(
      (buffer) => Buffer.from(buffer),
      () => null,
    )
    return { status: response.status, headers: response.headers, bytes }
  }
  async function open(): Promise<string> {
    const opened = await incoming.add(file)
    if (!opened.ok) throw new Error(opened.error.code)
    return opened.value.url
  }
  return { folder, file, incoming, attachments, get, open }
}

describe('an opened packet', () => {
  it('is served whole and in ranges, for nothing to show or run', async () => {
    const { get, open } = await setUp()
    const url = await open()
    const whole = await get(url)
    expect([whole?.status, whole?.bytes?.equals(CONTENT)]).toEqual([200, true])
    expect(whole?.headers.get('content-type')).toBe('application/octet-stream')
    expect(whole?.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(whole?.headers.get('x-content-type-options')).toBe('nosniff')
    const part = await get(url, { range: 'bytes=1000-1000999' })
    expect(part?.status).toBe(206)
    expect(part?.headers.get('content-range')).toBe('bytes 1000-1000999/1500000')
    expect(part?.bytes?.equals(CONTENT.subarray(1000, 1_001_000))).toBe(true)
    const head = await get(url, {}, 'HEAD')
    expect([head?.status, head?.headers.get('content-length'), head?.bytes?.length]).toEqual([
      200,
      '1500000',
      0,
    ])
    expect((await get(url, {}, 'POST'))?.status).toBe(405)
  })

  it('has an address of its own each time, which ends with it', async () => {
    const { get, open, incoming } = await setUp()
    const [one, other] = [await open(), await open()]
    expect(one).not.toBe(other)
    expect(await incoming.close(one)).toBe(true)
    expect(await incoming.close(one)).toBe(false)
    expect((await get(one))?.status).toBe(404)
    expect((await get(other))?.status).toBe(200)
    await incoming.closeAll()
    expect((await get(other))?.status).toBe(404)
  })

  it('that was changed says so, before and in the middle of reading', async () => {
    const { get, open, file, incoming, attachments } = await setUp()
    const url = await open()
    const response = await serveLocalFile(
      { incoming, attachments, sums: new RunningSums() },
      new Request(url),
    )
    const reader = response?.body?.getReader()
    await reader?.read()
    await appendFile(file, 'x')
    await expect(reader?.read()).rejects.toThrow('changed')
    expect((await get(url))?.status).toBe(409)
    await utimes(file, 1, 1)
    expect((await get(url))?.status).toBe(409)
  })

  it('stays what it was when another file takes its name', async () => {
    const { get, open, file, folder } = await setUp()
    const url = await open()
    await writeFile(path.join(folder, 'otro'), 'otro contenido')
    await rename(path.join(folder, 'otro'), file)
    expect((await get(url))?.bytes?.equals(CONTENT)).toBe(true)
  })

  it('is not opened when it is no file, empty, unreadable, or one too many', async () => {
    const { folder, incoming, file } = await setUp()
    await mkdir(path.join(folder, 'carpeta.zip'))
    await writeFile(path.join(folder, 'vacío.zip'), '')
    await symlink('/dev/zero', path.join(folder, 'cero.zip'))
    const codeOf = async (name: string) => {
      const opened = await incoming.add(path.join(folder, name))
      return opened.ok ? 'ok' : opened.error
    }
    expect(await codeOf('carpeta.zip')).toEqual({ code: 'not-a-file', name: 'carpeta.zip' })
    expect(await codeOf('cero.zip')).toEqual({ code: 'not-a-file', name: 'cero.zip' })
    expect(await codeOf('vacío.zip')).toEqual({ code: 'empty', name: 'vacío.zip' })
    expect(await codeOf('no.zip')).toEqual({ code: 'unreadable', name: 'no.zip' })
    for (let count = 0; count < 16; count += 1) expect(await codeOf('expediente.zip')).toBe('ok')
    expect(await incoming.add(file)).toMatchObject({ ok: false, error: { code: 'too-many' } })
  })

  it('that the system handed over waits to be taken, once', async () => {
    const { incoming, file, folder } = await setUp()
    incoming.wait(file)
    incoming.wait(path.join(folder, 'no.zip'))
    expect(await incoming.take()).toMatchObject([{ ok: true }, { ok: false, error: { code: 'unreadable' } }])
    expect(await incoming.take()).toEqual([])
  })
})

describe('addresses of files', () => {
  const hostile = [
    'entrante/',
    'entrante/x',
    'entrante/../../etc/passwd',
    'entrante/..%2f..%2fetc%2fpasswd',
    'entrante/%2e%2e/%2e%2e/etc/passwd',
    `entrante/${'A'.repeat(43)}`,
    `entrante/${'A'.repeat(43)}/x`,
    'adjunto/',
    'adjunto/..%2fjournal%2fjournal.jsonl',
    'adjunto/../journal/journal.jsonl',
    'adjunto/..\\journal',
    'adjunto/%00',
    'adjunto/.quorum-0123456789abcdef.tmp',
    `adjunto/${'0'.repeat(64)}`,
    `adjunto/${'A'.repeat(64)}`,
    `adjunto/${'0'.repeat(63)}`,
    `adjunto/${'0'.repeat(64)}/`,
    `adjunto/${'0'.repeat(62)}..`,
  ]
  it.each(hostile)('app://quorum/%s lead nowhere', async (address) => {
    const { get, folder } = await setUp()
    await mkdir(path.join(folder, 'attachments', '00'), { recursive: true })
    await writeFile(path.join(folder, 'attachments', '.quorum-0123456789abcdef.tmp'), 'secret')
    const answer = await get(`app://quorum/${address}`)
    // Null is no address of a file at all: the interface's own files are looked at, by their own rules.
    expect(answer === null || (answer.status === 404 && answer.bytes?.length === 0)).toBe(true)
  })

  it('of attachments give their bytes and close the file each time', async () => {
    let open = 0
    const fs = {
      ...nodeFileSystem,
      open: async (...args: Parameters<typeof nodeFileSystem.open>) => {
        const handle = await nodeFileSystem.open(...args)
        const close = handle.close.bind(handle)
        open += 1
        handle.close = () => close().finally(() => (open -= 1))
        return handle
      },
    }
    const { folder, incoming } = await setUp()
    const attachments = new AttachmentStore(fs, path.join(folder, 'attachments'))
    const kept = await attachments.store({ name: 'a.bin', mediaType: 'application/x-a', bytes: CONTENT })
    const sha256 = createHash('sha256').update(CONTENT).digest('hex')
    expect(kept).toMatchObject({ ok: true, value: { sha256 } })
    const ask = (headers: Record<string, string>, method = 'GET') =>
      serveLocalFile(
        { incoming, attachments, sums: new RunningSums() },
        new Request(`app://quorum/adjunto/${sha256}`, { headers, method }),
      )
    const whole = (await (await ask({}))?.arrayBuffer()) ?? new ArrayBuffer(0)
    expect(Buffer.from(whole).equals(CONTENT)).toBe(true)
    expect((await ask({ range: 'bytes=9-8' }))?.status).toBe(416)
    expect((await ask({}, 'HEAD'))?.status).toBe(200)
    const given = (await ask({}))?.body?.getReader()
    await given?.read()
    await given?.cancel()
    expect(open).toBe(0)
    expect(await readdir(path.join(folder, 'attachments'))).toEqual([sha256.slice(0, 2)])
  })

  it('of a disk that dies while reading end in an error, not in fewer bytes', async () => {
    const { folder, file } = await setUp()
    let reads = 0
    const fs = failingDisk(() => null)
    const dying: typeof fs = {
      ...fs,
      open: async (...args) => {
        const handle = await nodeFileSystem.open(...args)
        const read = handle.read.bind(handle) as (...args: unknown[]) => Promise<never>
        const failing = (...args: unknown[]) => {
          reads += 1
          if (reads > 1) throw Object.assign(new Error('gone'), { code: 'EIO' })
          return read(...args)
        }
        Object.defineProperty(handle, 'read', { value: failing })
        return handle
      },
    }
    const incoming = new IncomingFiles(dying)
    onTestFinished(() => incoming.closeAll())
    const attachments = new AttachmentStore(nodeFileSystem, folder)
    const opened = await incoming.add(file)
    const url = opened.ok ? opened.value.url : ''
    const response = await serveLocalFile(
      { incoming, attachments, sums: new RunningSums() },
      new Request(url),
    )
    await expect(response?.arrayBuffer()).rejects.toThrow('gone')
  })
})

describe('ranges', () => {
  it.each([
    [null, { start: 0, end: 100 }],
    ['bytes=0-', { start: 0, end: 100 }],
    ['bytes=0-0', { start: 0, end: 1 }],
    ['bytes=10-19', { start: 10, end: 20 }],
    ['bytes=90-500', { start: 90, end: 100 }],
    ['bytes=-10', { start: 90, end: 100 }],
    ['bytes=-500', { start: 0, end: 100 }],
    ['bytes=-0', null],
    ['bytes=-', null],
    ['bytes=100-', null],
    ['bytes=5-4', null],
    ['bytes=0-1,5-6', null],
    ['bytes=a-b', null],
    ['bytes=0x1-2', null],
    ['items=0-1', null],
    [`bytes=0-${'9'.repeat(40)}`, null],
  ])('%s of 100 bytes', (header, expected) => {
    expect(parseRange(header, 100)).toEqual(expected)
  })
})

describe('arguments of a start', () => {
  it('are packets by their extension, as full paths, and never flags or other addresses', () => {
    const args = [
      '.',
      'a.zip',
      '/x/b.QUORUM',
      'c.quorum.zip.age',
      '--user-data-dir=/x/d.zip',
      '-e.zip',
      'f.pdf',
      'https://example.org/g.zip',
      'file://servidor/h.zip',
      'file:///x/con%20acento%C3%A1.zip',
      'file:///x/%zz.zip',
      'i\0.zip',
      '',
    ]
    expect(packetArguments(args, '/casa')).toEqual([
      path.resolve('/casa/a.zip'),
      path.resolve('/x/b.QUORUM'),
      path.resolve('/casa/c.quorum.zip.age'),
      path.resolve('/x/con acentoá.zip'),
    ])
  })
})
