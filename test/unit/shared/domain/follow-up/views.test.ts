import { describe, expect, it } from 'vitest'
import { makeCalendar } from '../../../../../shared/domain/calendar'
import { deadlineFromWording } from '../../../../../shared/domain/deadlines'
import {
  countItems,
  filterItems,
  type Grouping,
  groupItems,
  type Item,
  type ItemEvent,
  type ItemFilter,
  type ItemSort,
  NO_FILTER,
  recordOf,
  sortItems,
} from '../../../../../shared/domain/follow-up'
import { sessionIdSchema } from '../../../../../shared/domain/sessions'
import { isoDate } from '../../../../../shared/lib/iso-date'
import { makeItem, makeItemEvent, makeParty } from '../../../../helpers/make-item'
import { testId } from '../../../../helpers/make-session'

const context = { calendar: makeCalendar([]), today: isoDate('2017-11-15'), sessionDates: [] }
const record = (item: Item, ...events: readonly ItemEvent[]) => recordOf(item, events, context)
const due = (wording: string) => deadlineFromWording(wording, isoDate('2017-08-30'))
const sessionId = sessionIdSchema.parse(testId(5))

const datos = makeItem(1, {
  title: 'Abrir la sección Datos Abiertos',
  deadline: due('a finales del mes de octubre'),
  responsible: [makeParty('UTTyPDP')],
  supporting: [makeParty('UNICOM')],
  tags: ['Portal'],
  origin: { kind: 'session', sessionId, factId: null, pointId: null, pointNumber: 5 },
})
const portal = makeItem(2, { title: 'Retirar el portal', priority: 'high', openedOn: '2017-11-10' })
const sistema = makeItem(10, {
  title: 'Informe de seguridad',
  external: 'INAI',
  deadline: due('para la próxima sesión'),
})
const records = [
  record(
    datos,
    makeItemEvent(datos, 1, '2017-11-14', { kind: 'progress' }, { note: 'Lista para publicarse' }),
  ),
  record(portal),
  record(sistema, makeItemEvent(sistema, 1, '2017-10-01', { kind: 'state', to: 'fulfilled' })),
]

describe('filters', () => {
  const shown = (filter: Partial<ItemFilter>) =>
    filterItems(records, { ...NO_FILTER, ...filter }).map(({ item }) => item.code.slice(-3))

  it.each([
    ['nothing', {}, ['001', '002', '010']],
    ['every word, in any field, without accents', { text: 'SECCION utty' }, ['001']],
    ['words of the story', { text: 'publicarse' }, ['001']],
    ['the external dependency', { text: 'inai' }, ['010']],
    ['states', { states: ['fulfilled', 'moot'] }, ['010']],
    ['urgency', { urgencies: ['overdue'] }, ['001']],
    ['an área, responsible or helping', { parties: ['unicom'] }, ['001', '002', '010']],
    ['an área as responsible', { parties: ['UNICOM'], asResponsibleOnly: true }, ['002', '010']],
    ['priorities', { priorities: ['high'] }, ['002']],
    ['tags', { tags: ['portal'] }, ['001']],
    ['the session it comes from', { sessionId }, ['001']],
    ['due dates', { dueFrom: isoDate('2017-10-01'), dueUntil: isoDate('2017-10-31') }, ['001']],
    ['what changed or came in since a day', { changedSince: isoDate('2017-11-10') }, ['001', '002']],
    ['all at once', { states: ['pending'], parties: ['UNICOM'], priorities: ['low'] }, []],
  ] as const)('by %s', (_, filter, codes) => {
    expect(shown(filter as Partial<ItemFilter>)).toEqual(codes)
  })
})

describe('order and groups', () => {
  const names = { sessionName: () => 'Segunda sesión extraordinaria 2017' }
  const order = (by: ItemSort['by'], descending = false) =>
    sortItems(records, { by, descending }).map(({ item }) => item.code.slice(-3))
  const groups = (grouping: Grouping) =>
    groupItems(records, grouping, names).map(({ label, records: inside }) => [label, inside.length])

  it('sorts by each column, without a date last, numbers in names as numbers', () => {
    expect(order('code', true)).toEqual(['010', '002', '001'])
    expect(order('due')).toEqual(['001', '002', '010'])
    expect(order('title')).toEqual(['001', '010', '002'])
    expect(order('state')).toEqual(['001', '002', '010'])
    expect(order('priority')).toEqual(['002', '001', '010'])
    expect(order('last-update', true)).toEqual(['001', '002', '010'])
    expect(order('responsible')).toEqual(['002', '010', '001'])
  })

  it('groups by state, urgency, área, origin and tag, in an order that makes sense', () => {
    expect(groups('none')).toEqual([['', 3]])
    expect(groups('state')).toEqual([
      ['pendiente', 2],
      ['cumplido', 1],
    ])
    expect(groups('urgency')).toEqual([
      ['Vencidos', 1],
      ['Sin fecha', 1],
      ['Concluidos', 1],
    ])
    expect(groups('responsible')).toEqual([
      ['UNICOM', 2],
      ['UTTyPDP', 1],
    ])
    expect(groups('origin')).toEqual([
      ['Escritos a mano', 2],
      ['Segunda sesión extraordinaria 2017', 1],
    ])
    expect(groups('tag')).toEqual([
      ['Portal', 1],
      ['Sin etiquetas', 2],
    ])
    expect(groups('priority')).toEqual([
      ['Prioridad alta', 1],
      ['Prioridad normal', 2],
    ])
  })

  it('counts by state and urgency', () => {
    expect(countItems(records)).toEqual({
      states: { pending: 2, 'in-progress': 0, fulfilled: 1, cancelled: 0, moot: 0 },
      urgencies: { overdue: 1, today: 0, soon: 0, later: 0, waiting: 0, 'no-date': 1, closed: 1 },
    })
  })
})
