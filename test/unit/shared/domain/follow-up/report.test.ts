import { describe, expect, it } from 'vitest'
import { makeCalendar } from '../../../../../shared/domain/calendar'
import { deadlineFromWording } from '../../../../../shared/domain/deadlines'
import {
  addedSentence,
  countsSentence,
  eventSentence,
  followUpReport,
  type ItemStory,
  lineStatus,
  overdueSentence,
  type ReportPeriod,
  reportCounts,
} from '../../../../../shared/domain/follow-up'
import { sessionIdSchema } from '../../../../../shared/domain/sessions'
import { isoDate } from '../../../../../shared/lib/iso-date'
import { exampleStories } from '../../../../helpers/example-follow-up'
import { makeItem, makeItemEvent } from '../../../../helpers/make-item'
import { testId } from '../../../../helpers/make-session'

const opens = sessionIdSchema.parse(testId(1))
const receives = sessionIdSchema.parse(testId(2))
const period: ReportPeriod = {
  from: { date: isoDate('2017-08-30'), sessionId: opens },
  until: { date: isoDate('2017-11-15'), sessionId: receives },
}
const context = {
  calendar: makeCalendar([]),
  today: isoDate('2017-11-15'),
  sessionDates: [isoDate('2017-11-15')],
}

const saidIn = (sessionId: string) => ({ source: { kind: 'sesion', reference: '', sessionId, factId: null } })
const bornIn = (sessionId: string) => ({
  kind: 'session',
  sessionId,
  factId: null,
  pointId: null,
  pointNumber: null,
})
const to = (state: string) => ({ kind: 'state', to: state }) as const

function report(...stories: readonly ItemStory[]) {
  return followUpReport(stories, period, context)
}

function codes(lines: readonly { readonly item: { readonly code: string } }[]): readonly string[] {
  return lines.map(({ item }) => item.code.slice(-1))
}

describe('the report of the example (000, point 3; domain §1.7)', () => {
  const example = exampleStories()
  const received = followUpReport(example.stories, example.period, example.context)

  it('says 6 pending at the start, 3 fulfilled and 3 still pending: parts of one whole', () => {
    expect(reportCounts(received)).toEqual({
      pendingAtStart: 6,
      fulfilled: 3,
      endedOtherwise: 0,
      remaining: 3,
      added: 0,
      addedClosed: 0,
      overdue: 1,
      pendingAtEnd: 3,
    })
    expect(countsSentence(received)).toBe(
      'Después de la sesión del 30 de agosto de 2017 quedaron pendientes 6 puntos, de los cuales 3 ya se cumplieron y 3 siguen pendientes.',
    )
    expect(overdueSentence(received)).toBe('De los que siguen pendientes, 1 rebasó su plazo.')
    expect(addedSentence(received)).toBe('')
  })

  it('details exactly the three that remain: Datos Abiertos late, Publicidad Oficial due that day', () => {
    expect(received.remaining.map((line) => [line.item.responsible[0]?.name, lineStatus(line)])).toEqual([
      ['UTTyPDP', 'pendiente, venció el 31 de octubre de 2017'],
      ['UNICOM', 'pendiente, sin fecha límite'],
      ['UNICOM', 'pendiente, vence el 15 de noviembre de 2017'],
    ])
    expect(received.remaining.map(({ news, reported }) => [news.length, reported.length])).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ])
    expect(received.fulfilled.every(({ item }) => item.responsible.length === 0)).toBe(true)
  })

  it('had six pending and nothing new the day after they were agreed', () => {
    const early = followUpReport(
      example.stories,
      { ...example.period, until: { date: isoDate('2017-08-31'), sessionId: null } },
      example.context,
    )
    expect(reportCounts(early)).toMatchObject({ pendingAtStart: 6, fulfilled: 0, remaining: 6, overdue: 0 })
    expect(early.remaining.flatMap(({ news }) => news)).toEqual([])
  })
})

