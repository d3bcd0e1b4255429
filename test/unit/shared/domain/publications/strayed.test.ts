import { describe, expect, it } from 'vitest'
import { strayedPublications } from '../../../../../shared/domain/publications'
import { makeCommemoration, makePublication } from '../../../../helpers/make-publication'

const none = () => null
const date = makeCommemoration(10)
const of = (n: number, on: string, changes = {}) =>
  makePublication(n, { on, commemorationId: date.id, ...changes })

const plan = [
  of(3, '2027-05-10'),
  of(1, '2025-05-10', { state: 'published' }),
  of(2, '2026-05-10'),
  of(4, '2026-05-12'),
  makePublication(5, { on: '2026-05-10' }),
]

function strayed(changes: object): readonly string[] {
  const after = makeCommemoration(10, changes)
  return strayedPublications(date, after, plan, none).map(({ on }) => on)
}

describe('publications that a change of their date leaves behind', () => {
  it.each([
    ['nothing changed', {}, []],
    [
      'one year was moved',
      { exceptions: [{ year: 2026, on: { from: '2026-05-11', until: '2026-05-11' }, reason: '' }] },
      ['2026-05-10'],
    ],
    ['one year is not observed', { exceptions: [{ year: 2027, on: null, reason: '' }] }, ['2027-05-10']],
    ['it was retired', { validUntil: '2026-05-09' }, ['2026-05-10', '2027-05-10']],
    [
      'its rule is another',
      { rule: { kind: 'fixed', month: 6, day: 1, years: { kind: 'every' } } },
      ['2026-05-10', '2027-05-10'],
    ],
    [
      'it is a week that holds the day',
      { exceptions: [{ year: 2026, on: { from: '2026-05-09', until: '2026-05-15' }, reason: '' }] },
      [],
    ],
  ])('%s', (_, changes, days) => {
    expect(strayed(changes)).toEqual(days)
  })
})
