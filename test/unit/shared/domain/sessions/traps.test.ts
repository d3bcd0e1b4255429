import { describe, expect, it } from 'vitest'
import { correctFact, foldSession, undoLast } from '../../../../../shared/domain/sessions'
import { required } from '../../../../../shared/lib/assert'
import { clockTimeSchema } from '../../../../../shared/lib/iso-date'
import { ballot, makeCommittee, presence, Recorder, vote, voteId } from '../../../../helpers/committee'

const NOON = clockTimeSchema.parse('12:00')

function closedCounts(room: Recorder) {
  const found = room.state.votes.get(voteId(1))
  return found?.status === 'closed' ? found.counts : null
}

function factOf(room: Recorder, kind: string) {
  return required(
    room.facts.find((fact) => fact.body.kind === kind),
    kind,
  )
}

describe('a vote taken with one key', () => {
  it('can be put right seat by seat after the next point was opened', () => {
    const room = new Recorder().open()
    room.do(...vote(room.point(1).id, voteId(1))).do({ kind: 'point-opened', pointId: room.point(2).id })
    const exceptions = [{ attendeeId: room.attendee(3).id, option: 'abstain', reason: null }] as const
    const body = { kind: 'ballots-rest', voteId: voteId(1), option: 'yes', exceptions } as const
    const corrected = correctFact(
      room.record,
      factOf(room, 'ballots-rest').id,
      { body, time: NOON },
      null,
      NOON,
      room.effects,
    )
    expect(room.keep(corrected)).toBeNull()
    expect(closedCounts(room)).toMatchObject({ yes: 6, abstain: 1 })
  })

  it('is voided whole, whichever of its facts is voided', () => {
    for (const kind of ['vote-opened', 'ballots-rest', 'vote-closed']) {
      const room = new Recorder().open()
      room.do(...vote(room.point(1).id, voteId(1))).do({ kind: 'point-opened', pointId: room.point(2).id })
      const voided = correctFact(room.record, factOf(room, kind).id, null, null, NOON, room.effects)
      expect(room.keep(voided)).toBeNull()
      expect(room.state.votes.size).toBe(0)
      expect(room.state.points.get(room.point(1).id)?.kind).toBe('left')
    }
  })

  it('does not let an exception vote for somebody who is not there', () => {
    const room = new Recorder().open(6)
    room.do({ kind: 'vote-opened', voteId: voteId(1), pointId: room.point(1).id, subject: null })
    const exceptions = [{ attendeeId: room.attendee(7).id, option: 'no', reason: null }] as const
    const refusal = room.try({ kind: 'ballots-rest', voteId: voteId(1), option: 'yes', exceptions })
    expect(refusal?.code).toBe('absent-cannot-vote')
  })
})

describe('what later changes cannot touch', () => {
  it('keeps the rules of the day: changing them re-decides no vote', () => {
    const room = new Recorder().open()
    const against = [5].map((n) => ballot(voteId(1), room.attendee(n).id, 'no'))
    const abstaining = [1, 2, 3, 4].map((n) => ballot(voteId(1), room.attendee(n).id, 'abstain'))
    room.do(...vote(room.point(1).id, voteId(1), [...against, ...abstaining]))
    const { rules } = room.plan
    const stricter = {
      ...room.plan,
      rules: { ...rules, majority: { ...rules.majority, value: 'absolute' as const } },
    }
    expect(foldSession(stricter, room.facts).votes).toEqual(room.state.votes)
  })

  it('takes a fact voided on purpose back before anything else', () => {
    const room = new Recorder().open()
    const said = (text: string) =>
      ({ kind: 'speech', pointId: room.point(1).id, speaker: null, act: 'narrates', text }) as const
    room.do(said('uno'))
    const first = required(room.facts.at(-1), 'fact')
    room.do(said('dos'))
    const before = room.state.facts
    room.keep(correctFact(room.record, first.id, null, null, NOON, room.effects))
    expect(room.keep(undoLast(room.record, NOON, room.effects))).toBeNull()
    expect(room.state.facts).toEqual(before)
  })

  it('refuses to void the opening of a point under which something was recorded', () => {
    const room = new Recorder().open()
    room.do({ kind: 'point-opened', pointId: room.point(2).id })
    const opening = required(room.facts.at(-1), 'fact')
    room.do({ kind: 'speech', pointId: room.point(2).id, speaker: null, act: 'narrates', text: 'algo' })
    room.do({ kind: 'point-opened', pointId: room.point(3).id })
    const refusal = room.keep(correctFact(room.record, opening.id, null, null, NOON, room.effects))
    expect(refusal).toMatchObject({ code: 'breaks-later-fact', because: { code: 'point-not-opened' } })
  })
})

describe('what cannot happen', () => {
  it('takes no casting vote when nobody presides', () => {
    const room = new Recorder(makeCommittee(5, 0))
    room.do(...[2, 3, 4, 5].map((n) => presence(room.attendee(n).id, 'present')))
    room.do({ kind: 'session-opened' }).do({ kind: 'point-opened', pointId: room.point(1).id })
    room.do({ kind: 'vote-opened', voteId: voteId(1), pointId: room.point(1).id, subject: null })
    room.do(ballot(voteId(1), room.attendee(2).id, 'no'), ballot(voteId(1), room.attendee(3).id, 'no'))
    room.do({ kind: 'ballots-rest', voteId: voteId(1), option: 'yes' })
    expect(room.try({ kind: 'casting-vote', voteId: voteId(1), option: 'yes' })?.code).toBe('nobody-presides')
  })

  it('receives a point once', () => {
    const room = new Recorder().open()
    const received = {
      kind: 'point-outcome',
      pointId: room.point(1).id,
      outcome: 'received',
      reason: null,
    } as const
    room.do(received)
    expect(room.try(received)?.code).toBe('outcome-unchanged')
  })
})
