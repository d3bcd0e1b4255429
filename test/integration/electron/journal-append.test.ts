import { appendFile, readFile, rename, rm, stat } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { GENESIS_HASH } from '../../../shared/journal'
import { JournalFolder } from '../../helpers/journal-folder'
import { journalText, sampleChain, sampleChangeSet } from '../../helpers/sample-journal'

describe('an empty journal', () => {
  it('is created, and reports nothing written', async () => {
    const folder = await JournalFolder.create()
    expect(await folder.check()).toEqual({
      kind: 'ready',
      headSeq: 0,
      headHash: GENESIS_HASH,
      schema: 1,
      findings: [],
      snapshot: null,
    })
    expect(await folder.text()).toBe('')
  })
})

describe('appending', () => {
  it('acknowledges in order, and what was acknowledged is what is on disk', async () => {
    const folder = await JournalFolder.create()
    const journal = folder.open()
    const acks = await Promise.all([1, 2, 3].map((number) => journal.append(sampleChangeSet(number))))
    expect(acks.map((ack) => ack.ok && ack.value.seq)).toEqual([1, 2, 3])
    const lines = (await folder.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map((line) => line.hash)).toEqual(acks.map((ack) => ack.ok && ack.value.hash))
    expect(lines.map((line) => line.changeSet)).toEqual([1, 2, 3].map((number) => sampleChangeSet(number)))
    expect(lines[0].prev).toBe(GENESIS_HASH)
    expect(lines[2].prev).toBe(lines[1].hash)
  })

  it('continues the chain after a restart', async () => {
    const folder = await JournalFolder.create()
    const first = folder.open()
    await first.append(sampleChangeSet(1))
    await first.close()
    const second = folder.open()
    expect(await second.append(sampleChangeSet(2))).toMatchObject({ ok: true, value: { seq: 2 } })
    await second.close()
    expect(await folder.check()).toMatchObject({ kind: 'ready', headSeq: 2, findings: [] })
  })

  it('answers a repeated change set with the first acknowledgement and stores it once', async () => {
    const folder = await JournalFolder.create()
    const journal = folder.open()
    const first = await journal.append(sampleChangeSet(1))
    expect(await journal.append(sampleChangeSet(1))).toEqual(first)
    expect((await folder.text()).split('\n')).toHaveLength(2)
  })

  it('refuses a change set that is too large for a line, and stays usable', async () => {
    const folder = await JournalFolder.create()
    const journal = folder.open()
    const text = 'x'.repeat(900_000)
    const changes = Array.from({ length: 75 }, (_, index) => ({
      table: 'facts' as const,
      key: `k${index}`,
      before: null,
      after: { text },
    }))
    expect(await journal.append(sampleChangeSet(1, { changes }))).toMatchObject({
      ok: false,
      error: { code: 'too-large' },
    })
    expect(await journal.append(sampleChangeSet(2))).toMatchObject({ ok: true, value: { seq: 1 } })
  })

  it('is over after closing', async () => {
    const folder = await JournalFolder.create()
    const journal = folder.open()
    const pending = journal.append(sampleChangeSet(1))
    await journal.close()
    expect(await pending).toMatchObject({ ok: true })
    expect(await journal.append(sampleChangeSet(2))).toMatchObject({ ok: false, error: { code: 'blocked' } })
  })
})

describe('reading', () => {
  it('gives pages in order, from any place', async () => {
    const folder = await JournalFolder.create()
    const chain = sampleChain(200)
    await folder.put(chain)
    const journal = folder.open()
    for (const afterSeq of [0, 1, 63, 64, 65, 127, 128, 199, 200, 500]) {
      const page = await journal.read(afterSeq, 50)
      expect(page).toEqual({ ok: true, value: chain.slice(afterSeq, afterSeq + 50) })
    }
  })

  it('sees what was appended since the start', async () => {
    const folder = await JournalFolder.create()
    await folder.put(sampleChain(63))
    const journal = folder.open()
    for (let number = 64; number <= 130; number += 1) await journal.append(sampleChangeSet(number))
    const page = await journal.read(128, 10)
    expect(page.ok && page.value.map((record) => record.seq)).toEqual([129, 130])
  })

  it('notices a record that was damaged after the start', async () => {
    const folder = await JournalFolder.create()
    const chain = sampleChain(3)
    await folder.put(chain)
    const journal = folder.open()
    await journal.status()
    await folder.put(journalText(chain).replace('asistencia 2', 'asistencia 9'))
    expect(await journal.read(0, 10)).toEqual({
      ok: false,
      error: { code: 'damaged', atRecord: 2, detail: 'seal' },
    })
  })
})

describe('another program at the file', () => {
  it('stops appending rather than writing over foreign bytes, and goes on after reopening', async () => {
    const folder = await JournalFolder.create()
    const [first, second] = sampleChain(2)
    await folder.put(first === undefined ? [] : [first])
    const journal = folder.open()
    await journal.status()
    await appendFile(folder.journalFile, journalText(second === undefined ? [] : [second]))
    const refused = await journal.append(sampleChangeSet(9))
    expect(refused).toMatchObject({ ok: false, error: { code: 'blocked', reason: 'changed-outside' } })
    expect(await journal.status()).toMatchObject({ kind: 'unusable', reason: 'changed-outside' })
    expect(await journal.reopen()).toMatchObject({ kind: 'ready', headSeq: 2 })
    expect(await journal.append(sampleChangeSet(9))).toMatchObject({ ok: true, value: { seq: 3 } })
  })

  it('never acknowledges into a file that was deleted or replaced', async () => {
    const folder = await JournalFolder.create()
    const journal = folder.open()
    await journal.append(sampleChangeSet(1))
    await rm(folder.journalFile)
    expect(await journal.append(sampleChangeSet(2))).toMatchObject({
      ok: false,
      error: { reason: 'changed-outside' },
    })
  })

  it('leaves a renamed journal as it was', async () => {
    const folder = await JournalFolder.create()
    const journal = folder.open()
    await journal.append(sampleChangeSet(1))
    await journal.close()
    const before = await readFile(folder.journalFile)
    await rename(folder.journalFile, `${folder.journalFile}.moved`)
    await folder.check()
    expect(await readFile(`${folder.journalFile}.moved`)).toEqual(before)
    expect((await stat(folder.journalFile)).size).toBe(before.length)
  })
})
