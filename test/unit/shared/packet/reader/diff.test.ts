import { describe, expect, it } from 'vitest'
import { changedLines, differingWords } from '../../../../../shared/packet/reader/diff'

describe('lines that changed', () => {
  it.each([
    ['a\nb\nc', 'a\nb\nc', []],
    ['a\nb\nc', 'a\nx\nc', [['b', 'x']]],
    ['a\nc', 'a\nb\nc', [[null, 'b']]],
    ['a\nb\nc', 'a\nc', [['b', null]]],
    [
      'a\nb',
      'x\ny\nz',
      [
        ['a', 'x'],
        ['b', 'y'],
        [null, 'z'],
      ],
    ],
    ['', 'a', [['', 'a']]],
    [
      'a\nb\nc\nd',
      'b\nc\nd\ne',
      [
        ['a', null],
        [null, 'e'],
      ],
    ],
  ])('between %j and %j', (before, after, expected) => {
    expect(changedLines(before, after).map((one) => [one.before, one.after])).toEqual(expected)
  })

  it('tell two very long texts as one change', () => {
    const long = 'x\n'.repeat(300)
    expect(changedLines(long, `${long}y`)).toEqual([{ before: long, after: `${long}y` }])
    expect(changedLines(long, long)).toEqual([])
  })
})

describe('words that differ', () => {
  it.each([
    [
      'el plazo es de cinco días',
      'el plazo es de diez días',
      { start: 'el plazo es de ', before: 'cinco ', after: 'diez ', end: 'días' },
    ],
    ['uno dos', 'uno uno dos', { start: 'uno ', before: '', after: 'uno ', end: 'dos' }],
    ['a', 'b', { start: '', before: 'a', after: 'b', end: '' }],
    ['igual', 'igual', { start: 'igual', before: '', after: '', end: '' }],
  ])('between %j and %j', (before, after, expected) => {
    expect(differingWords(before, after)).toEqual(expected)
  })
})
