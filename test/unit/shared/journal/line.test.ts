import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  claimedSchema,
  encodeLine,
  GENESIS_HASH,
  hashInput,
  type JournalRecord,
  parseLine,
  readFrame,
} from '../../../../shared/journal'
import { sampleChain, sampleChangeSet, sampleRecord } from '../../../helpers/sample-journal'

function lineOf(record: JournalRecord): string {
  return encodeLine(record).slice(0, -1)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

const anyRecord = fc
  .record({
    label: fc.string({ minLength: 1, maxLength: 80, unit: 'binary' }),
    row: fc.dictionary(
      fc.string({ unit: 'binary' }).filter((key) => !['__proto__', 'constructor', 'prototype'].includes(key)),
      fc
        .jsonValue({ maxDepth: 3 })
        .filter((value) => !/"(__proto__|constructor|prototype)"/.test(JSON.stringify(value))),
    ),
    seq: fc.integer({ min: 1, max: 999_999_999_999 }),
  })
  .map(({ label, row, seq }) =>
    sampleRecord(null, {
      seq,
      changeSet: sampleChangeSet(1, {
        label,
        changes: [{ table: 'facts', key: 'k', before: null, after: { ...row } as never }],
      }),
    }),
  )

describe('a journal line', () => {
  it('is one line of plain JSON holding the record', () => {
    const [record] = sampleChain(1)
    const line = encodeLine(record as JournalRecord)
    expect(line.indexOf('\n')).toBe(line.length - 1)
    expect(JSON.parse(line)).toEqual(record)
  })

  it('is read back as it was, whatever the texts inside', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const line = lineOf(record)
        expect(line).not.toContain('\n')
        const parsed = parseLine(line)
        if (!parsed.ok) throw new Error(parsed.error.code)
        expect(parsed.value).toEqual(JSON.parse(line))
        expect(encodeLine(parsed.value)).toBe(`${line}\n`)
      }),
    )
  })

  it('shows in its frame the exact text that was hashed', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const frame = readFrame(lineOf(record))
        expect(frame?.hashInput).toBe(hashInput(record))
        expect(sha256(frame?.hashInput ?? '')).toBe(record.hash)
        expect(frame).toMatchObject({ seq: record.seq, prev: GENESIS_HASH, schema: 1, at: record.at })
      }),
    )
  })

  it('fails its hash, its layout or its parsing when any character changes', () => {
    const line = lineOf(sampleRecord(null))
    fc.assert(
      fc.property(fc.nat(line.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (index, char) => {
        fc.pre(line[index] !== char)
        const altered = `${line.slice(0, index)}${char}${line.slice(index + 1)}`
        const frame = readFrame(altered)
        expect(frame !== null && sha256(frame.hashInput) === frame.hash).toBe(false)
      }),
    )
  })

  const broken: readonly [string, (line: string) => string, string][] = [
    ['an empty line', () => '', 'bad-layout'],
    ['half a line', (line) => line.slice(0, line.length / 2), 'bad-layout'],
    [
      'keys in another order',
      (line) => JSON.stringify({ ...JSON.parse(line) }, ['seq', 'prev']),
      'bad-layout',
    ],
    ['a torn middle', (line) => line.replace('label', 'lab\u0000l').replace('sí', '\u0000'), 'not-json'],
    ['white space inside', (line) => line.replace('"changes":', '"changes": '), 'not-canonical'],
    ['a key twice', (line) => line.replace('{"id":', '{"id":"x","id":'), 'not-canonical'],
    ['an unknown table', (line) => line.replace('"table":"facts"', '"table":"users"'), 'bad-shape'],
  ]
  it.each(broken)('%s is told apart', (_name, alter, code) => {
    const parsed = parseLine(alter(lineOf(sampleRecord(null))))
    expect(parsed.ok ? 'ok' : parsed.error.code).toBe(code)
  })

  it('reveals the schema it claims only in an unknown layout', () => {
    expect(claimedSchema('{"format":2,"schema":7}')).toBe(7)
    expect(claimedSchema('{"schema":"7"}')).toBeNull()
    expect(claimedSchema('7')).toBeNull()
    const damaged = lineOf(sampleRecord(null)).replace('"schema":1,', '"schema":3,')
    expect(claimedSchema(damaged)).toBeNull()
    expect(claimedSchema('{"sch')).toBeNull()
  })
})
