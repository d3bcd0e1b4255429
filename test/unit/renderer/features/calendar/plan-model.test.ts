import { describe, expect, it } from 'vitest'
import {
  byWeek,
  comingWeeks,
  dayAfterKey,
  daySteps,
  densityOf,
  inOrder,
  matching,
  nearestIndex,
  sameDayOf,
  stepPeriod,
} from '../../../../../renderer/features/calendar/plan-model'
import { isoDate } from '../../../../../shared/lib/iso-date'
import { finish } from '../../../../../shared/lib/steps'
import { makePublication } from '../../../../helpers/make-publication'

const d = isoDate
const may = [
  makePublication(1, { on: '2026-05-17', title: 'Internet' }),
  makePublication(2, { on: '2026-05-01', title: 'Trabajo', note: 'Un saludo a quienes laboran' }),
  makePublication(3, { on: '2026-05-17', title: 'Contra la Homofobia', hashtags: ['#17M'] }),
  makePublication(4, { on: '2026-05-18', title: 'Museos', state: 'published' }),
]

const days = finish(daySteps(may))

describe('the plan by day and by week', () => {
  it('groups by day, each day by title, and puts all in order', () => {
    expect(days.get(d('2026-05-17'))?.map(({ title }) => title)).toEqual(['Contra la Homofobia', 'Internet'])
    expect(inOrder(days).map(({ title }) => title)).toEqual([
      'Trabajo',
      'Contra la Homofobia',
      'Internet',
      'Museos',
    ])
  })

  it('counts each week from Monday to Sunday', () => {
    expect([...byWeek(days)]).toEqual([
      [d('2026-05-11'), 2],
      [d('2026-04-27'), 1],
      [d('2026-05-18'), 1],
    ])
  })

  it('lists the weeks to come with the whole week of the day', () => {
    expect(comingWeeks(days, d('2026-05-17'), 1).map(({ title }) => title)).toEqual([
      'Contra la Homofobia',
      'Internet',
    ])
    expect(comingWeeks(days, d('2026-05-13'), 2)).toHaveLength(3)
  })

  it.each([
    [0, 8, 0],
    [1, 8, 1],
    [1, 1, 4],
    [3, 8, 2],
    [8, 8, 4],
    [0, 0, 0],
  ])('%i of at most %i is as full as %i', (count, fullest, level) => {
    expect(densityOf(count, fullest)).toBe(level)
  })
})

describe('searching the plan', () => {
  it('finds by every word, without accents or case, in title, note and hashtags', () => {
    expect(matching(may, 'SALUDO trabajo', new Set()).map(({ title }) => title)).toEqual(['Trabajo'])
    expect(matching(may, '#17m', new Set())).toHaveLength(1)
    expect(matching(may, 'nadie', new Set())).toEqual([])
  })

  it('keeps the states that were chosen', () => {
    expect(matching(may, '', new Set(['published'])).map(({ title }) => title)).toEqual(['Museos'])
  })

  it('stands on the next entry from a day, or on the last one', () => {
    const ordered = inOrder(days)
    expect(nearestIndex(ordered, d('2026-05-02'))).toBe(1)
    expect(nearestIndex(ordered, d('2026-12-31'))).toBe(3)
    expect(nearestIndex([], d('2026-12-31'))).toBe(-1)
  })
})

describe('the keys from day to day', () => {
  it.each([
    ['ArrowRight', 'mes', '2027-01-01'],
    ['ArrowLeft', 'mes', '2026-12-30'],
    ['ArrowDown', 'anio', '2027-01-07'],
    ['ArrowUp', 'semana', '2026-12-24'],
    ['PageDown', 'mes', '2027-01-31'],
    ['PageUp', 'mes', '2026-11-30'],
    ['PageDown', 'anio', '2027-12-31'],
    ['PageUp', 'semana', '2026-12-24'],
    ['Home', 'mes', '2026-12-28'],
    ['End', 'mes', '2027-01-03'],
  ] as const)('%s in %s goes to %s', (key, mode, to) => {
    expect(dayAfterKey(d('2026-12-31'), key, mode)).toBe(to)
  })

  it('leads nowhere with any other key', () => {
    expect(dayAfterKey(d('2026-12-31'), 'x', 'mes')).toBeNull()
  })

  it('keeps to the end of shorter months and years', () => {
    expect(stepPeriod(d('2028-02-29'), 'anio', 1)).toBe('2029-02-28')
    expect(sameDayOf(2027, d('2028-02-29'))).toBe('2027-02-28')
  })
})
