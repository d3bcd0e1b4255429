import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCalendar } from '../../../../../shared/domain/calendar'
import { deadlineFromWording } from '../../../../../shared/domain/deadlines'
import {
  countReviewed,
  eventSentence,
  foldItem,
  type Item,
  type ItemEvent,
  isReviewEvent,
  isSilent,
  itemsToReview,
  nextToReview,
  outcomeFor,
  readEvent,
  recordOf,
  reviewedItemOf,
  reviewFact,
  reviewsOfItems,
  revisionOf,
  withReviews,
} from '../../../../../shared/domain/follow-up'
import {
  correctFact,
  effectiveFacts,
  itemReviews,
  type ReviewOutcome,
  redoLast,
  undoLast,
} from '../../../../../shared/domain/sessions'
import { required } from '../../../../../shared/lib/assert'
import { clockTimeSchema, isoDate } from '../../../../../shared/lib/iso-date'
import { Recorder } from '../../../../helpers/committee'
import { makeItem, makeItemEvent } from '../../../../helpers/make-item'
import { makeReview } from '../../../../helpers/make-review'

const TIME = clockTimeSchema.parse('11:40')
const item = makeItem(1)
const other = makeItem(2)
const context = { calendar: makeCalendar([]), today: isoDate('2017-11-15'), sessionDates: [] }

function storyOf(room: Recorder, stored: readonly ItemEvent[] = [], of: Item = item): readonly ItemEvent[] {
  const { session } = room.plan
  return withReviews(stored, reviewsOfItems(room.facts, new Map([[session.id, session]])).get(of.id))
}

function said(room: Recorder, outcome: ReviewOutcome, seq: number, note: string | null = null) {
  return makeReview(room.point(1).id, item, outcome, { note, seq })
}

describe('what a session says of an item', () => {
  it('is nothing for corrections of one another, which a packet may bring', () => {
    const room = new Recorder().open()
    room.do(said(room, 'fulfilled', 1))
    room.keep(undoLast(room.record, TIME, room.effects))
    const undo = required(room.facts.at(-1) ?? null, 'undo')
    if (undo.body.kind !== 'correction') throw new Error('no correction')
    const itself = { ...undo, body: { ...undo.body, targetId: undo.id } }
    expect(reviewedItemOf(itself, new Map([[itself.id, itself]]))).toBeNull()
  })

  it('is an event of its story on the day of the session, which it names', () => {
    const room = new Recorder().open()
    room.do(said(room, 'fulfilled', 1, 'ya está en el portal'))
    const [event] = storyOf(room)
    expect(event).toMatchObject({
      seq: 1,
      on: '2017-11-15',
      author: 'Secretaría Técnica',
      source: { kind: 'sesion', reference: 'primera sesión ordinaria 2017', sessionId: room.plan.session.id },
      body: { kind: 'state', to: 'fulfilled' },
      note: 'ya está en el portal',
    })
    expect(eventSentence(required(event, 'event'))).toBe(
      '15 de noviembre de 2017, Secretaría Técnica: Cumplido. Ya está en el portal (primera sesión ordinaria 2017).',
    )
    expect(foldItem(item, storyOf(room))).toMatchObject({ state: 'fulfilled', since: '2017-11-15' })
    expect(storyOf(room, [], other)).toEqual([])
  })

  it('is of that session: it does not count before it begins, and does in the next report', () => {
    const room = new Recorder().open()
    room.do(said(room, 'fulfilled', 1))
    const { id, date } = room.plan.session
    const at = (moment: 'begins' | 'ended') =>
      foldItem(item, storyOf(room), { date, session: { id, moment } }).state
    expect([at('begins'), at('ended')]).toEqual(['pending', 'fulfilled'])
  })

  it('goes before what was written later on the same day, and after what was there', () => {
    const room = new Recorder().open()
    const before = makeItemEvent(item, 1, '2017-11-15', { kind: 'state', to: 'in-progress' })
    const after = makeItemEvent(item, 3, '2017-11-15', { kind: 'state', to: 'moot' })
    room.do(said(room, 'fulfilled', 2))
    expect(foldItem(item, storyOf(room, [before])).state).toBe('fulfilled')
    expect(foldItem(item, storyOf(room, [before, after])).state).toBe('moot')
  })

  it('leaves what was written later as it is when it is voided afterwards', () => {
    const room = new Recorder().open()
    room.do(said(room, 'in-progress', 1))
    const later = makeItemEvent(item, 2, '2017-12-01', { kind: 'state', to: 'fulfilled' })
    room.keep(undoLast(room.record, TIME, room.effects))
    expect(foldItem(item, storyOf(room, [later]))).toMatchObject({ state: 'fulfilled', since: '2017-12-01' })
    expect(foldItem(item, storyOf(room, [later])).story).toHaveLength(1)
  })

  it('is told once when the item was taken up again, and not at all when it was taken back', () => {
    const room = new Recorder().open()
    room.do(said(room, 'fulfilled', 1)).do(said(room, 'pending', 2, 'faltaba revisarlo'))
    expect(foldItem(item, storyOf(room)).story.map(({ event }) => event.body)).toEqual([
      { kind: 'state', to: 'pending' },
    ])
    room.keep(undoLast(room.record, TIME, room.effects))
    expect(foldItem(item, storyOf(room)).state).toBe('fulfilled')
    room.keep(undoLast(room.record, TIME, room.effects))
    expect(foldItem(item, storyOf(room))).toMatchObject({ state: 'pending', story: [], lastUpdate: null })
  })

  it('is of no item when a file named one that is not in the follow-up', () => {
    const room = new Recorder().open()
    const body = said(room, 'fulfilled', 1)
    if (body.kind !== 'item-reviewed') throw new Error('not a review')
    room.do({ ...body, item: { ...body.item, id: null } })
    expect(storyOf(room)).toEqual([])
    expect(itemReviews(room.state.facts)).toHaveLength(1)
  })

  it('cannot be taken back outside the session', () => {
    const room = new Recorder().open()
    room.do(said(room, 'fulfilled', 1))
    const events = storyOf(room)
    const draft = {
      on: '2017-11-15',
      author: 'ST',
      source: { kind: 'oficio', reference: '', sessionId: null, factId: null },
      body: { kind: 'void', targetId: required(events[0], 'event').id },
      note: '',
      evidence: [],
    } as const
    const { due } = recordOf(item, events, context)
    expect(readEvent(draft, { item, events, due, today: context.today })).toMatchObject({
      ok: false,
      error: [{ message: 'Lo revisado en una sesión se corrige en la Sala de esa sesión.' }],
    })
  })
})

