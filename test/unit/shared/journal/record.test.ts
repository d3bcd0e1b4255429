import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Change,
  changesText,
  recordBodyPieces,
  recordBodyText,
  sealedLine,
  sealedStart,
} from '../../../../shared/journal'
import { sampleChangeSet } from '../../../helpers/sample-journal'

const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.tuple(fc.string(), fc.string(), fc.boolean()).map(([key, note, isNew]): Change => {
    const row = { id: key, note, '9': note, '"changes":[': note }
    return { table: 'facts', key, before: isNew ? null : row, after: row }
  }),
  { minLength: 1, maxLength: 12 },
)

describe('a record in pieces', () => {
  it('is the same text as at once, wherever its changes are cut', () => {
    fc.assert(
      fc.property(changes, fc.array(fc.nat(12)), fc.string(), (all, cuts, label) => {
        const body = { seq: 7, at: '2017-11-15T17:00:00.000Z', schema: 4 }
        const whole = { ...sampleChangeSet(1), label, changes: all }
        const ends = [...new Set(cuts)].filter((cut) => cut > 0 && cut < all.length).sort((a, b) => a - b)
        const ahead = ends.map((end, index) => changesText(all.slice(ends[index - 1] ?? 0, end)))
        const last = { ...whole, changes: all.slice(ends.at(-1) ?? 0) }
        const text = recordBodyText({ ...body, changeSet: whole })
        const pieces = recordBodyPieces({ ...body, changeSet: last }, ahead)
        expect(pieces.join('')).toBe(text)
        expect(pieces).toHaveLength(ahead.length === 0 ? 1 : ahead.length + 2)
      }),
    )
  })

  it('begins its line as the whole line does', () => {
    const body = recordBodyText({ seq: 1, at: 'x', schema: 1, changeSet: sampleChangeSet(1) })
    const prev = '0'.repeat(64)
    const hash = 'a'.repeat(64)
    const start = sealedStart(prev, hash, body.slice(0, 30))
    expect(sealedLine(prev, hash, body)).toBe(`${start}${body.slice(30)}\n`)
  })
})
