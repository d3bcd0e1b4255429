import { describe, expect, it } from 'vitest'
import { CHANGE_SET_LIMITS, changeSetSchema } from '../../../../shared/journal'
import { sampleChangeSet, sampleId } from '../../../helpers/sample-journal'

const change = { table: 'facts', key: 'a', before: null, after: { id: 'a' } }

describe('changeSetSchema', () => {
  it('accepts inserts, updates, deletes and undo', () => {
    const changeSet = sampleChangeSet(1, {
      undoOf: sampleId(9),
      changes: [
        { table: 'bodies', key: 'a', before: null, after: { n: 1 } },
        { table: 'bodies', key: 'a', before: { n: 1 }, after: { n: [2, { x: null }] } },
        { table: 'points', key: 'b', before: { n: 2 }, after: null },
      ],
    })
    expect(changeSetSchema.parse(changeSet)).toEqual(changeSet)
  })

  const refused: readonly [string, unknown][] = [
    ['nothing', null],
    ['no changes', { ...sampleChangeSet(1), changes: [] }],
    ['an unknown key', { ...sampleChangeSet(1), extra: 1 }],
    ['a missing key', { ...sampleChangeSet(1), undoOf: undefined }],
    ['another kind of uuid', { ...sampleChangeSet(1), id: '4b7d3b9e-0000-4000-8000-000000000000' }],
    ['a local time', { ...sampleChangeSet(1), at: '2017-11-15T11:00:00-06:00' }],
    ['an empty label', { ...sampleChangeSet(1), label: '' }],
    ['a long label', { ...sampleChangeSet(1), label: 'x'.repeat(CHANGE_SET_LIMITS.labelLength + 1) }],
    ['an unknown table', { ...sampleChangeSet(1), changes: [{ ...change, table: 'users' }] }],
    ['neither before nor after', { ...sampleChangeSet(1), changes: [{ ...change, after: null }] }],
    ['a list as row', { ...sampleChangeSet(1), changes: [{ ...change, after: [] }] }],
    [
      'a prototype key in a row',
      { ...sampleChangeSet(1), changes: [{ ...change, after: JSON.parse('{"__proto__":{"x":1}}') }] },
    ],
    [
      'a prototype key in the change',
      { ...sampleChangeSet(1), changes: [{ ...change, ...JSON.parse('{"constructor":1}') }] },
    ],
  ]
  it.each(refused)('refuses %s', (_name, value) => {
    expect(changeSetSchema.safeParse(value).success).toBe(false)
  })

  it('says where in a row the problem is', () => {
    const value = { ...sampleChangeSet(1), changes: [{ ...change, after: { votes: [{ at: new Date(0) }] } }] }
    const message = changeSetSchema.safeParse(value).error?.issues[0]?.message
    expect(message).toBe('not-json at $.votes[0].at')
  })
})
