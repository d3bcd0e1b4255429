import { describe, expect, it } from 'vitest'
import { correctFact, redoLast, undoLast } from '../../../../../shared/domain/sessions'
import { required } from '../../../../../shared/lib/assert'
import { clockTimeSchema } from '../../../../../shared/lib/iso-date'
import { ballot, presence, Recorder, vote, voteId } from '../../../../helpers/committee'

const NOON = clockTimeSchema.parse('12:00')

function undo(room: Recorder) {
  return room.keep(undoLast(room.record, NOON, room.effects))
}

function redo(room: Recorder) {
  return room.keep(redoLast(room.record, NOON, room.effects))
}

describe('undo and redo', () => {
  it('takes a whole gesture back and restores it, deleting nothing', () => {
    const room = new Recorder().open()
    const before = room.state
    room.do(...vote(room.point(1).id, voteId(1)))
    const voted = room.state
    const stored = room.facts.length
    expect(undo(room)).toBeNull()
    expect(room.state.votes).toEqual(before.votes)
    expect(room.facts.length).toBeGreaterThan(stored)
    expect(redo(room)).toBeNull()
    expect(room.state).toEqual(voted)
  })

  it('goes further back each time, and forward again in order', () => {
    const room = new Recorder().open()
    const text = (n: number) =>
      ({
        kind: 'speech',
        pointId: room.point(1).id,
        speaker: null,
        act: 'narrates',
        text: `dicho ${n}`,
      }) as const
    room.do(text(1)).do(text(2))
    const said = () => room.state.facts.flatMap(({ body }) => (body.kind === 'speech' ? [body.text] : []))
    undo(room)
    undo(room)
    expect(said()).toEqual([])
    redo(room)
    expect(said()).toEqual(['dicho 1'])
    redo(room)
    expect(said()).toEqual(['dicho 1', 'dicho 2'])
    expect(redo(room)?.code).toBe('nothing-to-undo')
  })

  it('forgets what could be redone once something new is recorded', () => {
    const room = new Recorder().open()
    room.do({ kind: 'quorum-verified' })
    undo(room)
    room.do({ kind: 'recess-started' })
    expect(redo(room)?.code).toBe('nothing-to-undo')
  })

  it('has nothing to undo at the beginning', () => {
    expect(undo(new Recorder())?.code).toBe('nothing-to-undo')
  })

  it('undoes a correction before the fact it corrected', () => {
    const room = new Recorder().open()
    room.do({ kind: 'speech', pointId: room.point(1).id, speaker: null, act: 'narrates', text: 'uno' })
    const target = required(room.facts.at(-1), 'fact')
    const body = {
      kind: 'speech',
      pointId: room.point(1).id,
      speaker: null,
      act: 'narrates',
      text: 'dos',
    } as const
    room.keep(correctFact(room.record, target.id, { body, time: NOON }, null, NOON, room.effects))
    undo(room)
    const last = room.state.facts.at(-1)
    expect(last?.body).toMatchObject({ text: 'uno' })
    expect(last?.corrected).toBe(false)
  })
})

describe('corrections', () => {
  it('replace a ballot in its place: the count follows, the original stays stored', () => {
    const room = new Recorder().open()
    const id = voteId(1)
    room.do({ kind: 'vote-opened', voteId: id, pointId: room.point(1).id, subject: null })
    room.do(ballot(id, room.attendee(3).id, 'no'))
    const target = required(room.facts.at(-1), 'fact')
    room.do(
      { kind: 'ballots-rest', voteId: id, option: 'yes' },
      { kind: 'vote-closed', voteId: id, declared: null },
    )
    const replacement = { body: ballot(id, room.attendee(3).id, 'abstain'), time: NOON }
    expect(
      room.keep(correctFact(room.record, target.id, replacement, 'se oyó mal', NOON, room.effects)),
    ).toBeNull()
    const closed = room.state.votes.get(id)
    expect(closed?.status === 'closed' && closed.counts).toMatchObject({ yes: 6, no: 0, abstain: 1 })
    expect(room.facts).toContainEqual(target)
  })

  it('are refused when a later fact would no longer be possible, and change nothing', () => {
    const room = new Recorder().open(4)
    const arrival = required(room.facts[3], 'fact')
    room.do({ kind: 'vote-opened', voteId: voteId(1), pointId: room.point(1).id, subject: null })
    room.do(ballot(voteId(1), room.attendee(4).id, 'yes'))
    const before = room.facts
    const refusal = room.keep(
      correctFact(
        room.record,
        arrival.id,
        { body: presence(room.attendee(4).id, 'absent'), time: NOON },
        null,
        NOON,
        room.effects,
      ),
    )
    expect(refusal).toMatchObject({ code: 'breaks-later-fact', because: { code: 'absent-cannot-vote' } })
    expect(room.facts).toBe(before)
  })

  it('void a fact once', () => {
    const room = new Recorder().open()
    room.do({ kind: 'quorum-verified' })
    const target = required(room.facts.at(-1), 'fact')
    expect(room.keep(correctFact(room.record, target.id, null, null, NOON, room.effects))).toBeNull()
    expect(room.state.quorumVerified).toBeNull()
    expect(room.keep(correctFact(room.record, target.id, null, null, NOON, room.effects))?.code).toBe(
      'already-corrected-away',
    )
  })
})
