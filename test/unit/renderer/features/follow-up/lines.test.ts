import { describe, expect, it } from 'vitest'
import { chipsOf, toggled } from '../../../../../renderer/features/follow-up/filter-chips'
import { lineOf, linesOf, recordsOf, stepLine } from '../../../../../renderer/features/follow-up/lines'
import { makeCalendar } from '../../../../../shared/domain/calendar'
import { NO_FILTER, recordOf } from '../../../../../shared/domain/follow-up'
import { isoDate } from '../../../../../shared/lib/iso-date'
import { stepMonth, weeksOf } from '../../../../../shared/lib/month'
import { makeItem, makeParty } from '../../../../helpers/make-item'

const context = { calendar: makeCalendar([]), today: isoDate('2017-11-15'), sessionDates: [] }
const names = { sessionName: () => 'sesión' }
const shared = makeItem(1, { responsible: [makeParty('UNICOM'), makeParty('CNCS')] })
const single = makeItem(2, { responsible: [makeParty('UNICOM')] })
const records = [shared, single].map((item) => recordOf(item, [], context))

describe('the lines of the list', () => {
  const lines = linesOf(records, 'responsible', names)

  it('puts an item under each of its áreas, each line with its own key', () => {
    expect(lines.map((line) => (line.kind === 'heading' ? line.label : line.record.item.code))).toEqual([
      'CNCS',
      shared.code,
      'UNICOM',
      shared.code,
      single.code,
    ])
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length)
  })

  it('gives its items in their order, each once, for a copy of the table', () => {
    expect(recordsOf(lines).map(({ item }) => item.code)).toEqual([shared.code, single.code])
  })

  it('steps from item to item over headings, and stops at the ends', () => {
    const first = stepLine(lines, null, 1)
    const second = stepLine(lines, first?.key ?? null, 1)
    expect(first?.record.item.code).toBe(shared.code)
    expect(second?.key).not.toBe(first?.key)
    expect(second?.record.item.code).toBe(shared.code)
    expect(stepLine(lines, null, Number.POSITIVE_INFINITY)?.record.item.code).toBe(single.code)
    expect(stepLine(lines, second?.key ?? null, Number.NEGATIVE_INFINITY)?.key).toBe(first?.key)
    expect(stepLine([], null, 1)).toBeNull()
  })

  it('finds an item again when the grouping changes', () => {
    const flat = linesOf(records, 'none', names)
    expect(lineOf(lines, single.id, single.id)?.record.item.code).toBe(single.code)
    expect(lineOf(flat, 'unicom/gone', shared.id)?.key).toBe(shared.id)
    expect(lineOf(flat, 'x', 'y')).toBeNull()
  })
})

describe('the chips of a filter', () => {
  it('has one for each condition, and each takes off only its own', () => {
    const filter = {
      ...NO_FILTER,
      text: 'portal',
      states: ['pending', 'in-progress'],
      urgencies: ['overdue'],
      parties: ['UNICOM'],
      tags: ['Portal'],
      dueUntil: isoDate('2017-11-15'),
    } as const
    const chips = chipsOf(filter, () => '')
    expect(chips.map(({ label }) => label)).toEqual([
      'Estado: pendiente',
      'Estado: en proceso',
      'Vencidos',
      'Área: UNICOM',
      'Etiqueta: Portal',
      'Vence hasta mié 15 nov 2017',
    ])
    expect(chips[0]?.without).toEqual({ ...filter, states: ['in-progress'] })
    expect(chips.at(-1)?.without).toEqual({ ...filter, dueUntil: null })
    expect(chipsOf({ ...NO_FILTER, text: 'portal' }, () => '')).toEqual([])
  })

  it('toggles a value in a list', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
    expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
  })
})

describe('the months of the calendar', () => {
  it('starts weeks on Monday and leaves the days of other months out', () => {
    const weeks = weeksOf({ year: 2017, month: 11 })
    expect(weeks).toHaveLength(5)
    expect(weeks[0]).toEqual([
      null,
      null,
      '2017-11-01',
      '2017-11-02',
      '2017-11-03',
      '2017-11-04',
      '2017-11-05',
    ])
    expect(weeks.at(-1)?.slice(3)).toEqual(['2017-11-30', null, null, null])
    expect(weeksOf({ year: 2021, month: 2 })).toHaveLength(4)
  })

  it('goes over the ends of the year', () => {
    expect(stepMonth({ year: 2017, month: 12 }, 1)).toEqual({ year: 2018, month: 1 })
    expect(stepMonth({ year: 2017, month: 1 }, -1)).toEqual({ year: 2016, month: 12 })
  })
})