type Move = { readonly kind: 'review' | 'undo' | 'redo' | 'void' | 'correct' | 'write'; readonly n: number }

const OUTCOMES: readonly ReviewOutcome[] = ['fulfilled', 'delivered', 'in-progress', 'pending', 'cancelled']
const moves = fc.array(
  fc.record({
    kind: fc.constantFrom<Move['kind']>('review', 'review', 'undo', 'redo', 'void', 'correct', 'write'),
    n: fc.nat({ max: 99 }),
  }),
  { maxLength: 30 },
)

/** Plays moves on one item: what the session says of it, and events written by hand in between. */
function play(sequence: readonly Move[], after: (room: Recorder, stored: readonly ItemEvent[]) => void) {
  const room = new Recorder().open()
  const stored: ItemEvent[] = []
  for (const { kind, n } of sequence) {
    const next = revisionOf(storyOf(room, stored)) + 1
    const reviews = room.facts.filter((fact) => fact.body.kind === 'item-reviewed')
    const target = reviews[n % Math.max(1, reviews.length)]
    const outcome = OUTCOMES[n % OUTCOMES.length] ?? 'pending'
    if (kind === 'review') room.do(said(room, outcome, next))
    else if (kind === 'write') {
      stored.push(makeItemEvent(item, next, '2017-11-15', { kind: 'state', to: 'moot' }))
    } else if (kind === 'undo') {
      if (reviews.length > 0) room.keep(undoLast(room.record, TIME, room.effects))
    } else if (kind === 'redo') room.keep(redoLast(room.record, TIME, room.effects))
    else if (target?.body.kind === 'item-reviewed') {
      const replacement = kind === 'void' ? null : { body: { ...target.body, outcome }, time: TIME }
      room.keep(correctFact(room.record, target.id, replacement, null, TIME, room.effects))
    }
    if (room.state.phase === 'in-session' && room.state.currentPointId !== null) after(room, stored)
    else return
  }
}

