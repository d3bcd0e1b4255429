import { describe, expect, it } from 'vitest'
import type { Membership, Person, Seat } from '../../../../../shared/domain/people'
import { ambiguousInitials, seatSchema } from '../../../../../shared/domain/people'
import { holderOf, proposeAttendees, vacantSeats } from '../../../../../shared/domain/people/convene'
import { isoDate } from '../../../../../shared/lib/iso-date'
import {
  countingEffects,
  makeMembership,
  makePerson,
  makeSession,
  testId,
} from '../../../../helpers/make-session'

const SESSION = makeSession(2)
const DAY = isoDate('2017-11-15')

function makeSeat(n: number, changes: Partial<Record<keyof Seat, unknown>> = {}): Seat {
  return seatSchema.parse({
    id: testId(300 + n),
    bodyId: testId(1),
    order: n - 1,
    name: `Área ${n}`,
    acronym: `A${n}`,
    role: 'member',
    hasVote: true,
    signs: true,
    validFrom: null,
    validUntil: null,
    ...changes,
  })
}

function propose(seats: readonly Seat[], memberships: readonly Membership[], persons: readonly Person[]) {
  return proposeAttendees(SESSION, seats, memberships, persons, countingEffects())
}

describe('who is called to a session', () => {
  it('takes the titular in force on the date, and the suplente when none is', () => {
    const persons = [makePerson(1), makePerson(2), makePerson(3)]
    const memberships = [
      makeMembership(1, { validUntil: '2017-09-30' }),
      makeMembership(2, { seatId: testId(301), validFrom: '2017-10-01' }),
      makeMembership(3, { seatId: testId(301), standing: 'suplente' }),
    ]
    const seat = makeSeat(1)
    const name = (day: string) => holderOf(seat, memberships, persons, isoDate(day))?.person.fullName
    expect(name('2017-08-30')).toBe('Persona Número 1')
    expect(name('2017-11-15')).toBe('Persona Número 2')
    expect(holderOf(seat, memberships.slice(2), persons, DAY)?.membership.standing).toBe('suplente')
    expect(holderOf(seat, memberships.slice(0, 1), persons, DAY)).toBeNull()
  })

  it('counts both ends of a validity', () => {
    const memberships = [makeMembership(1, { validFrom: '2017-11-15', validUntil: '2017-11-15' })]
    expect(holderOf(makeSeat(1), memberships, [makePerson(1)], DAY)).not.toBeNull()
  })

  it('prefers whoever started last when data overlap', () => {
    const memberships = [
      makeMembership(1, { validFrom: '2015-01-01' }),
      makeMembership(2, { seatId: testId(301), validFrom: '2017-01-01' }),
    ]
    const holder = holderOf(makeSeat(1), memberships, [makePerson(1), makePerson(2)], DAY)
    expect(holder?.person.id).toBe(testId(202))
  })

  it('copies seat, captions and vote in seat order, and numbers the lines', () => {
    const seats = [
      makeSeat(2, { order: 0, hasVote: false, signs: false, role: 'guest' }),
      makeSeat(1, { order: 5 }),
    ]
    const memberships = [
      makeMembership(1, { charge: 'Secretario Ejecutivo', signatureCaption: 'Presidente del Comité' }),
      makeMembership(2),
    ]
    const attendees = propose(seats, memberships, [makePerson(1), makePerson(2)])
    expect(
      attendees.map(({ areaAcronym, order, hasVote, role }) => [areaAcronym, order, hasVote, role]),
    ).toEqual([
      ['A2', 0, false, 'guest'],
      ['A1', 1, true, 'member'],
    ])
    expect(attendees[1]).toMatchObject({
      charge: 'Secretario Ejecutivo',
      signatureCaption: 'Presidente del Comité',
      sessionId: SESSION.id,
      personId: testId(201),
    })
  })

  it('leaves out seats that are over or vacant, and names the vacant ones', () => {
    const seats = [makeSeat(1, { validUntil: '2017-01-31' }), makeSeat(2), makeSeat(3)]
    const memberships = [makeMembership(1), makeMembership(2)]
    const persons = [makePerson(1), makePerson(2)]
    expect(propose(seats, memberships, persons).map(({ areaAcronym }) => areaAcronym)).toEqual(['A2'])
    expect(vacantSeats(seats, memberships, persons, DAY).map(({ acronym }) => acronym)).toEqual(['A3'])
  })

  it('gives other initials to whoever would be mistaken, and leaves the rest', () => {
    const persons = [
      makePerson(1, { fullName: 'Jorge Torres Luna', shortName: 'Torres', initials: 'JT' }),
      makePerson(2, { fullName: 'Julia Téllez Ríos', shortName: 'Téllez', initials: 'JT' }),
      makePerson(3, { fullName: 'Juana Trejo Paz', shortName: 'Trejo', initials: 'J' }),
    ]
    const seats = [makeSeat(1), makeSeat(2), makeSeat(3)]
    const initials = propose(
      seats,
      [1, 2, 3].map((n) => makeMembership(n)),
      persons,
    ).map((each) => each.initials)
    expect(initials[0]).toBe('JT')
    expect(ambiguousInitials(initials)).toEqual([])
  })
})
