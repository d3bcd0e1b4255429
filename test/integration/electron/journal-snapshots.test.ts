import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { SNAPSHOTS_KEPT } from '../../../electron/services/journal-snapshots'
import { failingDisk, JournalFolder } from '../../helpers/journal-folder'
import { journalText, sampleChain, sampleChangeSet } from '../../helpers/sample-journal'

describe('verified copies', () => {
  it('are taken on closing when something was written, and equal the journal', async () => {
    const folder = await JournalFolder.create()
    const journal = folder.open()
    await journal.append(sampleChangeSet(1))
    await journal.append(sampleChangeSet(2))
    await journal.close()
    const [name, ...others] = await folder.names('snapshots')
    expect(others).toEqual([])
    const copy = await readFile(path.join(folder.folder, 'snapshots', name ?? ''), 'utf8')
    expect(copy).toBe(await folder.text())
    expect(await folder.check()).toMatchObject({ snapshot: { seq: 2 } })
    expect(await folder.names('snapshots')).toEqual([name])
  })

  it('are taken at the start when the journal moved without one', async () => {
    const folder = await JournalFolder.create()
    await folder.put(sampleChain(4))
    const journal = folder.open()
    await journal.close()
    expect((await folder.names('snapshots')).map((name) => name.slice(0, 12))).toEqual(['000000000004'])
  })

  it('rotate: only the newest are kept', async () => {
    const folder = await JournalFolder.create()
    for (let number = 1; number <= SNAPSHOTS_KEPT + 3; number += 1) {
      const journal = folder.open()
      await journal.append(sampleChangeSet(number))
      await journal.close()
    }
    const seqs = (await folder.names('snapshots')).map((name) => Number(name.slice(0, 12)))
    expect(seqs).toEqual([4, 5, 6, 7, 8])
  })

  it('while being taken do not hold appends up nor mix with them', async () => {
    const folder = await JournalFolder.create()
    await folder.put(sampleChain(500))
    const journal = folder.open()
    const acks = await Promise.all(
      Array.from({ length: 20 }, (_, index) => journal.append(sampleChangeSet(600 + index))),
    )
    expect(acks.every((ack) => ack.ok)).toBe(true)
    await journal.close()
    const contents = await Promise.all(
      (await folder.names('snapshots')).map((name) =>
        readFile(path.join(folder.folder, 'snapshots', name), 'utf8'),
      ),
    )
    const whole = await folder.text()
    expect(contents).toHaveLength(2)
    for (const content of contents) expect(whole.startsWith(content)).toBe(true)
    expect(contents).toContain(journalText(sampleChain(500)))
  })

  it('that cannot be written are reported, cost no older copy, and leave no half-made file', async () => {
    const folder = await JournalFolder.create()
    const first = folder.open()
    await first.append(sampleChangeSet(1))
    await first.close()
    const [kept] = await folder.names('snapshots')
    let failing = true
    const fs = failingDisk((operation, file) =>
      failing && operation === 'sync' && file.includes('.quorum-') ? 'ENOSPC' : null,
    )
    const second = folder.open({ fs })
    await second.append(sampleChangeSet(2))
    await second.reopen()
    await second.append(sampleChangeSet(3))
    await second.reopen()
    await second.append(sampleChangeSet(4))
    expect(await second.status()).toMatchObject({
      kind: 'ready',
      headSeq: 4,
      findings: expect.arrayContaining([{ code: 'snapshot-failed', reason: 'disk-full' }]),
      snapshot: { seq: 1 },
    })
    await second.close()
    expect(await readdir(path.join(folder.folder, 'snapshots'))).toEqual([kept])
    failing = false
    expect(await folder.check()).toMatchObject({ snapshot: { seq: 1 }, findings: [] })
    expect(await folder.names('snapshots')).toHaveLength(2)
  })

  it('that a crash left half-made are cleared away', async () => {
    const folder = await JournalFolder.create()
    await folder.put(sampleChain(2))
    await mkdir(path.join(folder.folder, 'snapshots'))
    await writeFile(path.join(folder.folder, 'snapshots', '.quorum-0123456789abcdef.tmp'), 'a')
    await writeFile(path.join(folder.folder, '.quorum-0123456789abcdef.tmp'), 'a')
    await folder.check()
    expect((await readdir(folder.folder)).sort()).toEqual(['journal.jsonl', 'snapshots'])
    expect(await readdir(path.join(folder.folder, 'snapshots'))).toHaveLength(1)
  })
})
