import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCalendar } from '../../../../../shared/domain/calendar'
import { deadlineFromWording } from '../../../../../shared/domain/deadlines'
import {
  dueOf,
  foldItem,
  type ItemEvent,
  type ItemEventBody,
  recordOf,
  revisionOf,
  sessionAfter,
  urgencyText,
} from '../../../../../shared/domain/follow-up'
import { sessionIdSchema } from '../../../../../shared/domain/sessions'
import { isoDate } from '../../../../../shared/lib/iso-date'
import { makeItem, makeItemEvent } from '../../../../helpers/make-item'
import { testId } from '../../../../helpers/make-session'

const item = makeItem(1)
const calendar = makeCalendar([])
const context = { calendar, today: isoDate('2017-11-15'), sessionDates: [] }
const sessionId = sessionIdSchema.parse(testId(5))

function state(seq: number, on: string, to: string) {
  return makeItemEvent(item, seq, on, { kind: 'state', to })
}

describe('how an item stands', () => {
  it('is pending since it was agreed, before any event', () => {
    expect(foldItem(item, [])).toMatchObject({
      state: 'pending',
      since: '2017-08-30',
      isOpen: true,
      lastUpdate: null,
    })
  })

  it('follows the day things happened, not the day they were typed', () => {
    const events = [state(1, '2017-10-20', 'fulfilled'), state(2, '2017-09-15', 'in-progress')]
    expect(foldItem(item, events)).toMatchObject({ state: 'fulfilled', since: '2017-10-20', isOpen: false })
    expect(foldItem(item, events, { date: isoDate('2017-10-01') })).toMatchObject({ state: 'in-progress' })
    expect(foldItem(item, events, { date: isoDate('2017-09-01') }).story).toEqual([])
  })

  it('can be opened again', () => {
    const events = [state(1, '2017-09-15', 'cancelled'), state(2, '2017-10-15', 'pending')]
    expect(foldItem(item, events)).toMatchObject({ state: 'pending', since: '2017-10-15', isOpen: true })
  })

  it('keeps an event taken back in the story and out of the state; taking that back counts it again', () => {
    const done = state(1, '2017-09-15', 'fulfilled')
    const voided = makeItemEvent(item, 2, '2017-09-20', { kind: 'void', targetId: done.id })
    const restored = makeItemEvent(item, 3, '2017-09-21', { kind: 'void', targetId: voided.id })
    expect(foldItem(item, [done, voided])).toMatchObject({ state: 'pending' })
    expect(foldItem(item, [done, voided]).story.map(({ voidedBy }) => voidedBy?.id ?? null)).toEqual([
      voided.id,
      null,
    ])
    expect(foldItem(item, [done, voided, restored])).toMatchObject({ state: 'fulfilled' })
    expect(foldItem(item, [done, voided], { date: isoDate('2017-09-18') })).toMatchObject({
      state: 'fulfilled',
    })
  })

  it('says nothing of a session before it begins', () => {
    const source = { kind: 'sesion', reference: '', sessionId, factId: null }
    const said = makeItemEvent(item, 1, '2017-11-15', { kind: 'state', to: 'fulfilled' }, { source })
    const asOf = (moment: 'begins' | 'ended') => ({
      date: isoDate('2017-11-15'),
      session: { id: sessionId, moment },
    })
    expect(foldItem(item, [said], asOf('begins')).state).toBe('pending')
    expect(foldItem(item, [said], asOf('ended')).state).toBe('fulfilled')
    expect(foldItem(item, [said], { date: isoDate('2017-11-15') }).state).toBe('fulfilled')
  })

  it('does not depend on the order in which the events are read, and never loses one', () => {
    const bodies: fc.Arbitrary<ItemEventBody> = fc.oneof(
      fc
        .constantFrom('pending', 'in-progress', 'fulfilled', 'cancelled', 'moot')
        .map((to) => ({ kind: 'state' as const, to }) as ItemEventBody),
      fc.constant({ kind: 'progress' as const }),
      fc.constant({ kind: 'delivery' as const, period: '' }),
      fc.constant({ kind: 'extension' as const, due: isoDate('2018-01-31'), grantedBy: 'Presidencia' }),
      fc.nat(9).map((n) => ({ kind: 'void' as const, targetId: testId(60_001_000 + n) }) as ItemEventBody),
    )
    const day = fc.integer({ min: 10, max: 28 }).map((n) => `2017-09-${n}`)
    const story = fc.array(fc.tuple(bodies, day), { maxLength: 9 }).chain((drawn) => {
      const events = drawn.map(([body, on], index) => makeItemEvent(item, index + 1, on, body))
      return fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }))
    })
    fc.assert(
      fc.property(story, ([events, shuffled]: [ItemEvent[], ItemEvent[]]) => {
        const standing = foldItem(item, events)
        expect(foldItem(item, shuffled)).toEqual(standing)
        expect(standing.story).toHaveLength(events.length)
        expect(standing.isOpen).toBe(['pending', 'in-progress'].includes(standing.state))
        expect(revisionOf(shuffled)).toBe(events.length)
      }),
      { numRuns: 200 },
    )
  })
})

