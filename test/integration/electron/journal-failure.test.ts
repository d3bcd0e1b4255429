import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type FileSystem, nodeFileSystem } from '../../../electron/services/file-system'
import { failingDisk, JournalFolder } from '../../helpers/journal-folder'
import { journalText, sampleChain, sampleChangeSet } from '../../helpers/sample-journal'

/** A disk that works until `broken.code` is set. */
function breakableDisk(operation: string): { fs: FileSystem; broken: { code: string | null } } {
  const broken: { code: string | null } = { code: null }
  const fs = failingDisk((called, file) =>
    called === operation && file.endsWith('journal.jsonl') ? broken.code : null,
  )
  return { fs, broken }
}

/** A disk whose next write to the journal takes only some bytes and then fails. */
function tearingDisk(bytesTaken: number): { fs: FileSystem; tear: { armed: boolean } } {
  const tear = { armed: false }
  const fs: FileSystem = {
    ...nodeFileSystem,
    open: async (file, ...rest) => {
      const handle = await nodeFileSystem.open(file, ...rest)
      const real = handle.write.bind(handle)
      const wrapped = async (bytes: Uint8Array, offset: number, _length: number, position: number) => {
        if (!tear.armed || !String(file).endsWith('journal.jsonl')) {
          return real(bytes, offset, _length, position)
        }
        if (offset > 0) throw Object.assign(new Error('injected'), { code: 'ENOSPC' })
        return real(bytes, 0, bytesTaken, position)
      }
      Object.defineProperty(handle, 'write', { value: wrapped })
      return handle
    },
  }
  return { fs, tear }
}

describe('a write that fails', () => {
  const cases: readonly [string, string, string][] = [
    ['write', 'ENOSPC', 'disk-full'],
    ['write', 'EIO', 'io-error'],
    ['datasync', 'EIO', 'io-error'],
    ['datasync', 'ENOSPC', 'disk-full'],
    ['write', 'EROFS', 'read-only'],
  ]
  it.each(cases)(
    '%s with %s is not acknowledged, is reported, and leaves nothing behind',
    async (operation, code, reason) => {
      const folder = await JournalFolder.create()
      const { fs, broken } = breakableDisk(operation)
      const journal = folder.open({ fs })
      const first = await journal.append(sampleChangeSet(1))
      broken.code = code
      const refused = { ok: false, error: { code: 'blocked', reason, detail: code } }
      expect(await journal.append(sampleChangeSet(2))).toEqual(refused)
      expect(await journal.append(sampleChangeSet(3))).toEqual(refused)
      expect(await journal.status()).toMatchObject({ kind: 'unusable', reason, headSeq: 1 })
      broken.code = null
      expect(await journal.append(sampleChangeSet(4))).toMatchObject({ ok: true, value: { seq: 2 } })
      expect(await journal.status()).toMatchObject({ kind: 'ready', headSeq: 2 })
      await journal.close()
      const page = await folder.open().read(0, 10)
      expect(page.ok && page.value.map((record) => record.changeSet.id)).toEqual(
        [1, 4].map((number) => sampleChangeSet(number).id),
      )
      expect(page.ok && page.value[0]?.hash).toBe(first.ok && first.value.hash)
    },
  )

  it('half-way is cut off before the next append', async () => {
    const folder = await JournalFolder.create()
    const { fs, tear } = tearingDisk(77)
    const journal = folder.open({ fs })
    await journal.append(sampleChangeSet(1))
    const whole = await folder.text()
    tear.armed = true
    expect(await journal.append(sampleChangeSet(2))).toMatchObject({ ok: false, error: { detail: 'ENOSPC' } })
    expect((await folder.text()).length).toBe(whole.length + 77)
    tear.armed = false
    await journal.append(sampleChangeSet(3))
    await journal.close()
    expect(await folder.check()).toMatchObject({ headSeq: 2, findings: [] })
  })

  it('cannot be mended by a failing truncation, and still nothing is acknowledged', async () => {
    const folder = await JournalFolder.create()
    let failing = false
    const fs = failingDisk((operation, file) =>
      failing && file.endsWith('journal.jsonl') && (operation === 'datasync' || operation === 'truncate')
        ? 'EIO'
        : null,
    )
    const journal = folder.open({ fs })
    await journal.append(sampleChangeSet(1))
    failing = true
    for (const number of [2, 3, 4]) {
      expect(await journal.append(sampleChangeSet(number))).toMatchObject({ ok: false })
    }
    failing = false
    expect(await journal.append(sampleChangeSet(5))).toMatchObject({ ok: true, value: { seq: 2 } })
  })
})

