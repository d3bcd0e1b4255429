import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { snapshotName } from '../../../electron/services/journal-snapshots'
import type { JournalRecord } from '../../../shared/journal'
import { JournalFolder } from '../../helpers/journal-folder'
import { journalText, sampleChain, sampleChangeSet, sampleRecord } from '../../helpers/sample-journal'

/** A journal of 10 records, and where each of its lines starts. */
const chain = sampleChain(10)
const text = journalText(chain)
const starts = chain.map((_, index) => journalText(chain.slice(0, index)).length)

function hashAt(seq: number): string | undefined {
  return chain[seq - 1]?.hash
}

async function putSnapshot(folder: JournalFolder, records: readonly JournalRecord[], content?: string) {
  const head = records.at(-1)
  if (head === undefined) throw new Error('A snapshot needs a record')
  const name = snapshotName(head)
  await mkdir(path.join(folder.folder, 'snapshots'), { recursive: true })
  await writeFile(path.join(folder.folder, 'snapshots', name), content ?? journalText(records))
  return name
}

function codes(status: { readonly kind: string; readonly findings?: readonly { readonly code: string }[] }) {
  return (status.findings ?? []).map((finding) => finding.code)
}

describe('a torn tail', () => {
  const tails: readonly [string, string][] = [
    ['half a line', text.slice(starts[9], (starts[9] ?? 0) + 100)],
    ['zeros of a block that never reached the disk', '\0'.repeat(4096)],
    ['a finished line with a hole', `${text.slice(starts[9]).slice(0, 160)}${'\0'.repeat(50)}"}\n`],
  ]
  it.each(tails)('%s is kept aside and cut off, and work goes on', async (_name, tail) => {
    const folder = await JournalFolder.create()
    await folder.put(text.slice(0, starts[9]) + tail)
    const journal = folder.open()
    const status = await journal.status()
    const [asideFile] = await folder.names('aside')
    expect(status).toMatchObject({
      kind: 'ready',
      headSeq: 9,
      headHash: hashAt(9),
      findings: [{ code: 'torn-tail', atRecord: 10, bytes: tail.length, asideFile }],
    })
    expect(await folder.text()).toBe(text.slice(0, starts[9]))
    expect(await folder.asideText(asideFile ?? '')).toBe(tail)
    expect(await journal.append(sampleChangeSet(77))).toMatchObject({ ok: true, value: { seq: 10 } })
    await journal.close()
    expect(await folder.check()).toMatchObject({ headSeq: 10, findings: [] })
  })

  it('keeps a last record whose newline alone is missing', async () => {
    const folder = await JournalFolder.create()
    await folder.put(text.slice(0, -1))
    expect(await folder.check()).toMatchObject({ headSeq: 10, findings: [] })
    expect(await folder.text()).toBe(text)
  })
})