describe('when an item is due', () => {
  const withDeadline = (wording: string) =>
    makeItem(2, { deadline: deadlineFromWording(wording, isoDate('2017-08-30')) })
  const record = (
    wording: string,
    events: readonly ItemEvent[] = [],
    today = '2017-11-15',
    dates: string[] = [],
  ) =>
    recordOf(withDeadline(wording), events, {
      calendar,
      today: isoDate(today),
      sessionDates: dates.map(isoDate),
    })

  it.each([
    ['2017-10-31', 'vence hoy'],
    ['2017-10-30', 'vence en 1 día hábil'],
    ['2017-10-24', 'vence en 5 días hábiles'],
    ['2017-10-23', 'vence en 6 días hábiles'],
    ['2017-11-01', 'venció hace 1 día hábil'],
    ['2017-11-21', 'venció hace 14 días hábiles'],
  ])('on %s: %s', (today, text) => {
    expect(urgencyText(record('a finales del mes de octubre', [], today).urgency)).toBe(text)
  })

  it('is soon within five working days, and overdue from the day after, even over a weekend', () => {
    expect(record('a finales del mes de octubre', [], '2017-10-24').urgency.kind).toBe('soon')
    expect(record('a finales del mes de octubre', [], '2017-10-23').urgency.kind).toBe('later')
    expect(record('el 10 de noviembre de 2017', [], '2017-11-12').urgency).toEqual({
      kind: 'overdue',
      days: 0,
    })
    expect(urgencyText({ kind: 'overdue', days: 0 })).toBe('vencido')
    expect(urgencyText(record('el 12 de noviembre de 2017', [], '2017-11-11').urgency)).toBe(
      'vence antes del próximo día hábil',
    )
  })

  it('waits for the next session, and is due on the first one after it was agreed', () => {
    const wording = 'para la próxima sesión del Comité'
    expect(record(wording).due).toEqual({ kind: 'waiting', for: 'next-session' })
    expect(
      record(wording, [], '2017-11-15', ['2017-06-21', '2017-08-30', '2018-02-01', '2017-11-15']).due,
    ).toMatchObject({ due: '2017-11-15' })
    expect(sessionAfter([], isoDate('2017-08-30'))).toBeNull()
  })

  it('starts when the event that it waits for happens', () => {
    const asked = withDeadline('dentro de los cinco días hábiles siguientes a su entrada en vigor')
    expect(dueOf(foldItem(asked, []), { calendar, nextSession: null })).toEqual({
      kind: 'waiting',
      for: 'entry-into-force',
    })
    const started = makeItemEvent(asked, 1, '2017-09-14', { kind: 'start', date: '2017-09-14', time: null })
    // The 16th was a Saturday.
    expect(dueOf(foldItem(asked, [started]), { calendar, nextSession: null })).toMatchObject({
      due: '2017-09-21',
    })
  })

  it('moves with an extension, and stops counting once it is closed', () => {
    const asked = withDeadline('a finales del mes de octubre')
    const extended = makeItemEvent(asked, 1, '2017-10-30', {
      kind: 'extension',
      due: '2017-12-15',
      grantedBy: 'Presidencia',
    })
    const closed = makeItemEvent(asked, 2, '2017-12-01', { kind: 'state', to: 'fulfilled' })
    expect(recordOf(asked, [extended], context)).toMatchObject({
      due: { due: '2017-12-15' },
      urgency: { kind: 'later' },
    })
    expect(recordOf(asked, [extended, closed], context).urgency).toEqual({ kind: 'closed' })
  })

  it('moves to the next period with each delivery, whatever extension the last one had', () => {
    const asked = withDeadline('informe semestral')
    const extension = makeItemEvent(asked, 1, '2017-12-20', {
      kind: 'extension',
      due: '2018-01-31',
      grantedBy: 'Presidencia',
    })
    const delivery = makeItemEvent(asked, 2, '2018-01-20', {
      kind: 'delivery',
      period: 'segundo semestre de 2017',
    })
    expect(recordOf(asked, [], context).due).toMatchObject({ due: '2017-12-31' })
    expect(recordOf(asked, [extension], context).due).toMatchObject({ due: '2018-01-31' })
    expect(recordOf(asked, [extension, delivery], context).due).toMatchObject({ due: '2018-06-30' })
  })
})
