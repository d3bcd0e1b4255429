import { describe, expect, it } from 'vitest'
import { pointsWithoutResult, quorumOf } from '../../../../../shared/domain/sessions'
import { makeCommittee, presence, Recorder, vote, voteId } from '../../../../helpers/committee'

describe('presence and quorum', () => {
  it('needs more than half of the seats with a vote: 4 of 7', () => {
    const room = new Recorder()
    room.do(...[1, 2, 3].map((n) => presence(room.attendee(n).id, 'present')))
    expect(quorumOf(room.state)).toEqual({ present: 3, required: 4, total: 7, met: false })
    room.do(presence(room.attendee(4).id, 'present'))
    expect(quorumOf(room.state).met).toBe(true)
  })

  it('does not count people without a vote', () => {
    const room = new Recorder(makeCommittee(7, 5))
    room.do(...[8, 9, 10, 11, 12].map((n) => presence(room.attendee(n).id, 'present')))
    expect(quorumOf(room.state).present).toBe(0)
  })

  it('derives arrivals, exits and returns from changes after the opening', () => {
    const room = new Recorder().open(5)
    room.do(presence(room.attendee(6).id, 'present'))
    room.do(presence(room.attendee(1).id, 'away'))
    room.do(presence(room.attendee(1).id, 'present'))
    expect(room.state.movements.map((each) => each.movement)).toEqual(['arrives', 'leaves', 'returns'])
    expect(room.state.movements[0]?.pointId).toBe(room.point(1).id)
  })

  it('refuses that somebody leaves who never came, and a change that changes nothing', () => {
    const room = new Recorder().open(5)
    expect(room.try(presence(room.attendee(7).id, 'away'))?.code).toBe('away-before-arrival')
    expect(room.try(presence(room.attendee(1).id, 'present'))?.code).toBe('presence-unchanged')
  })
})

describe('the course of a session', () => {
  it('does not open without anybody or without an agenda', () => {
    expect(new Recorder().try({ kind: 'session-opened' })?.code).toBe('nobody-present')
    const empty = new Recorder(makeCommittee(3, 0, 0))
    empty.do(presence(empty.attendee(1).id, 'present'))
    expect(empty.try({ kind: 'session-opened' })?.code).toBe('agenda-empty')
  })

  it('opens without quorum, because that warns and does not block', () => {
    const room = new Recorder()
    room.do(presence(room.attendee(1).id, 'present'))
    expect(room.try({ kind: 'session-opened' })).toBeNull()
    expect(quorumOf(room.state).met).toBe(false)
  })

  it('marks a point left without a result, and none for general matters', () => {
    const plan = makeCommittee(7, 0, 2)
    const room = new Recorder(plan).open()
    room.do({ kind: 'point-opened', pointId: room.point(2).id })
    expect(pointsWithoutResult(room.state).map((point) => point.number)).toEqual([1])
  })

  it('keeps what a point ended with when it is taken up again', () => {
    const room = new Recorder().open()
    const first = room.point(1).id
    room.do({ kind: 'point-outcome', pointId: first, outcome: 'received', reason: null })
    room.do({ kind: 'point-opened', pointId: room.point(2).id })
    room.do({ kind: 'point-opened', pointId: first })
    expect(room.state.points.get(first)?.kind).toBe('ended')
    expect(room.state.openingOrder).toEqual([first, room.point(2).id])
  })

  it('records nothing in a recess but presence, and nothing after the end', () => {
    const room = new Recorder().open()
    const speech = {
      kind: 'speech',
      pointId: room.point(1).id,
      speaker: null,
      act: 'narrates',
      text: 'x',
    } as const
    room.do({ kind: 'recess-started' })
    expect(room.try(speech)?.code).toBe('session-in-recess')
    expect(room.try(presence(room.attendee(1).id, 'away'))).toBeNull()
    room.do({ kind: 'recess-ended' }).do({ kind: 'session-closed' })
    expect(room.try(speech)?.code).toBe('session-closed')
    expect(room.try(presence(room.attendee(1).id, 'present'))?.code).toBe('session-closed')
  })

  it('refuses to close the session or open another point over a running vote', () => {
    const room = new Recorder().open()
    room.do({ kind: 'vote-opened', voteId: voteId(1), pointId: room.point(1).id, subject: null })
    expect(room.try({ kind: 'session-closed' })?.code).toBe('vote-open')
    expect(room.try({ kind: 'point-opened', pointId: room.point(2).id })?.code).toBe('vote-open')
  })

  it('does not let a voted point be received as well', () => {
    const room = new Recorder().open()
    const pointId = room.point(1).id
    room.do(...vote(pointId, voteId(1)))
    const received = { kind: 'point-outcome', pointId, outcome: 'received', reason: null } as const
    expect(room.try(received)?.code).toBe('point-already-voted')
  })

  it('takes an agreement number once', () => {
    const room = new Recorder().open()
    const agreement = {
      kind: 'agreement',
      pointId: room.point(1).id,
      number: 'INE/CGyPE/001/2017',
      text: 'x',
    } as const
    room.do(agreement)
    expect(room.try(agreement)?.code).toBe('number-taken')
  })
})
