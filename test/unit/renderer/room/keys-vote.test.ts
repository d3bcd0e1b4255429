import { describe, expect, it } from 'vitest'
import { pressKey } from '../../../../renderer/features/room/keys'
import { INITIAL_UI, type KeyOutcome, type RoomUi } from '../../../../renderer/features/room/room-ui'
import { correctFact, withReason } from '../../../../shared/domain/sessions'
import { required } from '../../../../shared/lib/assert'
import { clockTimeSchema } from '../../../../shared/lib/iso-date'
import { ballot, Recorder, vote, voteId } from '../../../helpers/committee'

const id = voteId(1)

function press(room: Recorder, key: string, ui: RoomUi = INITIAL_UI): KeyOutcome | null {
  const review = { review: () => null, unreviewed: () => 0 }
  return pressKey(ui, key, { state: room.state, newVoteId: () => voteId(9), ...review })
}

function said(outcome: KeyOutcome | null): string {
  return outcome?.intent?.kind === 'say' ? outcome.intent.text : ''
}

function running(): Recorder {
  const room = new Recorder().open()
  return room.do({ kind: 'vote-opened', voteId: id, pointId: room.point(1).id, subject: null })
}

describe('the keys for what a vote has besides ballots', () => {
  it('Alt+Q writes what is voted: before the vote it opens it, while it runs it is noted over it', () => {
    const room = new Recorder().open()
    const pointId = room.point(1).id
    expect(press(room, 'alt+q')?.ui.form).toEqual({ kind: 'vote-subject', pointId, voteId: null })
    expect(press(running(), 'alt+q')?.ui.form).toEqual({ kind: 'vote-subject', pointId, voteId: id })
  })

  it('Alt+M asks for the reason of the chosen seat, else of the last that typed its vote', () => {
    const room = running().do(ballot(id, running().attendee(3).id, 'no'))
    room.do(ballot(id, room.attendee(5).id, 'yes'))
    const form = (ui?: RoomUi) => press(room, 'alt+m', ui)?.ui.form
    expect(form()).toEqual({ kind: 'vote-reason', voteId: id, attendeeId: room.attendee(5).id })
    expect(form({ ...INITIAL_UI, selected: room.attendee(3).id })).toMatchObject({
      attendeeId: room.attendee(3).id,
    })
    // Whoever has not voted has no reason yet.
    expect(form({ ...INITIAL_UI, selected: room.attendee(1).id })).toMatchObject({
      attendeeId: room.attendee(5).id,
    })
  })

  it('Alt+M works on the vote that just closed, and says so when there is nothing to explain', () => {
    const room = new Recorder().open()
    expect(said(press(room, 'alt+m'))).toContain('No hay votación')
    expect(said(press(running(), 'alt+m'))).toContain('Todavía no hay votos')
    room.do(...vote(room.point(1).id, id))
    expect(press(room, 'alt+m')?.ui.form).toEqual({
      kind: 'vote-reason',
      voteId: id,
      attendeeId: room.attendee(1).id,
    })
  })

  it('Alt+D declares the result of the running vote or of the one that just closed', () => {
    expect(press(running(), 'alt+d')?.ui.form).toEqual({ kind: 'declare', voteId: id })
    const room = new Recorder().open()
    expect(said(press(room, 'alt+d'))).toContain('No hay votación')
    room.do(...vote(room.point(1).id, id))
    expect(press(room, 'alt+d')?.ui.form).toEqual({ kind: 'declare', voteId: id })
  })

  it('keeps the reason when the same vote is typed again, and not when it is another', () => {
    const room = running()
    const who = room.attendee(3).id
    room.do(ballot(id, who, 'no'))
    const { targetId, replacement } = required(withReason(room.state, id, who, 'falta el dictamen'), 'change')
    const noon = clockTimeSchema.parse('12:00')
    room.keep(correctFact(room.record, targetId, replacement, null, noon, room.effects))
    const typed = (key: string) => {
      const intent = press(room, key, { ...INITIAL_UI, selected: who })?.intent
      return intent?.kind === 'record' ? intent.bodies[0] : null
    }
    expect(typed('c')).toMatchObject({ option: 'no', reason: 'falta el dictamen' })
    expect(typed('a')).toMatchObject({ option: 'abstain', reason: null })
  })

  it('needs a point under discussion', () => {
    const room = new Recorder()
    for (const key of ['alt+q', 'alt+m', 'alt+d'])
      expect(said(press(room, key))).toContain('Ábralo con Enter')
  })
})
