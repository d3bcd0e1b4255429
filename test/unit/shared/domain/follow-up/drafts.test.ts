import { describe, expect, it } from 'vitest'
import { deadlineFromWording } from '../../../../../shared/domain/deadlines'
import {
  CodeCounter,
  draftOfItem,
  type EventDraft,
  type EventDraftBody,
  type ItemDraft,
  type ItemEvent,
  itemChanges,
  PartyFinder,
  readEvent,
  readItem,
} from '../../../../../shared/domain/follow-up'
import { personIdSchema, seatIdSchema } from '../../../../../shared/domain/people'
import { isoDate } from '../../../../../shared/lib/iso-date'
import { makeItem, makeItemDraft, makeItemEvent, makeParty } from '../../../../helpers/make-item'
import { testId } from '../../../../helpers/make-session'

const free = () => false
const octoberEnd = deadlineFromWording('a finales del mes de octubre', isoDate('2017-08-30'))

describe('typed items', () => {
  it('come back as they were from the form', () => {
    const item = makeItem(3, { tags: ['portal'], supporting: [makeParty('UTVOPL')], deadline: octoberEnd })
    const read = readItem(draftOfItem(item), free)
    expect(read.ok && { id: item.id, bodyId: item.bodyId, ...read.value }).toEqual(item)
  })

  it('are cleaned: spaces, blank and repeated names, repeated tags', () => {
    const draft = makeItemDraft({
      title: '  Abrir la sección ',
      responsible: [makeParty('UNICOM'), makeParty('unicom '), { ...makeParty('x'), name: ' ' }],
      tags: ['Portal', 'portal', ' '],
    })
    expect(readItem(draft, free)).toMatchObject({
      ok: true,
      value: { title: 'Abrir la sección', responsible: [makeParty('UNICOM')], tags: ['Portal'] },
    })
  })

  const refusals: readonly (readonly [string, Partial<ItemDraft>, string])[] = [
    ['no title', { title: ' ' }, 'title'],
    ['no owner', { responsible: [] }, 'responsible'],
    ['an owner without name', { responsible: [{ ...makeParty('x'), name: ' ' }] }, 'responsible'],
    ['a date that does not exist', { openedOn: '2017-02-29' }, 'openedOn'],
    ['no date', { openedOn: '' }, 'openedOn'],
    [
      'a deadline before its start',
      { deadline: { ...octoberEnd, start: { ...octoberEnd.start, date: isoDate('2017-11-01') } } },
      'deadline',
    ],
    [
      'a deadline before it was agreed',
      { openedOn: '2017-11-15', deadline: { ...octoberEnd, start: { ...octoberEnd.start, date: null } } },
      'deadline',
    ],
    ['a code that another has', { code: 'taken' }, 'code'],
    ['a title too long', { title: 'x'.repeat(301) }, 'title'],
    ['a tag too long', { tags: ['x'.repeat(41)] }, 'tags'],
    ['too many tags', { tags: Array.from({ length: 21 }, (_, n) => `t${n}`) }, 'tags'],
    [
      'a name too long',
      { supporting: [makeParty('x'.repeat(200)), { ...makeParty('x'), name: 'x'.repeat(201) }] },
      'supporting',
    ],
  ]
  it.each(refusals)('are refused with %s', (_, changes, field) => {
    const read = readItem(makeItemDraft(changes), (code) => code === 'taken')
    expect(!read.ok && read.error.map((problem) => problem.field)).toEqual([field])
    expect(!read.ok && read.error[0]?.message).toMatch(/^«?[\p{Lu}x].*\.$/u)
  })

  it('tell in words what changed', () => {
    const item = makeItem(1)
    const after = { ...item, title: 'Otro título', responsible: [makeParty('UTTyPDP')], deadline: octoberEnd }
    expect(itemChanges(item, after)).toEqual([
      { field: 'título', before: 'Asunto 1', after: 'Otro título' },
      { field: 'responsables', before: 'UNICOM', after: 'UTTyPDP' },
      { field: 'plazo', before: 'sin fecha', after: 'fin de octubre de 2017' },
      { field: 'redacción del plazo', before: '', after: 'a finales del mes de octubre' },
    ])
    expect(itemChanges(item, item)).toEqual([])
  })

  it('get codes one after another, skipping those typed by hand', () => {
    const codes = new CodeCounter(['SEG-2017-002', 'seg-2017-4', 'INE/CGyPE/003/2021', 'SEG-2018-001'])
    expect([codes.next(2017), codes.next(2017), codes.next(2018), codes.next(2019)]).toEqual([
      'SEG-2017-005',
      'SEG-2017-006',
      'SEG-2018-002',
      'SEG-2019-001',
    ])
    expect(codes.has('ine/cgype/003/2021')).toBe(true)
    codes.take('SEG-2019-002')
    expect(codes.next(2019)).toBe('SEG-2019-003')
  })
})

