import { describe, expect, it } from 'vitest'
import {
  countsText,
  filterLines,
  listedName,
  seatLines,
} from '../../../../../renderer/features/directory/directory-lines'
import { type Directory, seatSchema } from '../../../../../shared/domain/people'
import { isoDate } from '../../../../../shared/lib/iso-date'
import { makeBody, makeMembership, makePerson, testId } from '../../../../helpers/make-session'

const TODAY = isoDate('2017-11-15')

function seat(n: number, changes: object = {}) {
  return seatSchema.parse({
    id: testId(300 + n),
    bodyId: testId(1),
    order: 10 - n,
    name: `Dirección ${n}`,
    acronym: `D${n}`,
    role: 'member',
    hasVote: n < 3,
    signs: true,
    validFrom: null,
    validUntil: null,
    ...changes,
  })
}

const DIRECTORY: Directory = {
  body: makeBody(),
  seats: [seat(1), seat(2), seat(3), seat(4, { validUntil: '2016-12-31' })],
  persons: [1, 2, 3, 4].map((n) => makePerson(n)),
  memberships: [
    makeMembership(1, { validUntil: '2017-09-30' }),
    makeMembership(2, { seatId: testId(301), validFrom: '2017-10-01' }),
    makeMembership(3, { seatId: testId(301), standing: 'suplente' }),
    makeMembership(4, { seatId: testId(302), standing: 'suplente' }),
  ],
}

describe('seats as the list shows them', () => {
  const lines = seatLines(DIRECTORY, TODAY)
  const line = (acronym: string) => lines.find((each) => each.seat.acronym === acronym)

  it('follow the order of the attendance list and say who answers today', () => {
    expect(lines.map((each) => each.seat.acronym)).toEqual(['D4', 'D3', 'D2', 'D1'])
    expect(line('D1')?.holder?.person.id).toBe(testId(202))
    expect(line('D1')?.suplentes).toBe(1)
    expect(line('D2')?.holder?.membership.standing).toBe('suplente')
    expect(line('D2')?.suplentes).toBe(0)
    expect(line('D3')?.holder).toBeNull()
  })

  it('list everybody who sat there, whoever is in force first', () => {
    expect(line('D1')?.holders.map(({ person }) => person.id)).toEqual([
      testId(202),
      testId(203),
      testId(201),
    ])
  })

  it('are found by words of seat, role and persons, without accents', () => {
    const found = (typed: string, withPast = false) =>
      filterLines(lines, typed, withPast).map((each) => each.seat.acronym)
    expect(found('')).toEqual(['D3', 'D2', 'D1'])
    expect(found('', true)).toHaveLength(4)
    expect(found('direccion 1')).toEqual(['D1'])
    expect(found('numero 1')).toEqual(['D1'])
    expect(found('sin voto')).toEqual(['D3'])
    expect(found('nadie')).toEqual([])
  })

  it('are counted as they stand today', () => {
    expect(countsText(lines)).toBe('3 áreas, 2 con voto · 1 vacante')
    expect(countsText(lines.slice(3))).toBe('1 área, 1 con voto')
  })

  it('name persons with their form of address, if any', () => {
    expect(listedName(makePerson(1))).toBe('Lic. Persona Número 1')
    expect(listedName(makePerson(1, { honorificShort: '' }))).toBe('Persona Número 1')
  })
})
