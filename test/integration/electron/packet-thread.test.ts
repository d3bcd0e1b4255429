import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { PacketThread } from '../../../electron/services/packet/packet-thread'
import type { PacketWriting } from '../../../electron/services/packet/packet-writing'
import { tempFolder } from '../../helpers/temp-folder'

/** A thread that answers the first call and then does what a test wants with the next. */
const SCRIPT = (then: string) => `
import { parentPort } from 'node:worker_threads'
import { writeFileSync } from 'node:fs'
parentPort.on('message', ({ id, call, args }) => {
  if (call === 'open') {
    writeFileSync(args.temporary, 'half')
    parentPort.postMessage({ kind: 'progress', bytes: 7 })
    return parentPort.postMessage({ kind: 'answer', id, answer: { ok: true, value: null } })
  }
  ${then}
})`

async function setUp(then: string) {
  const folder = await tempFolder()
  const worker = path.join(await tempFolder(), 'worker.mjs')
  await writeFile(worker, SCRIPT(then))
  const progress: number[] = []
  const held: PacketWriting[] = []
  const opened = await PacketThread.open(
    worker,
    {
      folder,
      temporary: path.join(folder, '.quorum-0123456789abcdef.tmp'),
      spoolFolder: folder,
      bagName: 'x',
      passphrase: null,
      workFactor: 10,
      onProgress: (bytes) => progress.push(bytes),
    },
    (writing) => held.push(writing),
  )
  expect(opened).toEqual({ ok: true, value: null })
  const [writing] = held
  if (writing === undefined) throw new Error('Nothing was held')
  return { folder, writing, progress }
}

describe('the thread of a packet', () => {
  it.each([
    ['throws', 'throw new TypeError("bug")'],
    ['ends', 'process.exit(1)'],
  ])('that %s fails the packet and leaves nothing', async (_name, then) => {
    const { folder, writing, progress } = await setUp(then)
    expect(progress).toEqual([7])
    expect(await writing.add('data/a', new Uint8Array(1), true)).toMatchObject({
      ok: false,
      error: { code: 'io-error' },
    })
    await expect.poll(() => readdir(folder)).toEqual([])
    await writing.abort()
  })

  it('that never answers is stopped when the packet is given up', async () => {
    const { folder, writing } = await setUp('')
    const adding = writing.add('data/a', new Uint8Array(1), true)
    await writing.abort()
    expect(await adding).toMatchObject({ ok: false, error: { code: 'io-error' } })
    expect(await readdir(folder)).toEqual([])
  })

  it('that reports a bug rejects, so that it is logged and not taken for an answer', async () => {
    const { writing } = await setUp("parentPort.postMessage({ kind: 'bug', id, code: 'TypeError' })")
    await expect(writing.add('data/a', new Uint8Array(1), true)).rejects.toThrow('bug')
    await writing.abort()
  }, 20_000)
})
