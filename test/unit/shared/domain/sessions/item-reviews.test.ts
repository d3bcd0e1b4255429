import { describe, expect, it } from 'vitest'
import {
  correctFact,
  describeFact,
  itemReviews,
  type PlainFactBody,
  type ReviewOutcome,
  redoLast,
  refusalText,
  undoLast,
} from '../../../../../shared/domain/sessions'
import { required } from '../../../../../shared/lib/assert'
import { clockTimeSchema } from '../../../../../shared/lib/iso-date'
import { Recorder } from '../../../../helpers/committee'
import { makeItem } from '../../../../helpers/make-item'
import { makeReview } from '../../../../helpers/make-review'

const TIME = clockTimeSchema.parse('11:40')
const [first, second] = [makeItem(1), makeItem(2)]

function review(room: Recorder, item = first, outcome: ReviewOutcome = 'fulfilled', note?: string) {
  return makeReview(room.point(1).id, item, outcome, note === undefined ? {} : { note })
}

function said(room: Recorder) {
  return itemReviews(room.state.facts).map(({ item, outcome, note }) => [item.code, outcome, note])
}

function correct(room: Recorder, n: number, body: PlainFactBody | null) {
  const facts = room.facts.filter((fact) => fact.body.kind === 'item-reviewed')
  const replacement = body && { body, time: TIME }
  const target = required(facts[n], 'fact')
  return room.keep(correctFact(room.record, target.id, replacement, null, TIME, room.effects))
}

describe('a review of an item in the session', () => {
  it('is for a point under discussion, while the session is running', () => {
    const room = new Recorder()
    expect(room.try(review(room))).toEqual({ code: 'session-not-open' })
    room.open()
    const elsewhere = makeReview(room.point(2).id, first, 'fulfilled')
    expect(room.try(elsewhere)).toMatchObject({ code: 'point-not-current' })
    expect(room.try(review(room))).toBeNull()
    room.do({ kind: 'recess-started' })
    expect(room.try(review(room, second))).toEqual({ code: 'session-in-recess' })
    room.do({ kind: 'recess-ended' }, { kind: 'session-closed' })
    expect(room.try(review(room, second))).toEqual({ code: 'session-closed' })
  })

  it('can be made while a vote is running, and stops nothing', () => {
    const room = new Recorder().open()
    room.do({ kind: 'point-outcome', pointId: room.point(1).id, outcome: 'received', reason: null })
    expect(room.try(review(room))).toBeNull()
    expect(room.state.points.get(room.point(1).id)?.kind).toBe('ended')
  })

  it('counts once for each item, with what was said last, in the order they were taken up', () => {
    const room = new Recorder().open()
    room.do(review(room)).do(review(room, second, 'moot'))
    room.do(review(room, first, 'in-progress', 'falta una firma'))
    expect(said(room)).toEqual([
      ['SEG-2017-001', 'in-progress', 'falta una firma'],
      ['SEG-2017-002', 'moot', null],
    ])
  })

  it('is undone, done again and voided like any other fact', () => {
    const room = new Recorder().open()
    room.do(review(room)).do(review(room, first, 'cancelled'))
    room.keep(undoLast(room.record, TIME, room.effects))
    expect(said(room)).toEqual([['SEG-2017-001', 'fulfilled', null]])
    room.keep(redoLast(room.record, TIME, room.effects))
    expect(said(room)).toEqual([['SEG-2017-001', 'cancelled', null]])
    expect(correct(room, 0, null)).toBeNull()
    expect(correct(room, 1, null)).toBeNull()
    expect(said(room)).toEqual([])
    expect(room.state.anomalies).toEqual([])
  })

  it('is corrected by another of the same item only', () => {
    const room = new Recorder().open()
    room.do(review(room))
    expect(correct(room, 0, review(room, first, 'pending', 'no se ha publicado'))).toBeNull()
    expect(said(room)).toEqual([['SEG-2017-001', 'pending', 'no se ha publicado']])
    const refused = { code: 'review-of-another-item' } as const
    expect(correct(room, 0, review(room, second))).toEqual(refused)
    expect(correct(room, 0, { kind: 'quorum-verified' })).toEqual(refused)
    expect(refusalText(refused)).toContain('del mismo asunto')
  })

  it('needs its point to have been opened: what comes first cannot be taken back alone', () => {
    const room = new Recorder().open()
    room.do(review(room))
    const opening = required(
      room.facts.find((fact) => fact.body.kind === 'point-opened'),
      'opening',
    )
    expect(room.keep(correctFact(room.record, opening.id, null, null, TIME, room.effects))).toMatchObject({
      code: 'breaks-later-fact',
      because: { code: 'point-not-current' },
    })
  })

  it('reads in one line of the timeline', () => {
    const room = new Recorder()
    expect(describeFact(room.plan, review(room))).toBe('revisa SEG-2017-001: cumplido')
    expect(describeFact(room.plan, review(room, second, 'pending', 'falta el visto bueno'))).toBe(
      'revisa SEG-2017-002: sigue pendiente «falta el visto bueno»',
    )
  })
})
