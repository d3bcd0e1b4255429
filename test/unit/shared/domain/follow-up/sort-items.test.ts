import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCalendar } from '../../../../../shared/domain/calendar'
import { type ItemSort, partiesText, recordOf, sortItems } from '../../../../../shared/domain/follow-up'
import { isoDate } from '../../../../../shared/lib/iso-date'
import { makeItem, makeParty } from '../../../../helpers/make-item'

const context = { calendar: makeCalendar([]), today: isoDate('2017-11-15'), sessionDates: [] }
const collator = new Intl.Collator('es-MX', { numeric: true, sensitivity: 'base' })
const titles = ['Árbol', 'arbol', 'Ñandú', 'nube', 'oficio 10', 'oficio 9', 'zona']
const areas = ['UNICOM', 'unicom', 'Área 2', 'Área 10']

const records = fc
  .array(fc.record({ title: fc.constantFrom(...titles), area: fc.constantFrom(...areas) }), { maxLength: 30 })
  .chain((parts) =>
    fc.shuffledSubarray(
      parts.map((part, n) => ({ ...part, n: n * 37 })),
      { minLength: parts.length },
    ),
  )
  .map((parts) =>
    parts.map(({ title, area, n }) => {
      const code = `SEG-2017-${n}`
      return recordOf(makeItem(n + 1, { code, title, responsible: [makeParty(area)] }), [], context)
    }),
  )

describe('sortItems', () => {
  it('orders texts as the alphabet does, and equal ones by code, in either direction', () => {
    const by = fc.constantFrom<ItemSort['by']>('title', 'responsible', 'code')
    fc.assert(
      fc.property(records, by, fc.boolean(), (given, column, descending) => {
        const textOf = (record: (typeof given)[number]) =>
          column === 'title'
            ? record.item.title
            : column === 'code'
              ? record.item.code
              : partiesText(record.item.responsible)
        const sign = descending ? -1 : 1
        const expected = [...given].sort(
          (a, b) =>
            sign * collator.compare(textOf(a), textOf(b)) || collator.compare(a.item.code, b.item.code),
        )
        expect(sortItems(given, { by: column, descending })).toEqual(expected)
      }),
    )
  })
})
