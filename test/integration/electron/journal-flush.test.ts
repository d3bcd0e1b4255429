import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Journal } from '../../../electron/services/journal'
import { JournalFolder } from '../../helpers/journal-folder'
import { type DiskEvent, recordingDisk } from '../../helpers/recording-disk'
import { sampleChangeSet } from '../../helpers/sample-journal'

const VOTES = 1000

/** Acknowledgements among the events of the disk. */
interface Ack {
  readonly did: 'ack'
  readonly seq: number
}

/** Appends, and notes each acknowledgement where it came between the events of the disk. */
async function appendAll(journal: Journal, events: (DiskEvent | Ack)[], count: number): Promise<void> {
  const appends = Array.from({ length: count }, async (_, index) => {
    const ack = await journal.append(sampleChangeSet(index + 1))
    if (!ack.ok) throw new Error(ack.error.code)
    events.push({ did: 'ack', seq: ack.value.seq })
  })
  await Promise.all(appends)
}

/** Numbers acknowledged before their record was written to this file and then flushed. */
function unflushed(events: readonly (DiskEvent | Ack)[], file: string): readonly number[] {
  const written = new Set<number>()
  const flushed = new Set<number>()
  const early: number[] = []
  for (const event of events) {
    if (event.did === 'ack') {
      if (!flushed.has(event.seq)) early.push(event.seq)
    } else if (event.file === file && event.did === 'write') {
      for (const [, seq] of event.text.matchAll(/"seq":(\d+)\}\n/g)) written.add(Number(seq))
    } else if (event.file === file && event.did === 'datasync') {
      for (const seq of written) flushed.add(seq)
    }
  }
  return early
}

describe('an acknowledgement', () => {
  it(`comes after the flush of its own record, ${VOTES} of ${VOTES} times`, async () => {
    const folder = await JournalFolder.create()
    const { fs, events } = recordingDisk()
    const all: (DiskEvent | Ack)[] = events
    const journal = folder.open({ fs })
    await appendAll(journal, all, VOTES)
    expect(all.filter(({ did }) => did === 'ack')).toHaveLength(VOTES)
    expect(unflushed(all, folder.journalFile)).toEqual([])
  })

  it('is found early by the same check when the flush is left out', async () => {
    const folder = await JournalFolder.create()
    const { fs, events } = recordingDisk()
    const all: (DiskEvent | Ack)[] = events
    const lazy: typeof fs = {
      ...fs,
      open: async (...args) => {
        const handle = await fs.open(...args)
        Object.defineProperty(handle, 'datasync', { value: async () => undefined })
        return handle
      },
    }
    await appendAll(folder.open({ fs: lazy }), all, 20)
    expect(unflushed(all, folder.journalFile)).toHaveLength(20)
  })
})

describe('a name in a folder', () => {
  it('is flushed after the journal and every folder above it are made, before anything is acknowledged', async () => {
    const folder = await JournalFolder.create()
    const { fs, events } = recordingDisk()
    const journal = folder.open({ fs })
    await journal.append(sampleChangeSet(1))
    const firstWrite = events.findIndex(({ did }) => did === 'write')
    const before = events.slice(0, firstWrite)
    const made = before.findIndex(({ did, file }) => did === 'open' && file === folder.journalFile)
    const synced = before.slice(made).filter(({ did }) => did === 'sync')
    expect(synced.map(({ file }) => file)).toContain(folder.folder)
    expect(before.filter(({ did }) => did === 'sync').map(({ file }) => file)).toContain(
      path.dirname(folder.folder),
    )
  })

  it('of a copy is flushed after the copy has its final name', async () => {
    const folder = await JournalFolder.create()
    const { fs, events } = recordingDisk()
    const journal = folder.open({ fs })
    await journal.append(sampleChangeSet(1))
    await journal.close()
    const snapshots = path.join(folder.folder, 'snapshots')
    const renamed = events.findIndex(({ did, file }) => did === 'rename' && path.dirname(file) === snapshots)
    expect(renamed).toBeGreaterThan(0)
    expect(events.slice(0, renamed).findLast(({ did }) => did === 'sync')?.file).toContain(snapshots)
    expect(events.slice(renamed).find(({ did }) => did === 'sync')?.file).toBe(snapshots)
  })
})