describe('damage in the middle', () => {
  it('without a copy keeps the valid beginning and the whole damaged file aside', async () => {
    const folder = await JournalFolder.create()
    const damaged = text.replace('asistencia 5', 'asistencia 6')
    await folder.put(damaged)
    const status = await folder.check()
    const [asideFile] = await folder.names('aside')
    expect(status).toMatchObject({
      headSeq: 4,
      headHash: hashAt(4),
      findings: [
        { code: 'damaged', atRecord: 5, problem: 'hash-mismatch', asideFile },
        { code: 'records-lost', atRecord: 5 },
      ],
    })
    expect(await folder.asideText(asideFile ?? '')).toBe(damaged)
    expect(await folder.text()).toBe(text.slice(0, starts[4]))
  })

  it('with a copy takes the lost record from there and the rest from the damaged file', async () => {
    const folder = await JournalFolder.create()
    await folder.put(text.replace('asistencia 5', 'asistencia 6'))
    const snapshotFile = await putSnapshot(folder, chain.slice(0, 7))
    expect(await folder.check()).toMatchObject({
      headSeq: 10,
      headHash: hashAt(10),
      findings: [
        { code: 'damaged', atRecord: 5 },
        { code: 'recovered', snapshotFile, snapshotSeq: 7, headSeq: 10 },
      ],
    })
    expect(await folder.text()).toBe(text)
  })

  it('is not mistaken for newer data when it hits the schema number', async () => {
    const folder = await JournalFolder.create()
    await folder.put(text.replace('"schema":1,"seq":10}', '"schema":3,"seq":10}'))
    expect(await folder.check()).toMatchObject({ headSeq: 9, findings: [{ code: 'damaged', atRecord: 10 }] })
  })

  it('skips lines that were put in between', async () => {
    const folder = await JournalFolder.create()
    await folder.put(`${text.slice(0, starts[3])}basura\n${text.slice(starts[3])}`)
    const status = await folder.check()
    expect(status).toMatchObject({ headSeq: 10, findings: [{ code: 'damaged', atRecord: 4 }] })
    expect(await folder.text()).toBe(text)
  })

  it('refuses lines in another order and lines of another chain', async () => {
    const folder = await JournalFolder.create()
    const foreign = sampleRecord(null, { changeSet: sampleChangeSet(99) })
    await folder.put(journalText([...chain.slice(0, 3), sampleRecord(foreign)]))
    expect(await folder.check()).toMatchObject({
      headSeq: 3,
      findings: [{ code: 'damaged', atRecord: 4, problem: 'out-of-sequence' }],
    })
  })

  it('never loses a copied record, nor hides a fault, whatever byte changes or wherever the file ends', async () => {
    const bytes = Buffer.from(text)
    // Where lines start in bytes: an accent takes two.
    const lineStarts = starts.map((start) => Buffer.byteLength(text.slice(0, start)))
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (offset, mask, cut) => {
          const folder = await JournalFolder.create()
          const damaged = cut ? bytes.subarray(0, offset) : Buffer.from(bytes)
          if (!cut) damaged[offset] = (damaged[offset] ?? 0) ^ mask
          await folder.put(damaged)
          await putSnapshot(folder, chain.slice(0, 8))
          const status = await folder.check()
          expect(status.kind).toBe('ready')
          if (status.kind !== 'ready') return
          expect(status.headSeq).toBeGreaterThanOrEqual(8)
          expect(status.headHash).toBe(hashAt(status.headSeq))
          expect(await folder.text()).toBe(journalText(chain.slice(0, status.headSeq)))
          const cutAtLine = cut && (lineStarts.includes(offset) || lineStarts.includes(offset + 1))
          if (!cutAtLine && !(cut && offset >= bytes.length - 1)) expect(status.findings).not.toEqual([])
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('copies as a source', () => {
  it('bring back a journal that is gone', async () => {
    const folder = await JournalFolder.create()
    await putSnapshot(folder, chain.slice(0, 6))
    const status = await folder.check()
    expect(status).toMatchObject({ headSeq: 6, headHash: hashAt(6) })
    expect(codes(status)).toEqual(['missing', 'recovered'])
  })

  it('bring back what an older copy, put in place of the journal, does not have', async () => {
    const folder = await JournalFolder.create()
    await folder.put(chain.slice(0, 4))
    await putSnapshot(folder, chain.slice(0, 6))
    const status = await folder.check()
    expect(status).toMatchObject({ headSeq: 6, headHash: hashAt(6) })
    expect(codes(status)).toEqual(['shorter-than-snapshot', 'recovered'])
    expect(await folder.names('aside')).toHaveLength(1)
  })

  it('that are damaged are set aside, and the next one is used', async () => {
    const folder = await JournalFolder.create()
    const good = await putSnapshot(folder, chain.slice(0, 5))
    const bad = await putSnapshot(folder, chain.slice(0, 9), text.slice(0, starts[2]))
    const status = await folder.check()
    expect(status).toMatchObject({ headSeq: 5, headHash: hashAt(5) })
    expect(status).toMatchObject({
      findings: expect.arrayContaining([{ code: 'snapshot-damaged', file: bad }]),
    })
    expect(await folder.names('snapshots')).toEqual([good])
    expect(await folder.names('aside')).toEqual([`snapshot-${bad}`])
  })

  it('that are damaged still give their valid beginning when nothing reaches further', async () => {
    const folder = await JournalFolder.create()
    await folder.put(chain.slice(0, 2))
    await putSnapshot(folder, chain.slice(0, 9), text.slice(0, starts[6]))
    expect(await folder.check()).toMatchObject({ headSeq: 6, headHash: hashAt(6) })
  })

  it('of another chain are set aside and never mixed in', async () => {
    const folder = await JournalFolder.create()
    const foreign = [sampleRecord(null, { changeSet: sampleChangeSet(50) })]
    for (let seq = 2; seq <= 12; seq += 1) foreign.push(sampleRecord(foreign.at(-1) ?? null))
    await folder.put(chain)
    const longer = await putSnapshot(folder, foreign)
    const shorter = await putSnapshot(folder, foreign.slice(0, 3))
    expect(await folder.check()).toMatchObject({
      headSeq: 10,
      headHash: hashAt(10),
      findings: [
        { code: 'snapshot-diverges', file: longer, seq: 12 },
        { code: 'snapshot-diverges', file: shorter, seq: 3 },
      ],
    })
    expect(await folder.text()).toBe(text)
  })
})

describe('data of a newer version', () => {
  const newer = sampleRecord(chain[9] ?? null, { schema: 2 })
  const cases: readonly [string, string][] = [
    ['in the last record', journalText([...chain, newer])],
    ['before a torn tail', `${journalText([...chain, newer])}{"prev":"`],
    ['in a layout unknown to this build', '{"format":"9","schema":2}\n{"format":"9","schema":2}\n'],
  ]
  it.each(cases)('%s is refused and not touched', async (_name, content) => {
    const folder = await JournalFolder.create()
    await folder.put(content)
    const journal = folder.open()
    expect(await journal.status()).toMatchObject({ kind: 'newer', foundSchema: 2, supportedSchema: 1 })
    expect(await journal.append(sampleChangeSet(1))).toEqual({
      ok: false,
      error: { code: 'newer-data', foundSchema: 2 },
    })
    expect(await journal.read(0, 1)).toEqual({ ok: false, error: { code: 'newer-data', foundSchema: 2 } })
    await journal.close()
    expect(await folder.text()).toBe(content)
    expect([...(await folder.names('snapshots')), ...(await folder.names('aside'))]).toEqual([])
  })

  it('is recognised when only a copy of it is left', async () => {
    const folder = await JournalFolder.create()
    const name = await putSnapshot(folder, [...chain, newer])
    expect(await folder.check()).toMatchObject({ kind: 'newer', foundSchema: 2 })
    expect(await folder.names('snapshots')).toEqual([name])
    await expect(folder.text()).rejects.toThrow('ENOENT')
  })
})
