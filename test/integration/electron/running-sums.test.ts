import { createHash, randomBytes } from 'node:crypto'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { isLocalFile, serveLocalFile } from '../../../electron/protocol/local-files'
import { AttachmentStore } from '../../../electron/services/attachments'
import { nodeFileSystem } from '../../../electron/services/file-system'
import { IncomingFiles } from '../../../electron/services/incoming-files'
import { RunningSums } from '../../../electron/services/running-sums'
import type { ArchiveFile } from '../../../renderer/commands/packet/incoming/archive'
import { digestFile } from '../../../renderer/commands/packet/incoming/digests'
import { Refused } from '../../../renderer/commands/packet/incoming/refusal'
import { digestByMain, digestHere } from '../../../renderer/commands/packet/incoming/running-digest'
import { MAX_SUM_PIECE_BYTES, SUMS_URL } from '../../../shared/ipc'
import { tempFolder } from '../../helpers/temp-folder'

const MIB = 1024 * 1024

afterEach(() => vi.unstubAllGlobals())

function sumsOf(bytes: Uint8Array) {
  const digest = (name: string) => createHash(name).update(bytes).digest('hex')
  return { sha256: digest('sha256'), sha512: digest('sha512') }
}

/** The main process's side, reached by `fetch` as the worker reaches it. */
async function setUp() {
  const folder = await tempFolder()
  const files = {
    incoming: new IncomingFiles(nodeFileSystem),
    attachments: new AttachmentStore(nodeFileSystem, path.join(folder, 'attachments')),
    sums: new RunningSums(),
  }
  const asked: string[] = []
  const ask = async (url: string, init?: RequestInit): Promise<Response> => {
    asked.push(init?.method ?? 'GET')
    return (await serveLocalFile(files, new Request(url, init))) ?? new Response(null, { status: 599 })
  }
  vi.stubGlobal('fetch', ask)
  return { ask, asked, sums: files.sums }
}

/** A file of an archive that comes in uneven pieces. */
function fileOf(bytes: Uint8Array, onRead: () => void = () => undefined): ArchiveFile {
  return {
    path: 'data/anexos/grande.bin',
    size: bytes.length,
    read: async (take) => {
      onRead()
      for (let at = 0; at < bytes.length; at += 300_007) await take(bytes.subarray(at, at + 300_007))
    },
  }
}

describe('the sums of what the page reads', () => {
  it.each([0, 1, MIB - 1, MIB, 3 * MIB + 17])('of %i bytes are those of the platform', async (size) => {
    await setUp()
    const bytes = randomBytes(size)
    for (const start of [digestByMain, digestHere]) {
      const running = start()
      for (let at = 0; at < size; at += 300_007) await running.update(bytes.subarray(at, at + 300_007))
      expect(await running.end()).toEqual(sumsOf(bytes))
    }
  })

  it('go through the main process for what is too large to be held, and are read once', async () => {
    const { asked } = await setUp()
    const bytes = randomBytes(33 * MIB)
    let [reads, told] = [0, 0]
    const file = fileOf(bytes, () => {
      reads += 1
    })
    const done = await digestFile(file, digestByMain, (count) => {
      told += count
    })
    expect(done).toEqual({ digests: sumsOf(bytes), content: null })
    expect([reads, told]).toEqual([1, bytes.length])
    expect(asked.filter((method) => method === 'POST')).toHaveLength(33)
  })

  it('are made here when the main process does not answer, or answers with fewer bytes', async () => {
    const { ask } = await setUp()
    const bytes = randomBytes(33 * MIB)
    const gone = async (): Promise<Response> => {
      throw new TypeError('Failed to fetch')
    }
    let posts = 0
    const losing = async (url: string, init?: RequestInit): Promise<Response> => {
      if (init?.method === 'POST') posts += 1
      return posts === 5 ? new Response(null, { status: 204 }) : ask(url, init)
    }
    for (const broken of [gone, losing]) {
      vi.stubGlobal('fetch', broken)
      let told = 0
      const done = await digestFile(fileOf(bytes), digestByMain, (count) => {
        told += count
      })
      expect([done.digests, told]).toEqual([sumsOf(bytes), bytes.length])
    }
  }, 60_000)

  it('are not made twice of a file that is refused', async () => {
    await setUp()
    let reads = 0
    const file: ArchiveFile = {
      path: 'x',
      size: 40 * MIB,
      read: async () => {
        reads += 1
        throw new Refused({ code: 'archive-damaged', detail: '' })
      },
    }
    await expect(digestFile(file, digestByMain, () => undefined)).rejects.toThrow(Refused)
    expect(reads).toBe(1)
  })
})

describe('the place where sums are made', () => {
  const id = (n: number) => `${SUMS_URL}00000000-0000-4000-8000-00000000000${n}`
  const post = (body: Uint8Array<ArrayBuffer>) => ({ method: 'POST', body })

  it('is for the page of the main window alone, takes pieces of a bounded size and few contents', async () => {
    const { ask, sums } = await setUp()
    expect(isLocalFile(new URL(id(1)))).toBe(true)
    expect((await ask(id(1), post(new Uint8Array(MAX_SUM_PIECE_BYTES + 1)))).status).toBe(413)
    for (const n of [1, 2, 3, 4]) expect((await ask(id(n), post(new Uint8Array([n])))).status).toBe(204)
    expect((await ask(id(5), post(new Uint8Array(1)))).status).toBe(429)
    expect((await ask(id(1), post(new Uint8Array([9])))).status).toBe(204)
    expect(await (await ask(id(1))).json()).toEqual({ size: 2, ...sumsOf(new Uint8Array([1, 9])) })
    expect((await ask(id(1))).status).toBe(404)
    expect((await ask(id(2), { method: 'DELETE' })).status).toBe(405)
    expect((await ask(`${SUMS_URL}x`)).status).toBe(404)
    sums.clear()
    expect((await ask(id(2))).status).toBe(404)
  })
})
