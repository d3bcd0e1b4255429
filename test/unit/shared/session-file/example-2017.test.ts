import { describe, expect, it } from 'vitest'
import {
  decidingVote,
  foldSession,
  pointsWithoutResult,
  quorumOf,
  votingAttendees,
} from '../../../../shared/domain/sessions'
import { exampleSession } from '../../../../shared/examples'
import { required } from '../../../../shared/lib/assert'
import { NOTHING_STORED, planSessionFile } from '../../../../shared/session-file'
import { countingEffects } from '../../../helpers/make-session'

function planExample() {
  const planned = planSessionFile(exampleSession(), NOTHING_STORED, countingEffects())
  if (!planned.ok) throw new Error(JSON.stringify(planned.error))
  return planned.value
}

describe('example of 15 November 2017', () => {
  const planned = planExample()
  const state = foldSession(planned.state.plan, planned.facts)

  it('has the attendance and agenda of the real session', () => {
    expect(planned.attendees).toHaveLength(12)
    expect(votingAttendees(state.plan)).toHaveLength(7)
    expect(planned.points).toHaveLength(9)
    expect(planned.session).toMatchObject({
      type: 'ordinaria',
      ordinal: 2,
      date: '2017-11-15',
      time: '11:00',
    })
  })

  it('folds without anomalies to six unanimous votes of seven and two reports received', () => {
    expect(state.anomalies).toEqual([])
    const votes = [...state.votes.values()]
    expect(votes).toHaveLength(6)
    for (const vote of votes) {
      expect(vote).toMatchObject({ status: 'closed', result: { kind: 'approved', by: 'unanimity' } })
      expect(vote).toMatchObject({
        counts: { yes: 7, no: 0, abstain: 0, recused: 0, notVoting: 0, absent: 0 },
      })
    }
    const results = planned.points.map((point) => {
      const status = required(state.points.get(point.id), 'status')
      return status.kind === 'ended'
        ? status.outcome
        : (decidingVote(state, point.id)?.result.kind ?? status.kind)
    })
    const approved = 'approved'
    expect(results).toEqual([
      ...[approved, approved, 'received', 'received'],
      ...[approved, approved, approved, approved, 'left'],
    ])
    expect(pointsWithoutResult(state)).toEqual([])
  })

  it('verifies a quorum of seven where four are required', () => {
    expect(state.quorumVerified).toMatchObject({ present: 7, required: 4 })
    expect(quorumOf(state)).toEqual({ present: 7, required: 4, total: 7, met: true })
    expect(state.phase).toBe('closed')
  })

  it('keeps the three pending follow-ups of point 3 and every commitment tied to a speech', () => {
    const commitments = planned.facts.flatMap((fact) => (fact.body.kind === 'commitment' ? [fact.body] : []))
    const third = required(planned.points[2], 'point 3')
    expect(commitments.filter((body) => body.pointId === third.id)).toHaveLength(3)
    expect(commitments).toHaveLength(10)
    expect(commitments.every((body) => body.sourceFactId !== null)).toBe(true)
  })

  it('lets people outside the attendance list speak', () => {
    const outsiders = planned.facts.flatMap((fact) =>
      fact.body.kind === 'speech' && fact.body.speaker?.kind === 'outsider'
        ? [fact.body.speaker.fullName]
        : [],
    )
    expect(outsiders).toEqual(['Diana Díaz', 'Lissette Morones'])
  })

  it('signs UNICOM before CNCS', () => {
    const acronyms = planned.session.signatureOrder.map(
      (id) => planned.attendees.find((attendee) => attendee.id === id)?.areaAcronym,
    )
    expect(acronyms).toEqual(['SE', 'UTTyPDP', 'PCG', 'UNICOM', 'CNCS', 'DS', 'DECEyEC'])
  })

  it('approves the minutas of two earlier sessions, kept as antecedents without facts', () => {
    const second = required(planned.points[1], 'point 2')
    const approved = second.approvesSessions.map((id) =>
      planned.sessions.find((session) => session.id === id),
    )
    expect(approved).toMatchObject([
      { type: 'ordinaria', ordinal: 1, date: '2017-06-21', antecedent: true },
      { type: 'extraordinaria', ordinal: 2, date: '2017-08-30', time: '12:00', antecedent: true },
    ])
    expect(planned.facts.every((fact) => fact.sessionId === planned.session.id)).toBe(true)
  })

  it('tells the figures of the real reports', () => {
    const speeches = planned.facts.flatMap((fact) => (fact.body.kind === 'speech' ? [fact.body.text] : []))
    const told = speeches.join('\n')
    const figures = [
      ...['1,904', '11,448', '45,535', '13,940', '8.3 millones', '20.8 millones', '37.72 por ciento'],
      ...['2.4 páginas', '25 a 34 años', '31 cuentas de Facebook y 31 de Twitter', '42', '11 entidades'],
      ...['9 de Facebook y 1 de Twitter', '18 cuentas distritales y 5 estatales', '6 asuntos'],
    ]
    for (const figure of figures) expect(told).toContain(figure)
  })
})