describe('every single call of opening, appending and copying that fails', () => {
  it('leaves the acknowledged records and no others claimed', async () => {
    const calls = await countCalls()
    expect(calls).toBeGreaterThan(15)
    for (let failAt = 1; failAt <= calls; failAt += 1) {
      const folder = await JournalFolder.create()
      await folder.put(`${journalText(sampleChain(3))}{"prev":"torn`)
      let count = 0
      const fs = failingDisk(() => {
        count += 1
        return count === failAt ? 'EIO' : null
      })
      const journal = folder.open({ fs })
      const acked: string[] = []
      for (const number of [11, 12, 13]) {
        const answer = await journal.append(sampleChangeSet(number))
        if (answer.ok) acked.push(sampleChangeSet(number).id)
      }
      await journal.close()
      const after = folder.open()
      const page = await after.read(3, 10)
      const stored = page.ok ? page.value.map((record) => record.changeSet.id) : []
      expect(
        stored.filter((id) => acked.includes(id)),
        `call ${failAt} of ${calls}`,
      ).toEqual(acked)
      expect(await after.status(), `call ${failAt} of ${calls}`).toMatchObject({ kind: 'ready' })
      await after.close()
    }
  })

  async function countCalls(): Promise<number> {
    const folder = await JournalFolder.create()
    await folder.put(`${journalText(sampleChain(3))}{"prev":"torn`)
    let count = 0
    const fs = failingDisk(() => {
      count += 1
      return null
    })
    const journal = folder.open({ fs })
    for (const number of [11, 12, 13]) await journal.append(sampleChangeSet(number))
    await journal.close()
    return count
  }
})

describe('a folder that cannot be written', () => {
  const cases: readonly [string, string][] = [
    ['EROFS', 'read-only'],
    ['EACCES', 'no-permission'],
    ['EIO', 'io-error'],
  ]
  it.each(cases)(
    'for %s is named before anything is tried, and its records stay readable',
    async (code, reason) => {
      const folder = await JournalFolder.create()
      await folder.put(sampleChain(5))
      const journal = folder.open({ fs: failingDisk((operation) => (operation === 'access' ? code : null)) })
      expect(await journal.status()).toMatchObject({
        kind: 'unusable',
        reason,
        folder: folder.folder,
        detail: code,
        headSeq: 5,
      })
      expect(await journal.append(sampleChangeSet(9))).toEqual({
        ok: false,
        error: { code: 'blocked', reason, detail: code },
      })
      const page = await journal.read(0, 10)
      expect(page.ok && page.value).toEqual(sampleChain(5))
      await journal.close()
      expect(await folder.text()).toBe(journalText(sampleChain(5)))
    },
  )

  it('for lack of space says how much is needed, and opens once there is room', async () => {
    const folder = await JournalFolder.create()
    await folder.put(sampleChain(2))
    let freeBlocks = 10
    const fs: FileSystem = {
      ...nodeFileSystem,
      statfs: (async (file: string) => ({
        ...(await nodeFileSystem.statfs(file)),
        bavail: freeBlocks,
        bsize: 4096,
      })) as FileSystem['statfs'],
    }
    const journal = folder.open({ fs, neededBytes: 1_000_000 })
    expect(await journal.status()).toMatchObject({
      kind: 'unusable',
      reason: 'disk-full',
      space: { freeBytes: 40_960, neededBytes: 1_000_000 },
    })
    freeBlocks = 1000
    expect(await journal.reopen()).toMatchObject({ kind: 'ready', headSeq: 2 })
    expect(await journal.append(sampleChangeSet(3))).toMatchObject({ ok: true, value: { seq: 3 } })
  })

  it('that is a file is told apart', async () => {
    const folder = await JournalFolder.create()
    await mkdir(path.dirname(folder.folder), { recursive: true })
    await writeFile(folder.folder, 'no es una carpeta')
    expect(await folder.check()).toMatchObject({ kind: 'unusable', reason: 'not-a-folder', headSeq: 0 })
  })
})
