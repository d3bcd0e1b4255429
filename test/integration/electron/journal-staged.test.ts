import { describe, expect, it } from 'vitest'
import { journalHandlers } from '../../../electron/ipc/journal-handlers'
import type { Log } from '../../../electron/services/log'
import type { Change } from '../../../shared/journal'
import { JournalFolder } from '../../helpers/journal-folder'
import { sampleChangeSet, sampleId } from '../../helpers/sample-journal'

const PART = 100
type Doors = ReturnType<typeof journalHandlers>
const quiet: Log = { info: () => undefined, error: () => undefined, flush: async () => undefined }

function manyChanges(count: number, note = 'sí, señora'): readonly Change[] {
  return Array.from({ length: count }, (_, n): Change => {
    const id = sampleId(1_000 + n)
    return { table: 'facts', key: id, before: null, after: { note, id } }
  })
}

/** Hands a change set over as the window does: all but the last changes first. */
async function handOver(handlers: Doors, changes: readonly Change[], id = sampleId(1)) {
  let staged = 0
  for (; staged + PART < changes.length; staged += PART) {
    await handlers['journal:stage']({
      changeSetId: id,
      from: staged,
      changes: changes.slice(staged, staged + PART),
    })
  }
  const changeSet = sampleChangeSet(1, { id, changes: changes.slice(staged) })
  return handlers['journal:append-staged']({ changeSet, staged })
}

describe('a change set handed over in parts', () => {
  it('is one record, byte by byte the one that it would be in one piece', async () => {
    const changes = manyChanges(1_050)
    const inParts = await JournalFolder.create()
    const journal = inParts.open()
    await journal.append(sampleChangeSet(5))
    const ack = await handOver(journalHandlers(journal, quiet), changes)
    expect(ack).toMatchObject({ ok: true, value: { seq: 2 } })
    const atOnce = await JournalFolder.create()
    const other = atOnce.open()
    await other.append(sampleChangeSet(5))
    expect(await other.append(sampleChangeSet(1, { changes }))).toEqual(ack)
    expect(await inParts.text()).toBe(await atOnce.text())
    await journal.close()
    expect(await inParts.check()).toMatchObject({ kind: 'ready', headSeq: 2, findings: [] })
  })

  it('leaves nothing on disk until it is whole, and one that begins again takes its place', async () => {
    const folder = await JournalFolder.create()
    const journal = folder.open()
    const handlers = journalHandlers(journal, quiet)
    await journal.status()
    await handlers['journal:stage']({ changeSetId: sampleId(9), from: 0, changes: manyChanges(5) })
    expect(await folder.text()).toBe('')
    expect(await journal.append(sampleChangeSet(5))).toMatchObject({ ok: true, value: { seq: 1 } })
    const stale = { changeSet: sampleChangeSet(9), staged: 4 }
    await expect(handlers['journal:append-staged'](stale)).rejects.toThrow('missing')
    const gap = { changeSetId: sampleId(9), from: 7, changes: manyChanges(1) }
    await expect(handlers['journal:stage'](gap)).rejects.toThrow('order')
    expect(await handOver(handlers, manyChanges(301), sampleId(9))).toMatchObject({
      ok: true,
      value: { seq: 2 },
    })
    const records = await journal.read(1, 10)
    expect(records.ok && records.value[0]?.changeSet.changes).toEqual(manyChanges(301))
  })

  it('is refused when it is too large for a line, and the journal stays usable', async () => {
    const journal = (await JournalFolder.create()).open()
    const large = manyChanges(750, 'x'.repeat(100_000))
    expect(await handOver(journalHandlers(journal, quiet), large)).toMatchObject({
      ok: false,
      error: { code: 'too-large' },
    })
    expect(await journal.append(sampleChangeSet(2))).toMatchObject({ ok: true, value: { seq: 1 } })
  })
})