describe('what belongs to a period', () => {
  it('leaves to the next report what is agreed and said in the session that receives this one', () => {
    const [old, fresh] = [makeItem(1), makeItem(2, { openedOn: '2017-11-15', origin: bornIn(receives) })]
    const said = makeItemEvent(old, 1, '2017-11-15', to('fulfilled'), saidIn(receives))
    expect(reportCounts(report({ item: old, events: [said] }, { item: fresh, events: [] }))).toMatchObject({
      pendingAtStart: 1,
      remaining: 1,
      added: 0,
    })
    const next = followUpReport(
      [
        { item: old, events: [said] },
        { item: fresh, events: [] },
      ],
      { from: period.until, until: { date: isoDate('2018-02-01'), sessionId: null } },
      context,
    )
    expect(codes(next.pendingAtStart)).toEqual(['2'])
    expect(codes(next.closedAtStart)).toEqual(['1'])
  })

  it('counts what the session that opens it agreed as pending at the start', () => {
    const item = makeItem(1, { openedOn: '2017-08-30', origin: bornIn(opens) })
    expect(codes(report({ item, events: [] }).pendingAtStart)).toEqual(['1'])
  })

  it('tells apart what was told before and what is new, and forgets what was taken back', () => {
    const item = makeItem(1)
    const told = makeItemEvent(item, 1, '2017-08-30', { kind: 'progress' }, { note: 'Se dijo antes' })
    const wrong = makeItemEvent(item, 2, '2017-09-10', to('fulfilled'))
    const mended = makeItemEvent(item, 3, '2017-09-11', { kind: 'void', targetId: wrong.id })
    const news = makeItemEvent(item, 4, '2017-10-01', { kind: 'progress' }, { note: 'Es nuevo' })
    const [line] = report({ item, events: [told, wrong, mended, news] }).remaining
    expect([line?.reported.map(({ note }) => note), line?.news.map(({ note }) => note)]).toEqual([
      ['Se dijo antes'],
      ['Es nuevo'],
    ])
  })

  it('places every item: fulfilled, ended otherwise, opened again, added, closed long ago', () => {
    const item = (n: number, changes = {}) => makeItem(n, { openedOn: '2017-06-21', ...changes })
    const story = (n: number, ...states: readonly (readonly [string, string])[]) => ({
      item: item(n),
      events: states.map(([on, state], index) => makeItemEvent(item(n), index + 1, on, to(state))),
    })
    const added = (n: number) => item(n, { openedOn: '2017-09-20' })
    const made = report(
      story(1, ['2017-10-01', 'fulfilled']),
      story(2, ['2017-10-01', 'moot']),
      story(3, ['2017-07-01', 'fulfilled'], ['2017-10-01', 'pending']),
      story(4, ['2017-07-01', 'fulfilled']),
      story(5, ['2017-10-01', 'in-progress']),
      { item: added(6), events: [] },
      { item: added(7), events: [makeItemEvent(added(7), 1, '2017-10-01', to('fulfilled'))] },
      { item: item(8, { openedOn: '2017-11-16' }), events: [] },
    )
    expect(codes(made.pendingAtStart)).toEqual(['1', '2', '3', '5'])
    expect([codes(made.fulfilled), codes(made.endedOtherwise), codes(made.remaining)]).toEqual([
      ['1'],
      ['2'],
      ['3', '5'],
    ])
    expect([codes(made.added), codes(made.addedClosed), codes(made.closedAtStart)]).toEqual([
      ['6', '7'],
      ['7'],
      [],
    ])
    expect(reportCounts(made)).toMatchObject({ pendingAtEnd: 3 })
    expect(countsSentence(made)).toBe(
      'Después de la sesión del 30 de agosto de 2017 quedaron pendientes 4 puntos, de los cuales 1 ya se cumplió, 1 se canceló o quedó sin materia y 2 siguen pendientes.',
    )
    expect(addedSentence(made)).toBe('En el periodo se agregaron 2 puntos, de los cuales 1 ya se atendió.')
  })

  it('agrees in number', () => {
    const one = { item: makeItem(1), events: [] }
    expect(countsSentence(report(one))).toBe(
      'Después de la sesión del 30 de agosto de 2017 quedó pendiente 1 punto, que sigue pendiente.',
    )
    expect(countsSentence(report())).toBe(
      'Después de la sesión del 30 de agosto de 2017 no quedaron puntos pendientes.',
    )
    const between = followUpReport(
      [one],
      { ...period, from: { date: isoDate('2017-09-01'), sessionId: null } },
      context,
    )
    expect(countsSentence(between)).toMatch(/^Al 1 de septiembre de 2017 quedó pendiente/)
    expect(addedSentence(report({ item: makeItem(1, { openedOn: '2017-09-20' }), events: [] }))).toBe(
      'En el periodo se agregó 1 punto.',
    )
  })

  it('tells each event with its date, its author and its proof', () => {
    const item = makeItem(1, { deadline: deadlineFromWording('a finales de octubre', isoDate('2017-08-30')) })
    const told = (body: Parameters<typeof makeItemEvent>[3], changes = {}) =>
      eventSentence(makeItemEvent(item, 1, '2017-10-02', body, changes))
    expect(told(to('in-progress'), { note: 'se revisa el proyecto.' })).toBe(
      '2 de octubre de 2017, Secretaría Técnica: En proceso. Se revisa el proyecto (oficio OF/1).',
    )
    expect(told({ kind: 'extension', due: '2017-12-15', grantedBy: 'la Presidencia' })).toBe(
      '2 de octubre de 2017, Secretaría Técnica: Prórroga al 15 de diciembre de 2017, concedida por la Presidencia (oficio OF/1).',
    )
    expect(told({ kind: 'progress' }, { note: 'Listo', ...saidIn(opens) })).toBe(
      '2 de octubre de 2017, Secretaría Técnica: Listo (sesión).',
    )
  })
})
