import { describe, expect, it } from 'vitest'
import {
  computedResult,
  correctFact,
  type FactChange,
  type Refusal,
  undoLast,
  voteAtHand,
  withDeclared,
  withReason,
  withSubject,
} from '../../../../../shared/domain/sessions'
import { required } from '../../../../../shared/lib/assert'
import { clockTimeSchema } from '../../../../../shared/lib/iso-date'
import { ballot, presence, Recorder, vote, voteId } from '../../../../helpers/committee'

const NOON = clockTimeSchema.parse('12:00')
const id = voteId(1)

function correct(room: Recorder, change: FactChange | null): Refusal | null {
  const { targetId, replacement } = required(change, 'change')
  return room.keep(correctFact(room.record, targetId, replacement, null, NOON, room.effects))
}

function opened(): Recorder {
  const room = new Recorder().open()
  return room.do({ kind: 'vote-opened', voteId: id, pointId: room.point(1).id, subject: null })
}

/** What every seat did, by its place in the list, with its reason when it gave one. */
function cast(room: Recorder) {
  const found = required(room.state.votes.get(id) ?? null, 'vote')
  if (found.status === 'open') return Object.fromEntries([...found.ballots])
  return Object.fromEntries(
    found.electorate.map((entry) => [entry.attendeeId, { option: entry.option, reason: entry.reason }]),
  )
}

describe('the reason of a vote', () => {
  it('goes with the ballot as it was cast, while the vote runs and after it closed', () => {
    const room = opened()
    const who = room.attendee(3).id
    room.do(ballot(id, who, 'no'))
    expect(correct(room, withReason(room.state, id, who, 'falta el dictamen'))).toBeNull()
    expect(cast(room)[who]).toEqual({ option: 'no', reason: 'falta el dictamen' })
    room.do(
      { kind: 'ballots-rest', voteId: id, option: 'yes' },
      { kind: 'vote-closed', voteId: id, declared: null },
    )
    expect(correct(room, withReason(room.state, id, who, 'falta el visto bueno'))).toBeNull()
    expect(cast(room)[who]).toEqual({ option: 'no', reason: 'falta el visto bueno' })
    expect(correct(room, withReason(room.state, id, who, null))).toBeNull()
    expect(cast(room)[who]).toEqual({ option: 'no', reason: null })
  })

  it('keeps a casting vote that was already given', () => {
    const room = opened()
    const [yes, no] = [
      [1, 2, 3],
      [4, 5, 6],
    ] as const
    room.do(...yes.map((n) => ballot(id, room.attendee(n).id, 'yes')))
    room.do(
      ...no.map((n) => ballot(id, room.attendee(n).id, 'no')),
      ballot(id, room.attendee(7).id, 'abstain'),
    )
    room.do({ kind: 'casting-vote', voteId: id, option: 'yes' })
    expect(correct(room, withReason(room.state, id, room.attendee(7).id, 'es parte'))).toBeNull()
    expect(room.state.votes.get(id)).toMatchObject({ castingVote: 'yes' })
  })

  it('of a seat that voted with everybody else leaves every other ballot and the count alone', () => {
    const room = new Recorder().open()
    room.do(...vote(room.point(1).id, id, [ballot(id, room.attendee(2).id, 'no')]))
    const before = cast(room)
    const who = room.attendee(5).id
    expect(correct(room, withReason(room.state, id, who, 'con la salvedad dicha'))).toBeNull()
    expect(cast(room)).toEqual({ ...before, [who]: { option: 'yes', reason: 'con la salvedad dicha' } })
    expect(correct(room, withReason(room.state, id, who, null))).toBeNull()
    expect(cast(room)).toEqual(before)
    expect(room.state.facts.find(({ body }) => body.kind === 'ballots-rest')?.body).not.toHaveProperty(
      'exceptions',
    )
  })

  it('is added to the "everybody else" that reached the seat, of several', () => {
    const room = opened()
    const late = room.attendee(6).id
    room.do(presence(late, 'away'))
    room.do({ kind: 'ballots-rest', voteId: id, option: 'yes' })
    room.do(presence(late, 'present'))
    room.do({ kind: 'ballots-rest', voteId: id, option: 'no' })
    expect(correct(room, withReason(room.state, id, late, 'acaba de volver'))).toBeNull()
    expect(cast(room)[late]).toEqual({ option: 'no', reason: 'acaba de volver' })
    expect(room.state.anomalies).toEqual([])
  })

  it('of a seat put right in "everybody else" keeps what it was put right to', () => {
    const room = new Recorder().open()
    room.do(...vote(room.point(1).id, id))
    const rest = required(room.state.facts.find(({ body }) => body.kind === 'ballots-rest') ?? null, 'rest')
    const who = room.attendee(4).id
    const body = {
      kind: 'ballots-rest',
      voteId: id,
      option: 'yes',
      exceptions: [{ attendeeId: who, option: 'abstain', reason: null }],
    } as const
    expect(correct(room, { targetId: rest.id, replacement: { body, time: NOON } })).toBeNull()
    expect(correct(room, withReason(room.state, id, who, 'no lo leyó'))).toBeNull()
    expect(cast(room)[who]).toEqual({ option: 'abstain', reason: 'no lo leyó' })
    expect(correct(room, withReason(room.state, id, who, null))).toBeNull()
    expect(cast(room)[who]).toEqual({ option: 'abstain', reason: null })
  })

  it('is nobody’s without a ballot: absent, not voted yet, or not of this vote', () => {
    const room = opened()
    const { state } = room
    expect(withReason(state, id, room.attendee(1).id, 'x')).toBeNull()
    expect(withReason(state, voteId(9), room.attendee(1).id, 'x')).toBeNull()
  })

  it('is taken back by an undo, and the vote under it is not', () => {
    const room = opened()
    const who = room.attendee(3).id
    room.do(ballot(id, who, 'abstain'))
    correct(room, withReason(room.state, id, who, 'no alcanzó a leerlo'))
    expect(room.keep(undoLast(room.record, NOON, room.effects))).toBeNull()
    expect(cast(room)[who]).toEqual({ option: 'abstain', reason: null })
  })
})

