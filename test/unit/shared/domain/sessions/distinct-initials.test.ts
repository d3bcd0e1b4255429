import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ambiguousInitials } from '../../../../../shared/domain/people'
import {
  type Attendee,
  changeAttendee,
  confusedWith,
  distinctInitials,
  initialsClashes,
} from '../../../../../shared/domain/sessions'
import { makeAttendee, makeSession } from '../../../../helpers/make-session'

const session = makeSession(1)

function listed(...initials: readonly string[]): readonly Attendee[] {
  return initials.map((each, index) => makeAttendee(session, index + 1, { initials: each }))
}

function named(attendees: readonly Attendee[]): readonly string[] {
  return attendees.map((attendee) => attendee.initials)
}

describe('initials that can be typed in the room', () => {
  it('stay as they are when nobody can be confused with anybody', () => {
    const list = listed('JT', 'CA', 'RA')
    expect(initialsClashes(list)).toEqual([])
    expect(distinctInitials(list)).toBe(list)
  })

  it('are others for whoever comes later with the same, made of her name', () => {
    const list = [
      makeAttendee(session, 1, { initials: 'JT', fullName: 'Jorge Torres Antuñano', shortName: 'Torres' }),
      makeAttendee(session, 2, { initials: 'JT', fullName: 'Juana Téllez Ruiz', shortName: 'Téllez' }),
    ]
    const [clash] = initialsClashes(list)
    expect([clash?.attendee.id, clash?.other.id]).toEqual([list[1]?.id, list[0]?.id])
    expect(clash?.proposed).toMatch(/^J[A-ZÑ]{1,3}$/)
    expect(named(distinctInitials(list))).toEqual(['JT', clash?.proposed])
  })

  it('are never those of somebody who keeps hers, earlier or later in the list', () => {
    const list = listed('PN', 'PN', 'PU', 'PM')
    const names = named(distinctInitials(list))
    expect([names[0], names[2], names[3]]).toEqual(['PN', 'PU', 'PM'])
    expect(ambiguousInitials(names)).toEqual([])
  })

  it('can always be told apart, whatever was on the list', () => {
    const some = fc.array(fc.stringMatching(/^[ABÑ]{1,4}$/), { minLength: 2, maxLength: 14 })
    fc.assert(
      fc.property(some, (initials) => {
        const list = listed(...initials)
        const distinct = distinctInitials(list)
        expect(ambiguousInitials(named(distinct))).toEqual([])
        expect(distinct.every((attendee) => /^[A-ZÑ]{1,4}$/.test(attendee.initials))).toBe(true)
        expect(distinctInitials(distinct)).toBe(distinct)
      }),
    )
  })

  it('cannot be typed in Preparación when they are somebody else’s; another field still can be changed', () => {
    const list = listed('JT', 'CA', 'CA')
    const [, ca, twin] = list
    if (!ca || !twin) throw new Error('three lines')
    expect(confusedWith(list, ca, 'J')?.initials).toBe('JT')
    expect(changeAttendee(list, [], { ...ca, initials: 'JTX' })).toMatchObject({
      ok: false,
      error: { code: 'initials-confused', name: list[0]?.fullName },
    })
    expect(changeAttendee(list, [], { ...twin, charge: 'Otro cargo' }).ok).toBe(true)
    expect(changeAttendee(list, [], { ...twin, initials: 'CX' }).ok).toBe(true)
  })
})
