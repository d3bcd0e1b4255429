import { describe, expect, it } from 'vitest'
import {
  type ClosedVote,
  computeResult,
  countOptions,
  electorateSize,
  type VoteCounts,
} from '../../../../../shared/domain/sessions'
import { required } from '../../../../../shared/lib/assert'
import { ballot, makeCommittee, presence, Recorder, vote, voteId } from '../../../../helpers/committee'

function closed(room: Recorder, n = 1): ClosedVote {
  const found = room.state.votes.get(voteId(n))
  if (found?.status !== 'closed') throw new Error('vote is not closed')
  return found
}

function counts(yes: number, no: number, abstain: number, others: Partial<VoteCounts> = {}): VoteCounts {
  return { yes, no, abstain, recused: 0, notVoting: 0, absent: 0, ...others }
}

describe('results by rule', () => {
  it.each([
    [counts(7, 0, 0), 'simple', 'approved', 'unanimity'],
    [counts(4, 0, 0, { absent: 3 }), 'simple', 'approved', 'unanimity'],
    [counts(6, 0, 0, { recused: 1 }), 'simple', 'approved', 'unanimity'],
    [counts(6, 1, 0), 'simple', 'approved', 'majority'],
    [counts(6, 0, 1), 'simple', 'approved', 'majority'],
    [counts(6, 0, 0, { notVoting: 1 }), 'simple', 'approved', 'majority'],
    [counts(2, 3, 2), 'simple', 'rejected', 'majority'],
    [counts(0, 0, 7), 'simple', 'rejected', 'majority'],
    [counts(3, 1, 0, { absent: 3 }), 'absolute', 'rejected', 'majority'],
    [counts(4, 3, 0), 'absolute', 'approved', 'majority'],
    [counts(4, 2, 1), 'two-thirds', 'rejected', 'majority'],
    [counts(5, 2, 0), 'two-thirds', 'approved', 'majority'],
  ] as const)('%o under %s is %s by %s', (given, majority, kind, by) => {
    expect(computeResult(given, majority, null)).toEqual({ kind, by })
  })

  it('is a tie until whoever presides breaks it', () => {
    expect(computeResult(counts(3, 3, 1), 'simple', null)).toEqual({ kind: 'tied' })
    expect(computeResult(counts(3, 3, 1), 'simple', 'yes')).toEqual({ kind: 'approved', by: 'casting-vote' })
    expect(computeResult(counts(3, 3, 1), 'simple', 'no')).toEqual({ kind: 'rejected', by: 'casting-vote' })
  })
})

describe('votes seat by seat', () => {
  it('records unanimity of those present and names who was absent', () => {
    const room = new Recorder().open(5)
    room.do(...vote(room.point(1).id, voteId(1)))
    expect(closed(room).counts).toEqual(counts(5, 0, 0, { absent: 2 }))
    expect(closed(room).result).toEqual({ kind: 'approved', by: 'unanimity' })
    expect(room.state.points.get(room.point(1).id)).toEqual({ kind: 'voted', voteId: voteId(1) })
  })

  it('says who is missing and does not close before', () => {
    const room = new Recorder().open(7)
    room.do({ kind: 'vote-opened', voteId: voteId(1), pointId: room.point(1).id, subject: null })
    room.do(...[1, 2, 3, 4, 5].map((n) => ballot(voteId(1), room.attendee(n).id, 'yes')))
    const refusal = room.try({ kind: 'vote-closed', voteId: voteId(1), declared: null })
    expect(refusal).toEqual({
      code: 'votes-missing',
      names: [room.attendee(6).fullName, room.attendee(7).fullName],
    })
  })

  it('refuses the vote of an absent seat and of one without a vote', () => {
    const room = new Recorder(makeCommittee(7, 1)).open(6)
    room.do(presence(room.attendee(8).id, 'present'))
    room.do({ kind: 'vote-opened', voteId: voteId(1), pointId: room.point(1).id, subject: null })
    expect(room.try(ballot(voteId(1), room.attendee(7).id, 'yes'))?.code).toBe('absent-cannot-vote')
    expect(room.try(ballot(voteId(1), room.attendee(8).id, 'yes'))?.code).toBe('no-voting-right')
    expect(electorateSize(countOptions([]))).toBe(0)
  })

  it('keeps the ballot of a seat that leaves after voting, and counts as absent one that had not', () => {
    const room = new Recorder().open(7)
    room.do({ kind: 'vote-opened', voteId: voteId(1), pointId: room.point(1).id, subject: null })
    room.do(ballot(voteId(1), room.attendee(1).id, 'no'))
    room.do(presence(room.attendee(1).id, 'away'), presence(room.attendee(2).id, 'away'))
    room.do({ kind: 'ballots-rest', voteId: voteId(1), option: 'yes' })
    room.do({ kind: 'vote-closed', voteId: voteId(1), declared: null })
    expect(closed(room).counts).toEqual(counts(5, 1, 0, { absent: 1 }))
  })

  it('freezes the electorate: who leaves or comes afterwards changes nothing', () => {
    const room = new Recorder().open(6)
    room.do(...vote(room.point(1).id, voteId(1)))
    const before = closed(room)
    room.do(presence(room.attendee(7).id, 'present'), presence(room.attendee(1).id, 'away'))
    expect(closed(room)).toEqual(before)
  })

  it('takes a casting vote only in a tie with every ballot cast, and a changed ballot undoes it', () => {
    const room = new Recorder(makeCommittee(4, 0)).open(4)
    const id = voteId(1)
    room.do({ kind: 'vote-opened', voteId: id, pointId: room.point(1).id, subject: null })
    room.do(ballot(id, room.attendee(3).id, 'no'), ballot(id, room.attendee(4).id, 'no'))
    expect(room.try({ kind: 'casting-vote', voteId: id, option: 'yes' })?.code).toBe('not-tied')
    room.do({ kind: 'ballots-rest', voteId: id, option: 'yes' })
    room.do({ kind: 'casting-vote', voteId: id, option: 'yes' })
    room.do(ballot(id, room.attendee(4).id, 'yes'))
    room.do({ kind: 'vote-closed', voteId: id, declared: null })
    expect(closed(room).castingVote).toBeNull()
    expect(closed(room).result).toEqual({ kind: 'approved', by: 'majority' })
  })

  it('keeps the reason of a declared result that differs from the computed one', () => {
    const room = new Recorder().open(7)
    const id = voteId(1)
    room.do({ kind: 'vote-opened', voteId: id, pointId: room.point(1).id, subject: null })
    room.do({ kind: 'ballots-rest', voteId: id, option: 'yes' })
    room.do({
      kind: 'vote-closed',
      voteId: id,
      declared: { result: 'rejected', reason: 'mayoría calificada' },
    })
    expect(closed(room).result).toEqual({ kind: 'rejected', by: 'declaration' })
    expect(closed(room).declaredReason).toBe('mayoría calificada')
  })

  it('counts rounds, and the last vote on the point decides it', () => {
    const room = new Recorder().open(7)
    const pointId = room.point(1).id
    const against = [1, 2, 3, 4].map((n) => ballot(voteId(1), room.attendee(n).id, 'no'))
    room.do(...vote(pointId, voteId(1), against))
    room.do(...vote(pointId, voteId(2)))
    expect([closed(room, 1).round, closed(room, 2).round]).toEqual([1, 2])
    expect(room.state.points.get(pointId)).toEqual({ kind: 'voted', voteId: required(voteId(2), 'id') })
  })
})