describe('the subject of a vote', () => {
  it('written once it runs makes it a vote on something else: the point stays undecided', () => {
    const room = opened()
    expect(correct(room, withSubject(room.state, id, 'la reserva del artículo 3'))).toBeNull()
    room.do(
      { kind: 'ballots-rest', voteId: id, option: 'yes' },
      { kind: 'vote-closed', voteId: id, declared: null },
    )
    expect(room.state.votes.get(id)).toMatchObject({ subject: 'la reserva del artículo 3', status: 'closed' })
    expect(room.state.points.get(room.point(1).id)).toEqual({ kind: 'open' })
    expect(correct(room, withSubject(room.state, id, null))).toBeNull()
    expect(room.state.points.get(room.point(1).id)).toEqual({ kind: 'voted', voteId: id })
  })

  it('cannot be of a vote that there is not', () => {
    expect(withSubject(new Recorder().open().state, id, 'algo')).toBeNull()
  })
})

describe('a declared result', () => {
  const declared = { result: 'approved', reason: 'así lo dispone el reglamento' } as const

  it('stands in place of the computed one, with its reason; the count is not touched', () => {
    const room = new Recorder().open()
    const no = [1, 2, 3, 4].map((n) => ballot(id, room.attendee(n).id, 'no'))
    room.do(...vote(room.point(1).id, id, no))
    const closed = required(room.state.votes.get(id) ?? null, 'vote')
    expect(computedResult(room.state, closed)).toEqual({ kind: 'rejected', by: 'majority' })
    expect(correct(room, withDeclared(room.state, id, declared))).toBeNull()
    expect(room.state.votes.get(id)).toMatchObject({
      result: { kind: 'approved', by: 'declaration' },
      declaredReason: declared.reason,
      counts: { yes: 3, no: 4 },
    })
    expect(correct(room, withDeclared(room.state, id, null))).toBeNull()
    expect(room.state.votes.get(id)).toMatchObject({ result: { kind: 'rejected' }, declaredReason: null })
  })

  it('needs a vote that ended; while it runs it is said on closing', () => {
    const room = opened()
    expect(withDeclared(room.state, id, declared)).toBeNull()
    room.do({ kind: 'ballots-rest', voteId: id, option: 'no' })
    const running = required(voteAtHand(room.state), 'vote')
    expect(computedResult(room.state, running)).toEqual({ kind: 'rejected', by: 'majority' })
    room.do({ kind: 'vote-closed', voteId: id, declared })
    expect(room.state.votes.get(id)).toMatchObject({ result: { kind: 'approved', by: 'declaration' } })
  })

  it('is no declaration when it says what the computation gives', () => {
    const room = opened()
    room.do({ kind: 'ballots-rest', voteId: id, option: 'yes' })
    room.do({ kind: 'vote-closed', voteId: id, declared })
    expect(room.state.votes.get(id)).toMatchObject({ result: { by: 'unanimity' }, declaredReason: null })
  })
})

describe('the vote at hand', () => {
  it('is the running one, then the last of the point under discussion, and none on the next point', () => {
    const room = new Recorder().open()
    expect(voteAtHand(room.state)).toBeNull()
    room.do(...vote(room.point(1).id, id))
    expect(voteAtHand(room.state)?.id).toBe(id)
    room.do({ kind: 'vote-opened', voteId: voteId(2), pointId: room.point(1).id, subject: 'otra cosa' })
    expect(voteAtHand(room.state)?.id).toBe(voteId(2))
    room.do({ kind: 'ballots-rest', voteId: voteId(2), option: 'yes' })
    room.do({ kind: 'vote-closed', voteId: voteId(2), declared: null })
    room.do({ kind: 'point-opened', pointId: room.point(2).id })
    expect(voteAtHand(room.state)).toBeNull()
  })
})
