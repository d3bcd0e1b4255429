import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCalendar } from '../../../../../shared/domain/calendar'
import {
  compareCodes,
  countItems,
  filterItems,
  ITEM_STATES,
  type ItemFilter,
  ItemIndex,
  type ItemRecord,
  type ItemSort,
  itemSortSchema,
  NO_FILTER,
  prioritySchema,
  recordOf,
  sortItems,
  urgencyKindSchema,
} from '../../../../../shared/domain/follow-up'
import { isoDate } from '../../../../../shared/lib/iso-date'
import { finish } from '../../../../../shared/lib/steps'
import { makeItem, makeItemEvent, makeParty } from '../../../../helpers/make-item'
import { testId } from '../../../../helpers/make-session'

const context = { calendar: makeCalendar([]), today: isoDate('2017-11-15'), sessionDates: [] }
const TITLES = ['Árbol', 'arbol', 'Ñandú', 'nube', 'oficio 10', 'oficio 9', 'Zona de México']
const AREAS = ['UNICOM', 'unicom', 'Área 2', 'Área 10']
const TAGS = ['Portal', 'portal', 'redes']
const DAYS = ['2017-08-30', '2017-11-14', '2017-11-15', '2017-11-17', '2018-03-01']
const WORDS = ['', 'a', 'ar', 'árb', 'of', 'ofi 1', 'zona', 'zona mex', 'ñ', 'x', 'unicom 10', 'segunda']

const state = fc.constantFrom(...ITEM_STATES)
const day = fc.constantFrom(...DAYS)
const area = fc.constantFrom(...AREAS)
const tag = fc.constantFrom(...TAGS)
const priority = fc.constantFrom(...prioritySchema.options)

const parts = fc.record({
  title: fc.constantFrom(...TITLES),
  responsible: fc.array(area, { maxLength: 2 }),
  supporting: fc.array(area, { maxLength: 1 }),
  tags: fc.uniqueArray(tag, { maxLength: 2 }),
  priority,
  due: fc.option(day),
  openedOn: day,
  state: fc.option(fc.tuple(state, day)),
  fromSession: fc.boolean(),
})

function recordFrom(part: typeof parts extends fc.Arbitrary<infer T> ? T : never, n: number): ItemRecord {
  const { title, tags, openedOn } = part
  const item = makeItem(n + 1, {
    // Some codes are equal but for their case, and their numbers do not all have as many digits.
    code: `${n % 3 === 0 ? 'seg' : 'SEG'}-${(n >> 1) * 37}`,
    title,
    tags,
    openedOn,
    priority: part.priority,
    responsible: part.responsible.map(makeParty),
    supporting: part.supporting.map(makeParty),
    deadline: {
      term: part.due === null ? { kind: 'none' } : { kind: 'fixed-date', date: part.due },
      start: { event: 'approval', date: openedOn, time: null },
      wording: '',
    },
    origin: part.fromSession
      ? { kind: 'session', sessionId: testId(7), factId: null, pointId: null, pointNumber: null }
      : { kind: 'manual', note: '' },
  })
  const told = part.state && makeItemEvent(item, 1, part.state[1], { kind: 'state', to: part.state[0] })
  return recordOf(item, told ? [told] : [], context)
}

const records = fc
  .array(parts, { maxLength: 25 })
  .map((made): readonly ItemRecord[] => made.map(recordFrom).sort(compareCodes))

const sorts: fc.Arbitrary<ItemSort> = fc.record({
  by: fc.constantFrom(...itemSortSchema.unwrap().shape.by.options),
  descending: fc.boolean(),
})

const seldom = <T>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 2 })
const some = <T>(values: fc.Arbitrary<T>) => fc.uniqueArray(values, { maxLength: 2 })

const filters = fc
  .record({
    text: fc.constantFrom(...WORDS),
    states: some(state),
    urgencies: some(fc.constantFrom(...urgencyKindSchema.options)),
    parties: fc.uniqueArray(area, { maxLength: 1 }),
    asResponsibleOnly: fc.boolean(),
    priorities: some(priority),
    tags: fc.uniqueArray(tag, { maxLength: 1 }),
    sessionId: fc.option(fc.constant(testId(7)), { freq: 2 }),
    dueFrom: seldom(day),
    dueUntil: seldom(day),
    changedSince: seldom(day),
  })
  .map((filter) => filter as unknown as ItemFilter)

/** One filter after the other, and texts typed letter by letter, as somebody uses the list. */
const uses = fc.array(
  fc.oneof(
    fc.tuple(filters, sorts),
    fc.tuple(
      fc.constantFrom(...WORDS).map((text): ItemFilter => ({ ...NO_FILTER, text })),
      fc.constant<ItemSort>({ by: 'due', descending: false }),
    ),
  ),
  { minLength: 1, maxLength: 8 },
)

const codes = (list: readonly ItemRecord[]) => list.map(({ item }) => item.id)

describe('the index of items', () => {
  it('lists what filtering and sorting every item would, whatever was listed before', () => {
    fc.assert(
      fc.property(records, uses, fc.boolean(), (given, asked, isPrepared) => {
        const index = new ItemIndex(given)
        if (isPrepared) finish(index.prepareSteps())
        for (const [filter, sort] of asked) {
          expect(codes(index.list(filter, sort))).toEqual(codes(filterItems(sortItems(given, sort), filter)))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('lists the same letter by letter, as words are typed and taken back', () => {
    const typed = fc.constantFrom('zona de mex', 'oficio 10', 'arbol uni', 'ñandu')
    fc.assert(
      fc.property(records, filters, sorts, typed, (given, filter, sort, text) => {
        const index = new ItemIndex(given)
        const lengths = [...Array(text.length + 1).keys(), ...[...Array(text.length).keys()].reverse()]
        for (const length of lengths) {
          const asked = { ...filter, text: text.slice(0, length) }
          expect(codes(index.list(asked, sort))).toEqual(codes(filterItems(sortItems(given, sort), asked)))
        }
      }),
    )
  })

  it('made after another one it lists the same, with items that came, went or changed', () => {
    fc.assert(
      fc.property(records, records, sorts, (before, now, sort) => {
        const earlier = new ItemIndex(before)
        finish(earlier.prepareSteps())
        earlier.list(NO_FILTER, sort)
        const index = new ItemIndex(now, earlier)
        expect(codes(index.list(NO_FILTER, sort))).toEqual(codes(sortItems(now, sort)))
        finish(index.prepareSteps())
        const byTitle = { by: 'title', descending: true } as const
        expect(codes(index.list(NO_FILTER, byTitle))).toEqual(codes(sortItems(now, byTitle)))
      }),
    )
  })

  it('counts, and gives the very same list while the same is asked for', () => {
    const given = [1, 2, 3].map((n) => recordOf(makeItem(n), [], context))
    const index = new ItemIndex(given)
    expect(index.counts).toEqual(countItems(given))
    const sort = { by: 'due', descending: false } as const
    const first = index.list({ ...NO_FILTER, states: ['pending'] }, sort)
    expect(index.list({ ...NO_FILTER, states: ['pending'] }, { ...sort })).toBe(first)
    expect(index.list({ ...NO_FILTER, states: ['moot'] }, sort)).toEqual([])
  })
})
