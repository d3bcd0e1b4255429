import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type FileSystem, nodeFileSystem } from '../../../electron/services/file-system'
import { PacketJobs } from '../../../electron/services/packet/packet-jobs'
import { PacketWriter } from '../../../electron/services/packet/packet-writer'
import { UnfinishedPackets } from '../../../electron/services/packet/unfinished'
import { SigningKeyStore } from '../../../electron/services/signing-key'
import { ok } from '../../../shared/lib/result'
import { good, sha256Of } from '../../helpers/packet-writer'
import { readZip } from '../../helpers/read-zip'
import { tempFolder } from '../../helpers/temp-folder'

const START = { suggestedName: 'x', bagName: 'x', passphrase: null, expectedBytes: 1000 }

async function setUp(fs: FileSystem = nodeFileSystem) {
  const base = await tempFolder()
  const [out, data] = [path.join(base, 'salida'), path.join(base, 'datos')]
  for (const folder of [out, data]) await mkdir(folder)
  const list = path.join(data, 'unfinished-packets.json')
  const unfinished = new UnfinishedPackets(fs, list)
  const progress: number[] = []
  const jobs = new PacketJobs({
    fs,
    unfinished,
    key: new SigningKeyStore(fs, path.join(data, 'key.json'), {
      protects: () => false,
      encrypt: Buffer.from,
      decrypt: String,
    }),
    spoolFolder: path.join(data, 'piezas'),
    attachmentPath: (sha256) => path.join(data, sha256),
    onProgress: ({ bytes }) => progress.push(bytes),
    startWriting: async (options, hold) => {
      const opened = await PacketWriter.open(fs, options)
      if (!opened.ok) return opened
      hold(opened.value)
      return ok(null)
    },
  })
  onTestFinished(() => jobs.cancelAll())
  const target = path.join(out, 'a.zip')
  const remembered = async (): Promise<string[]> => JSON.parse(await readFile(list, 'utf8').catch(() => '[]'))
  return { out, data, list, jobs, unfinished, target, progress, remembered }
}

describe('jobs of packets', () => {
  it('write a signed packet, tell how far they are, and remember nothing afterwards', async () => {
    const { jobs, data, target, out, progress, remembered } = await setUp()
    const bytes = randomBytes(2_500_000)
    const sha256 = sha256Of(bytes)
    await writeFile(path.join(data, sha256), bytes)
    const { jobId } = await good(jobs.begin(START, target))
    expect(await remembered()).toHaveLength(1)
    await good(jobs.add({ jobId, path: 'index.html', bytes: Buffer.from('<p>'), last: true }))
    await good(jobs.attach(jobId, 'data/anexos/punto-01/01-a.bin', sha256))
    const finished = await good(jobs.finish(jobId, { info: [], sign: true }))
    const zip = await readFile(target)
    expect(finished).toMatchObject({
      target,
      size: zip.byteLength,
      sha256: sha256Of(zip),
      payload: { bytes: bytes.byteLength, files: 1 },
    })
    expect(finished.fingerprint).toMatch(/^([0-9A-F]{4} ){7}[0-9A-F]{4}$/)
    expect([...readZip(zip).keys()].slice(-2)).toEqual([
      'x/firma/tagmanifest-sha512.txt.sig',
      'x/firma/clave-publica.pem',
    ])
    expect(progress.at(-1)).toBe(bytes.byteLength + 3)
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
    expect(await readdir(out)).toEqual(['a.zip'])
    expect(await remembered()).toEqual([])
    expect(await jobs.add({ jobId, path: 'data/x', bytes, last: true })).toMatchObject({
      error: { code: 'no-such-job' },
    })
  })

  it('are one at a time, and a handle of another finds nothing', async () => {
    const { jobs, target, out, remembered } = await setUp()
    const { jobId } = await good(jobs.begin(START, target))
    expect(await jobs.begin(START, target)).toMatchObject({ ok: false, error: { code: 'busy' } })
    expect(await jobs.cancel('00000000-0000-4000-8000-000000000000')).toBe(false)
    expect(await jobs.cancel(jobId)).toBe(true)
    expect(await jobs.cancel(jobId)).toBe(false)
    expect(await jobs.finish(jobId, { info: [], sign: false })).toMatchObject({
      error: { code: 'no-such-job' },
    })
    expect(await readdir(out)).toEqual([])
    expect(await remembered()).toEqual([])
    await good(jobs.begin(START, target))
  })

  it('end with their first failure, and the next one may begin', async () => {
    const { jobs, target, out, remembered } = await setUp()
    const { jobId } = await good(jobs.begin(START, target))
    expect(await jobs.attach(jobId, 'data/a.bin', sha256Of('nada'))).toMatchObject({
      error: { code: 'attachment-missing' },
    })
    expect(await jobs.finish(jobId, { info: [], sign: false })).toMatchObject({
      error: { code: 'no-such-job' },
    })
    expect(await readdir(out)).toEqual([])
    expect(await remembered()).toEqual([])
    await good(jobs.begin(START, target))
  })

  it('do not begin where there is no room, or no folder', async () => {
    const { jobs, target, out } = await setUp()
    const huge = { ...START, expectedBytes: 1024 ** 4 }
    expect(await jobs.begin(huge, target)).toMatchObject({
      ok: false,
      error: { code: 'not-enough-space', neededBytes: 1024 ** 4 + 64 * 1024 * 1024 },
    })
    expect(await jobs.begin(START, path.join(out, 'no', 'a.zip'))).toMatchObject({
      error: { code: 'io-error', detail: 'ENOENT' },
    })
    await good(jobs.begin(START, target))
  })
})

describe('packets that a crash left unfinished', () => {
  it('are removed at the next start, and nothing else', async () => {
    const { out, unfinished, list, remembered } = await setUp()
    const mine = path.join(out, '.quorum-0123456789abcdef.tmp')
    const others = ['.quorum-fedcba9876543210.tmp', 'minuta.docx']
    for (const file of [path.basename(mine), ...others]) await writeFile(path.join(out, file), 'x')
    await unfinished.remember(mine)
    const absent = '/no-such-disk/.quorum-0123456789abcdef.tmp'
    await unfinished.remember(absent)
    await unfinished.clean()
    expect((await readdir(out)).sort()).toEqual(others)
    expect(await remembered()).toEqual([absent])
    await writeFile(list, JSON.stringify([path.join(out, 'minuta.docx'), '.quorum-0123456789abcdef.tmp']))
    await unfinished.clean()
    expect((await readdir(out)).sort()).toEqual(others)
    expect(await remembered()).toEqual([])
  })

  it('are forgotten with a list that cannot be read', async () => {
    const { unfinished, list, remembered } = await setUp()
    await writeFile(list, '{"not": "a list"')
    await unfinished.clean()
    await unfinished.remember('/a/.quorum-0123456789abcdef.tmp')
    expect(await remembered()).toEqual(['/a/.quorum-0123456789abcdef.tmp'])
  })
})
