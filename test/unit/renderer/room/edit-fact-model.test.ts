import { describe, expect, it } from 'vitest'
import {
  becauseProblem,
  choicesOf,
  type EditFields,
  editedBody,
  fieldsOf,
  movedWarning,
  restVoters,
} from '../../../../renderer/features/room/edit-fact-model'
import type { PlainFactBody } from '../../../../shared/domain/sessions'
import { required } from '../../../../shared/lib/assert'
import { presence, Recorder, vote, voteId } from '../../../helpers/committee'

const room = new Recorder().open()
room.do(presence(room.attendee(7).id, 'away')).do(...vote(room.point(1).id, voteId(1)))

function factOf(kind: PlainFactBody['kind'], of: Recorder = room) {
  return required(of.state.facts.findLast(({ body }) => body.kind === kind) ?? null, kind)
}

/** The fact as it reads once these fields are typed over it. */
function edited(kind: PlainFactBody['kind'], typed: Partial<EditFields>): PlainFactBody {
  const fact = factOf(kind)
  const rest = new Map((restVoters(room.state, fact) ?? []).map(([attendee, cast]) => [attendee.id, cast]))
  return editedBody(room.plan, fact.body, { ...fieldsOf(room.plan, fact), ...typed }, rest)
}

/** What the form of a correction gives back when nothing is typed in it. */
function unchanged(of: Recorder, fact: ReturnType<typeof factOf>): PlainFactBody {
  const rest = new Map((restVoters(of.state, fact) ?? []).map(([attendee, cast]) => [attendee.id, cast]))
  return editedBody(of.plan, fact.body, fieldsOf(of.plan, fact), rest)
}

describe('what the form of a correction says', () => {
  it('is the fact itself when nothing is typed, for every kind of fact', () => {
    const all = new Recorder().open()
    all.do({ kind: 'presence', attendeeId: all.attendee(1).id, status: 'present', remote: true })
    all.do({ kind: 'presence', attendeeId: all.attendee(1).id, status: 'away', remote: true })
    const pointId = all.point(1).id
    all.do({ kind: 'vote-opened', voteId: voteId(2), pointId, subject: 'la reserva' })
    all.do({
      kind: 'ballot',
      voteId: voteId(2),
      attendeeId: all.attendee(2).id,
      option: 'no',
      reason: 'no hay',
    })
    all.do({
      kind: 'ballots-rest',
      voteId: voteId(2),
      option: 'yes',
      exceptions: [{ attendeeId: all.attendee(3).id, option: 'yes', reason: 'con salvedad' }],
    })
    all.do({ kind: 'vote-closed', voteId: voteId(2), declared: { result: 'rejected', reason: 'por norma' } })
    all.do({ kind: 'point-outcome', pointId, outcome: 'deferred', reason: 'falta el anexo' })
    for (const fact of all.state.facts) {
      const rest = new Map((restVoters(all.state, fact) ?? []).map(([attendee, cast]) => [attendee.id, cast]))
      expect(editedBody(all.plan, fact.body, fieldsOf(all.plan, fact), rest)).toEqual(fact.body)
    }
  })

  it('puts a presence right to remote and back', () => {
    const words = choicesOf(room.plan, factOf('presence').body)
    expect(words?.options).toMatchObject({
      present: 'presente en la sala',
      'present-remote': 'presente a distancia',
    })
    expect(edited('presence', { choice: 'present-remote' })).toMatchObject({
      status: 'present',
      remote: true,
    })
    expect(edited('presence', { choice: 'present' })).toMatchObject({ status: 'present', remote: false })
    expect(edited('presence', { choice: 'excused' })).toMatchObject({ status: 'excused', remote: false })
  })

  it('puts an opening right to another point, and says what goes along', () => {
    const opening = factOf('point-opened')
    expect(edited('point-opened', { choice: room.point(3).id })).toEqual({
      kind: 'point-opened',
      pointId: room.point(3).id,
    })
    expect(movedWarning(room.state.facts, opening)).toContain('1 hecho')
    expect(movedWarning(new Recorder().open().state.facts, opening)).toBeNull()
  })

  it('writes the subject of a vote, and a declared result with its reason, which is needed', () => {
    expect(edited('vote-opened', { subject: ' el calendario ' })).toMatchObject({ subject: 'el calendario' })
    expect(edited('vote-opened', { subject: '  ' })).toMatchObject({ subject: null })
    expect(edited('vote-closed', { choice: 'rejected', because: 'por norma' })).toMatchObject({
      declared: { result: 'rejected', reason: 'por norma' },
    })
    const closed = factOf('vote-closed')
    const fields = { ...fieldsOf(room.plan, closed), choice: 'approved', because: ' ' }
    expect(becauseProblem(closed.body, fields)).toContain('Falta la razón')
    expect(becauseProblem(closed.body, { ...fields, choice: 'computed' })).toBeNull()
  })

  it('of "everybody else" leaves the reasons of a vote that is still running', () => {
    const running = new Recorder().open()
    const who = running.attendee(3).id
    running.do({ kind: 'vote-opened', voteId: voteId(3), pointId: running.point(1).id, subject: null })
    running.do({
      kind: 'ballots-rest',
      voteId: voteId(3),
      option: 'yes',
      exceptions: [{ attendeeId: who, option: 'yes', reason: 'con salvedad' }],
    })
    const fact = factOf('ballots-rest', running)
    expect(unchanged(running, fact)).toEqual(fact.body)
  })

  it('of "everybody else" speaks only of the seats that it reached, when there are several', () => {
    const twice = new Recorder().open()
    const late = twice.attendee(6).id
    twice.do(presence(late, 'away'))
    twice.do({ kind: 'vote-opened', voteId: voteId(4), pointId: twice.point(1).id, subject: null })
    twice.do({ kind: 'ballots-rest', voteId: voteId(4), option: 'yes' })
    twice.do(presence(late, 'present'))
    twice.do({
      kind: 'ballots-rest',
      voteId: voteId(4),
      option: 'yes',
      exceptions: [{ attendeeId: late, option: 'no', reason: 'acaba de volver' }],
    })
    twice.do({ kind: 'vote-closed', voteId: voteId(4), declared: null })
    const both = twice.state.facts.filter(({ body }) => body.kind === 'ballots-rest')
    for (const fact of both) expect(unchanged(twice, fact)).toMatchObject({ exceptions: [], ...fact.body })
  })
})
