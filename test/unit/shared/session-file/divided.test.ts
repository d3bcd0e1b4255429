import { describe, expect, it } from 'vitest'
import { decidingVote, foldSession } from '../../../../shared/domain/sessions'
import { required } from '../../../../shared/lib/assert'
import { NOTHING_STORED, planSessionFile } from '../../../../shared/session-file'
import { countingEffects } from '../../../helpers/make-session'
import { dividedText, readRight } from '../../../helpers/session-files'

function planDivided() {
  const planned = planSessionFile(readRight(dividedText()), NOTHING_STORED, countingEffects())
  if (!planned.ok) throw new Error(JSON.stringify(planned.error))
  return planned.value
}

describe('a divided session', () => {
  const planned = planDivided()
  const state = foldSession(planned.state.plan, planned.facts)
  const point = (number: number) => required(planned.points[number - 1], `point ${number}`)

  it('replays without anomalies to what was planned', () => {
    expect(state.anomalies).toEqual([])
    expect(state.points).toEqual(planned.state.points)
    expect(state.votes).toEqual(planned.state.votes)
    expect(planned.facts.map((fact) => fact.seq)).toEqual(planned.facts.map((_, index) => index + 1))
  })

  it('counts absences, abstentions, recusals and casting votes', () => {
    const votes = [...state.votes.values()].map((vote) =>
      vote.status === 'closed' ? [vote.counts, vote.result] : vote,
    )
    const none = { yes: 0, no: 0, abstain: 0, recused: 0, notVoting: 0, absent: 0 }
    expect(votes).toEqual([
      [
        { ...none, yes: 5, absent: 1 },
        { kind: 'approved', by: 'unanimity' },
      ],
      [
        { ...none, yes: 4, no: 1, abstain: 1 },
        { kind: 'approved', by: 'majority' },
      ],
      [
        { ...none, yes: 2, no: 2, recused: 1, absent: 1 },
        { kind: 'approved', by: 'casting-vote' },
      ],
      [{ ...none, yes: 3, no: 3 }, { kind: 'tied' }],
      [
        { ...none, yes: 2, no: 4 },
        { kind: 'rejected', by: 'majority' },
      ],
    ])
  })

  it('keeps the reason of a dissent and of a recusal', () => {
    const reasons = (number: number) =>
      decidingVote(state, point(number).id)?.electorate.flatMap((entry) => entry.reason ?? [])
    expect(reasons(3)).toEqual(['el calendario no deja tiempo para la corrección de pruebas'])
    expect(reasons(4)).toEqual(['participa en la coedición'])
  })

  it('ends points without a vote, also one that was never opened', () => {
    const outcomes = [2, 5, 7].map((number) => state.points.get(point(number).id))
    expect(outcomes).toMatchObject([
      { kind: 'ended', outcome: 'received' },
      { kind: 'ended', outcome: 'withdrawn', reason: 'falta el dictamen del área jurídica' },
      { kind: 'ended', outcome: 'deferred' },
    ])
    expect(state.openingOrder).not.toContain(point(5).id)
  })

  it('takes the times of arrivals and exits from the file', () => {
    const movements = state.movements.map(({ movement, time }) => `${movement} ${time}`)
    expect(movements).toEqual(['arrives 09:41', 'leaves 10:30', 'returns 10:48'])
    expect(state).toMatchObject({ openedAt: '09:30', closedAt: '11:10', phase: 'closed' })
    expect(planned.facts[0]?.time).toBe('09:25')
  })
})

describe('planning over what is stored', () => {
  it('uses the body, seats, persons and memberships that are there', () => {
    const first = planDivided()
    const existing = { ...first, sessions: [], items: [] }
    const again = planSessionFile(readRight(dividedText()), existing, countingEffects(5000))
    if (!again.ok) throw new Error('refused')
    const { body, bodies, seats, persons, memberships } = again.value
    expect(body).toEqual(first.body)
    expect([bodies, seats, persons, memberships]).toEqual([[], [], [], []])
    expect(again.value.attendees.map((attendee) => attendee.seatId)).toEqual(
      first.attendees.map((attendee) => attendee.seatId),
    )
  })

  it('refuses a session that is stored already', () => {
    const first = planDivided()
    const again = planSessionFile(readRight(dividedText()), { ...first, items: [] }, countingEffects(5000))
    expect(again).toMatchObject({
      ok: false,
      error: [
        {
          where: 'sesión',
          message: 'la tercera sesión extraordinaria del 2026-02-19 ya está registrada en CE',
        },
      ],
    })
  })

  it('gives other initials to a new person when somebody of the directory has hers', () => {
    const first = planDivided()
    const other = { ...required(first.persons[0], 'person'), fullName: 'Manuel Vera Luz', shortName: 'Vera' }
    const existing = { ...NOTHING_STORED, bodies: [first.body], persons: [other] }
    const again = planSessionFile(readRight(dividedText()), existing, countingEffects(5000))
    if (!again.ok) throw new Error('refused')
    expect(again.value.persons.map((person) => person.initials)).not.toContain('MV')
    expect(again.value.attendees[0]?.initials).toBe('MV')
  })

  it('judges the script by the rules of the body that is stored', () => {
    const first = planDivided()
    const rules = { ...first.body.rules, castingVote: { ...first.body.rules.castingVote, value: false } }
    const existing = { ...NOTHING_STORED, bodies: [{ ...first.body, rules }] }
    const again = planSessionFile(readRight(dividedText()), existing, countingEffects(5000))
    expect(again).toMatchObject({
      ok: false,
      error: [{ where: 'desarrollo, paso 20 (punto 4)' }],
    })
  })
})