describe('names of áreas and people', () => {
  const seat = (n: number, name: string, acronym: string) => ({
    id: seatIdSchema.parse(testId(n)),
    name,
    acronym,
  })
  const finder = new PartyFinder({
    seats: [
      seat(1, 'Unidad Técnica de Transparencia y Protección de Datos Personales', 'UTTyPDP'),
      seat(2, 'Unidad Técnica de Servicios de Informática', 'UNICOM'),
    ],
    persons: [{ id: personIdSchema.parse(testId(9)), fullName: 'Cecilia Azuara Arai', shortName: 'Azuara' }],
  })
  const namesOf = (text: string) => finder.parties(text).map(({ name }) => name)

  it('are found by acronym, by name and by short name, however they are written', () => {
    expect(finder.party(' unicom')).toEqual({ name: 'unicom', seatId: testId(2), personId: null })
    expect(finder.party('unidad tecnica de servicios de informatica').seatId).toBe(testId(2))
    expect(finder.party('AZUARA').personId).toBe(testId(9))
    expect(finder.party('INAI')).toEqual({ name: 'INAI', seatId: null, personId: null })
  })

  it('are separated without cutting a name that has an «y» or a comma list', () => {
    expect(namesOf('UTTyPDP, UNICOM y DEPPP')).toEqual(['UTTyPDP', 'UNICOM', 'DEPPP'])
    expect(namesOf('Unidad Técnica de Transparencia y Protección de Datos Personales; UNICOM')).toHaveLength(
      2,
    )
    expect(namesOf('áreas que validan y publican tableros')).toEqual([
      'áreas que validan y publican tableros',
    ])
    expect(namesOf(' ; ')).toEqual([])
  })
})

describe('typed events', () => {
  const item = makeItem(1, { deadline: octoberEnd })
  const today = isoDate('2017-11-15')
  const due = { kind: 'date', due: isoDate('2017-10-31'), time: null } as const
  const source = { kind: 'oficio', reference: 'OF/1', sessionId: null, factId: null } as const
  const done = makeItemEvent(item, 1, '2017-10-01', { kind: 'state', to: 'fulfilled' })
  const edited = makeItemEvent(item, 2, '2017-10-02', {
    kind: 'edited',
    changes: [{ field: 'título', before: 'a', after: 'b' }],
  })
  const read = (body: EventDraftBody, changes: Partial<EventDraft> = {}, events: readonly ItemEvent[] = []) =>
    readEvent(
      { on: '2017-10-15', author: 'UNICOM', source, body, note: '', evidence: [], ...changes },
      { item, events, due, today },
    )
  const state = (to: 'fulfilled' | 'in-progress' | 'pending') => ({ kind: 'state', to }) as const

  it('are read with their date, author and source', () => {
    expect(read(state('fulfilled'), { author: ' UNICOM ', note: ' Listo. ' })).toEqual({
      ok: true,
      value: {
        on: '2017-10-15',
        author: 'UNICOM',
        source,
        body: { kind: 'state', to: 'fulfilled' },
        note: 'Listo.',
        evidence: [],
      },
    })
    expect(read({ kind: 'extension', due: '2017-12-15', grantedBy: 'Presidencia' })).toMatchObject({
      ok: true,
    })
    expect(read({ kind: 'void', targetId: done.id }, {}, [done])).toMatchObject({ ok: true })
  })

  const refusals: readonly (readonly [string, string, ReturnType<typeof read>])[] = [
    ['a date that does not exist', 'on', read(state('fulfilled'), { on: '2017-02-30' })],
    ['a date to come', 'on', read(state('fulfilled'), { on: '2017-11-16' })],
    ['a date before it was agreed', 'on', read(state('fulfilled'), { on: '2017-08-29' })],
    ['nobody who says so', 'author', read(state('fulfilled'), { author: ' ' })],
    ['no source', 'source', read(state('fulfilled'), { source: { ...source, kind: 'otro', reference: '' } })],
    ['the state that it was in', 'state', read(state('pending'))],
    ['the state that it was in that day', 'state', read(state('fulfilled'), {}, [done])],
    ['progress without words', 'note', read({ kind: 'progress' })],
    [
      'an extension that nobody granted',
      'grantedBy',
      read({ kind: 'extension', due: '2017-12-15', grantedBy: '' }),
    ],
    [
      'an extension to an earlier day',
      'due',
      read({ kind: 'extension', due: '2017-10-31', grantedBy: 'Presidencia' }),
    ],
    [
      'an extension to no day',
      'due',
      read({ kind: 'extension', due: '2017-11-31', grantedBy: 'Presidencia' }),
    ],
    [
      'an extension of what was over',
      'on',
      read({ kind: 'extension', due: '2017-12-15', grantedBy: 'Presidencia' }, {}, [done]),
    ],
    ['the start of what has no start', 'date', read({ kind: 'start', date: '2017-10-01', time: null })],
    ['a delivery of what is not periodic', 'state', read({ kind: 'delivery', period: '' })],
    ['the end of an event unknown', 'target', read({ kind: 'void', targetId: edited.id })],
    [
      'the end of a change of data',
      'target',
      read({ kind: 'void', targetId: edited.id }, {}, [done, edited]),
    ],
    [
      'the end of what was taken back',
      'target',
      read({ kind: 'void', targetId: done.id }, {}, [
        done,
        makeItemEvent(item, 3, '2017-10-03', { kind: 'void', targetId: done.id }),
      ]),
    ],
  ]
  it.each(refusals)('are refused with %s', (_, field, result) => {
    expect(!result.ok && result.error.map((problem) => problem.field)).toEqual([field])
  })
})