describe('the story of an item that sessions review', () => {
  it('always tells what the facts of the session say, once, and every event written by hand', () => {
    fc.assert(
      fc.property(moves, (sequence) => {
        play(sequence, (room, stored) => {
          const story = foldItem(item, storyOf(room, stored)).story.map(({ event }) => event)
          const reviews = itemReviews(effectiveFacts(room.facts))
          expect(story.filter(isReviewEvent)).toHaveLength(reviews.length)
          expect(story.filter((event) => !isReviewEvent(event))).toHaveLength(stored.length)
          expect(story.some(isSilent)).toBe(false)
          for (const review of reviews) {
            expect(story.find(({ source }) => source.factId === review.factId)?.seq).toBe(review.item.seq)
          }
        })
      }),
    )
  })

  it('has a mark that grows with everything that is said, mended, taken back or written', () => {
    fc.assert(
      fc.property(moves, (sequence) => {
        let rows = 0
        let mark = 0
        play(sequence, (room, stored) => {
          const now = room.facts.length + stored.length
          const revision = revisionOf(storyOf(room, stored))
          if (now > rows && rows > 0) expect(revision).toBeGreaterThan(mark)
          rows = now
          mark = revision
        })
      }),
    )
  })
})

describe('the items that a session has to review', () => {
  const session = new Recorder().plan.session
  const record = (n: number, changes: Parameters<typeof makeItem>[1], ...events: readonly ItemEvent[]) =>
    recordOf(makeItem(n, changes), events, context)
  const done = (n: number, on: string, to = 'fulfilled') =>
    makeItemEvent(makeItem(n), 1, on, { kind: 'state', to })

  it('are those that were open when it began, whenever it is recorded', () => {
    const records = [
      record(1, {}),
      record(2, {}, done(2, '2017-10-01')),
      record(3, {}, done(3, '2018-01-15')),
      record(4, { openedOn: '2017-12-01' }),
      record(5, {}, done(5, '2017-11-15')),
      record(6, { origin: { ...makeOrigin(session.id) }, openedOn: session.date }),
    ]
    const lines = itemsToReview(records, session, [], context)
    expect(lines.map(({ record: { item: one } }) => one.code.slice(-1))).toEqual(['1', '3'])
    expect(lines[1]?.standing).toMatchObject({ state: 'pending', isOpen: true })
  })

  it('say how close the due date was on the day of the session', () => {
    const deadline = deadlineFromWording('a finales del mes de octubre', isoDate('2017-08-30'))
    const [line] = itemsToReview([record(1, { deadline })], session, [], {
      ...context,
      today: isoDate('2026-11-22'),
    })
    expect(line?.urgency).toEqual({ kind: 'overdue', days: 11 })
  })

  it('keep their place and their number when they are reviewed again', () => {
    const room = new Recorder().open()
    room.do(said(room, 'fulfilled', 1))
    const reviews = itemReviews(room.state.facts)
    const lines = itemsToReview([record(1, {}), record(2, {})], room.plan.session, reviews, context)
    expect(countReviewed(lines)).toBe(1)
    const [first, second] = lines
    if (!first || !second) throw new Error('lines')
    // The story has not heard of the review yet, and its number is still not given twice.
    expect(reviewFact(first, room.point(1).id, 'pending', null, 3)).toMatchObject({ item: { seq: 2 } })
    expect(nextToReview(lines, null)).toBe(second)
    expect(nextToReview(lines, second.record.item.id)).toBeNull()
  })

  it('a recurring obligation is delivered, not fulfilled for good', () => {
    const deadline = deadlineFromWording('al menos semestralmente', isoDate('2017-08-30'))
    const recurring = recordOf(makeItem(1, { deadline }), [], context)
    expect(outcomeFor(recurring, 'fulfilled')).toBe('delivered')
    expect(outcomeFor(recurring, 'moot')).toBe('moot')
    const room = new Recorder().open()
    room.do(said(room, 'delivered', 1))
    expect(foldItem(item, storyOf(room))).toMatchObject({ isOpen: true, periodsMet: 1 })
  })
})

function makeOrigin(sessionId: string) {
  return { kind: 'session', sessionId, factId: null, pointId: null, pointNumber: 3 }
}
