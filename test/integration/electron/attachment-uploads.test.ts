import { randomBytes } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { AttachmentUploads } from '../../../electron/services/attachment-uploads'
import { AttachmentStore } from '../../../electron/services/attachments'
import { nodeFileSystem } from '../../../electron/services/file-system'
import { failingDisk } from '../../helpers/journal-folder'
import { sha256Of } from '../../helpers/packet-writer'
import { recordingDisk } from '../../helpers/recording-disk'
import { tempFolder } from '../../helpers/temp-folder'

const BYTES = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(3_000_000)])
const SHA256 = sha256Of(BYTES)

async function setUp(fs = nodeFileSystem) {
  const folder = path.join(await tempFolder(), 'attachments')
  const uploads = new AttachmentUploads(fs, new AttachmentStore(fs, folder))
  onTestFinished(() => uploads.cancelAll())
  async function begin(sha256 = SHA256, size = BYTES.byteLength): Promise<string> {
    const started = await uploads.start({ sha256, name: '../a.pdf', size })
    if (!started.ok || started.value.kind !== 'send') throw new Error(JSON.stringify(started))
    return started.value.uploadId
  }
  const files = async () =>
    (await readdir(folder, { recursive: true }).catch(() => [])).filter((name) => name.length > 2)
  return { folder, uploads, begin, files }
}

describe('an attachment out of a packet', () => {
  it('is flushed and under its hash before it is answered', async () => {
    const { fs, events } = recordingDisk()
    const { uploads, begin, folder } = await setUp(fs)
    const id = await begin()
    for (let at = 0; at < BYTES.byteLength; at += 1_000_000) {
      expect(await uploads.send(id, BYTES.subarray(at, at + 1_000_000))).toEqual({ ok: true, value: null })
    }
    events.length = 0
    expect(await uploads.finish(id)).toEqual({
      ok: true,
      value: { sha256: SHA256, name: '-a.pdf', mediaType: 'application/pdf', size: BYTES.byteLength },
    })
    const stored = path.join(folder, SHA256.slice(0, 2), SHA256)
    expect((await readFile(stored)).equals(BYTES)).toBe(true)
    const order = events.map(({ did, file }) => `${did} ${path.basename(file)}`)
    const flushed = order.findIndex((event) => event.startsWith('sync .quorum-'))
    const renamed = order.indexOf(`rename ${SHA256}`)
    expect(flushed).toBeGreaterThanOrEqual(0)
    expect(renamed).toBeGreaterThan(flushed)
    expect(order.indexOf(`sync ${SHA256.slice(0, 2)}`)).toBeGreaterThan(renamed)
    expect(await uploads.finish(id)).toEqual({ ok: false, error: { code: 'no-such-upload' } })
  })

  it('that is stored whole is not sent again, but a damaged copy is', async () => {
    const { uploads, begin, folder } = await setUp()
    const id = await begin()
    await uploads.send(id, BYTES)
    await uploads.finish(id)
    const again = await uploads.start({ sha256: SHA256, name: 'b.pdf', size: BYTES.byteLength })
    expect(again).toMatchObject({ ok: true, value: { kind: 'already-stored', meta: { name: 'b.pdf' } } })
    const stored = path.join(folder, SHA256.slice(0, 2), SHA256)
    const damaged = Buffer.from(BYTES)
    damaged[2_000_000] = (damaged[2_000_000] ?? 0) ^ 1
    await writeFile(stored, damaged)
    const mending = await begin()
    await uploads.send(mending, BYTES)
    expect(await uploads.finish(mending)).toMatchObject({ ok: true })
    expect((await readFile(stored)).equals(BYTES)).toBe(true)
  })

  it('that is not what was announced leaves nothing', async () => {
    const { uploads, begin, files } = await setUp()
    const wrong = await begin(sha256Of('otro'))
    await uploads.send(wrong, BYTES)
    expect(await uploads.finish(wrong)).toEqual({ ok: false, error: { code: 'hash-mismatch' } })
    const short = await begin()
    await uploads.send(short, BYTES.subarray(1))
    expect(await uploads.finish(short)).toEqual({ ok: false, error: { code: 'hash-mismatch' } })
    const long = await begin(SHA256, 10)
    expect(await uploads.send(long, BYTES)).toEqual({ ok: false, error: { code: 'too-large' } })
    expect(await uploads.send(long, BYTES)).toEqual({ ok: false, error: { code: 'no-such-upload' } })
    const hasty = await begin()
    const sending = uploads.send(hasty, BYTES)
    expect(await uploads.finish(hasty)).toEqual({ ok: false, error: { code: 'hash-mismatch' } })
    expect(await sending).toMatchObject({ ok: false })
    expect(await files()).toEqual([])
  })

  it('that is given up leaves nothing, and only so many are taken at once', async () => {
    const { uploads, begin, files } = await setUp()
    const ids = [await begin(), await begin(), await begin(), await begin()]
    expect(await uploads.start({ sha256: SHA256, name: 'a', size: 1 })).toEqual({
      ok: false,
      error: { code: 'busy' },
    })
    expect(await files()).toHaveLength(4)
    expect(await uploads.cancel(ids[0] ?? '')).toBe(true)
    expect(await uploads.cancel(ids[0] ?? '')).toBe(false)
    await uploads.cancelAll()
    expect(await files()).toEqual([])
  })

  it.each([
    ['open', 'EACCES', 'no-permission'],
    ['write', 'ENOSPC', 'disk-full'],
    ['sync', 'EIO', 'io-error'],
    ['rename', 'EROFS', 'no-permission'],
  ] as const)('that fails at %s gives no hash out and leaves nothing', async (operation, code, reason) => {
    const fs = failingDisk((called, file) =>
      called === operation && /\.tmp$|[0-9a-f]{64}$/.test(file) ? code : null,
    )
    const { uploads, files } = await setUp(fs)
    const started = await uploads.start({ sha256: SHA256, name: 'a.pdf', size: BYTES.byteLength })
    const id = started.ok && started.value.kind === 'send' ? started.value.uploadId : ''
    const sent = await uploads.send(id, BYTES)
    const finished = await uploads.finish(id)
    const codes = [started, sent, finished].flatMap((answer) => (answer.ok ? [] : [answer.error.code]))
    expect(codes[0]).toBe(reason)
    expect(finished.ok).toBe(false)
    expect(await files()).toEqual([])
  })
})
