import { describe, expect, it } from 'vitest'
import { correctFact, type PlainFactBody, undoLast } from '../../../../../shared/domain/sessions'
import { required } from '../../../../../shared/lib/assert'
import { clockTimeSchema } from '../../../../../shared/lib/iso-date'
import { presence, Recorder, vote, voteId } from '../../../../helpers/committee'

const NOON = clockTimeSchema.parse('12:00')

function narrates(room: Recorder, n: number, text: string): PlainFactBody {
  return { kind: 'speech', pointId: room.point(n).id, speaker: null, act: 'narrates', text }
}

/** Puts the last opening of point `from` right to point `to`. */
function move(room: Recorder, from: number, to: number) {
  const opening = room.state.facts.findLast(
    ({ body }) => body.kind === 'point-opened' && body.pointId === room.point(from).id,
  )
  const body = { kind: 'point-opened', pointId: room.point(to).id } as const
  const time = clockTimeSchema.parse('11:20')
  const target = required(opening ?? null, 'opening')
  return room.keep(correctFact(room.record, target.id, { body, time }, null, NOON, room.effects))
}

describe('a point opened by mistake', () => {
  it('takes along what was said and voted under it, as one gesture that one undo takes back', () => {
    const room = new Recorder().open()
    room.do({ kind: 'point-opened', pointId: room.point(2).id })
    room.do(narrates(room, 2, 'lo que se dijo')).do(...vote(room.point(2).id, voteId(1)))
    const before = room.state
    expect(move(room, 2, 3)).toBeNull()
    const { state } = room
    expect(state.currentPointId).toBe(room.point(3).id)
    expect(state.points.get(room.point(3).id)).toEqual({ kind: 'voted', voteId: voteId(1) })
    expect(state.points.get(room.point(2).id)).toEqual({ kind: 'pending' })
    expect(state.facts.filter(({ body }) => body.kind === 'speech').map(({ body }) => body)).toEqual([
      narrates(room, 3, 'lo que se dijo'),
    ])
    expect(state.votes.get(voteId(1))).toMatchObject({ pointId: room.point(3).id, counts: { yes: 7 } })
    expect(state.anomalies).toEqual([])
    expect(room.keep(undoLast(room.record, NOON, room.effects))).toBeNull()
    expect(room.state).toEqual(before)
  })

  it('leaves alone what was recorded before it, after the next point, or of another point', () => {
    const room = new Recorder().open()
    room.do(narrates(room, 1, 'antes'))
    room.do({ kind: 'point-opened', pointId: room.point(2).id })
    room
      .do(narrates(room, 1, 'del uno'))
      .do(narrates(room, 2, 'del dos'))
      .do(presence(room.attendee(7).id, 'away'))
    room.do({ kind: 'point-opened', pointId: room.point(1).id }).do(narrates(room, 1, 'después'))
    expect(move(room, 2, 3)).toBeNull()
    const said = room.state.facts.flatMap(({ body }) =>
      body.kind === 'speech'
        ? [[room.plan.points.findIndex(({ id }) => id === body.pointId) + 1, body.text]]
        : [],
    )
    expect(said).toEqual([
      [1, 'antes'],
      [1, 'del uno'],
      [3, 'del dos'],
      [1, 'después'],
    ])
  })

  it('is refused when something later needs the point it was, and nothing changes', () => {
    const room = new Recorder().open()
    room.do({ kind: 'point-opened', pointId: room.point(2).id })
    room.do({ kind: 'point-opened', pointId: room.point(3).id }).do(narrates(room, 2, 'aclaración del dos'))
    const before = room.facts
    expect(move(room, 2, 1)).toMatchObject({
      code: 'breaks-later-fact',
      because: { code: 'point-not-opened' },
    })
    expect(room.facts).toBe(before)
  })

  it('only changes its hour when the point stays the same', () => {
    const room = new Recorder().open()
    room.do(narrates(room, 1, 'dicho'))
    const stored = room.facts.length
    expect(move(room, 1, 1)).toBeNull()
    expect(room.facts.length).toBe(stored + 1)
    expect(room.state.facts.find(({ body }) => body.kind === 'point-opened')?.time).toBe('11:20')
  })
})
