import { describe, expect, it } from 'vitest'
import {
  type Attendee,
  addAttendee,
  candidatesForSeat,
  changeAttendee,
  factsOfAttendee,
  guestAttendee,
  refreshAttendance,
  removeAttendee,
  stepAttendee,
  takeSeat,
} from '../../../../../shared/domain/sessions'
import { isoDate } from '../../../../../shared/lib/iso-date'
import {
  countingEffects,
  makeAttendee,
  makeMembership,
  makePerson,
  makeRecord,
  makeSession,
  opened,
  testId,
  withFacts,
} from '../../../../helpers/make-session'

const session = makeSession(2)
const [a, b, c] = [1, 2, 3].map((n) => makeAttendee(session, n)) as [Attendee, Attendee, Attendee]
const list = [a, b, c]
const suplente = makePerson(7, { fullName: 'Suplente del Área Dos', initials: 'SD' })
const running = opened(makeRecord(session)).facts

describe('before anything is recorded', () => {
  it('lets another person come for a seat', () => {
    const changed = takeSeat(
      b,
      suplente,
      makeMembership(2, { personId: suplente.id, standing: 'suplente' }),
      list,
    )
    expect(changed).toMatchObject({
      id: b.id,
      seatId: b.seatId,
      fullName: 'Suplente del Área Dos',
      standing: 'suplente',
      initials: 'SD',
    })
    const result = changeAttendee(list, [], changed)
    expect(result.ok && result.value.map((line) => line.fullName)).toEqual([
      a.fullName,
      suplente.fullName,
      c.fullName,
    ])
  })

  it('keeps the charge when who comes has no membership in that seat', () => {
    expect(takeSeat(b, suplente, null, list)).toMatchObject({ charge: b.charge, standing: 'suplente' })
  })

  it('gives other initials when hers are taken on this list', () => {
    const sameKeys = makePerson(8, { fullName: 'Pedro Ávila', shortName: 'Ávila', initials: 'PA' })
    const taken = takeSeat(b, sameKeys, null, list).initials
    expect(taken).not.toBe('PA')
    expect([a, c].some((other) => other.initials.startsWith(taken) || taken.startsWith(other.initials))).toBe(
      false,
    )
  })

  it('moves and removes lines, keeping the order without gaps', () => {
    const moved = stepAttendee(list, c.id, -1)
    expect(moved.ok && moved.value.map((line) => [line.id, line.order])).toEqual([
      [a.id, 0],
      [c.id, 1],
      [b.id, 2],
    ])
    const left = removeAttendee(list, [], a.id)
    expect(left.ok && left.value.map((line) => line.order)).toEqual([0, 1])
  })

  it('refuses the same person twice', () => {
    const twice = { ...b, personId: a.personId, fullName: a.fullName }
    expect(changeAttendee(list, [], twice)).toEqual({
      ok: false,
      error: { code: 'person-twice', name: a.fullName },
    })
  })
})

describe('once facts exist', () => {
  it('refuses to remove whoever has something recorded', () => {
    expect(factsOfAttendee(running, a.id)).toBe(1)
    expect(removeAttendee(list, running, a.id)).toEqual({
      ok: false,
      error: { code: 'attendee-has-facts', name: a.fullName, facts: 1 },
    })
  })

  it('refuses to give the line of somebody who was there to another person', () => {
    const changed = takeSeat(b, suplente, null, list)
    expect(changeAttendee(list, running, changed)).toEqual({
      ok: false,
      error: { code: 'already-recorded-present', name: b.fullName },
    })
  })

  it('lets a suplente take the seat of somebody recorded as absent', () => {
    const record = withFacts(makeRecord(session), [
      { kind: 'presence', attendeeId: a.id, status: 'present', remote: false },
      { kind: 'presence', attendeeId: b.id, status: 'absent', remote: false },
      { kind: 'session-opened' },
    ])
    expect(changeAttendee(list, record.facts, takeSeat(b, suplente, null, list)).ok).toBe(true)
  })

  it('refuses to change who votes, and still mends names and signatures', () => {
    expect(changeAttendee(list, running, { ...b, hasVote: false })).toEqual({
      ok: false,
      error: { code: 'vote-is-settled', name: b.fullName },
    })
    expect(changeAttendee(list, running, { ...b, fullName: 'Nombre Corregido', signs: false }).ok).toBe(true)
  })

  it('lets people join with voice, not with a vote', () => {
    const guest = guestAttendee(
      session,
      {
        person: null,
        fullName: 'Diana Díaz',
        honorificShort: 'Lic.',
        honorificLong: 'licenciada',
        gender: 'f',
        charge: 'DEPPP',
      },
      list,
      countingEffects(),
    )
    expect(guest).toMatchObject({
      seatId: null,
      personId: null,
      shortName: 'Díaz',
      hasVote: false,
      signs: false,
      order: 3,
    })
    expect(addAttendee(list, running, guest).ok).toBe(true)
    expect(addAttendee(list, running, { ...guest, hasVote: true })).toEqual({
      ok: false,
      error: { code: 'vote-is-settled', name: 'Diana Díaz' },
    })
  })
})

describe('who may come for a seat', () => {
  const seatId = makeMembership(2).seatId
  const persons = [makePerson(2), suplente]
  const memberships = [
    makeMembership(2, { id: testId(450), personId: suplente.id, standing: 'suplente' }),
    makeMembership(2, { validUntil: '2017-12-31' }),
  ]

  it('titular first, and only memberships in force', () => {
    const names = (on: string) =>
      candidatesForSeat(seatId, memberships, persons, isoDate(on)).map(({ person }) => person.id)
    expect(names('2017-11-15')).toEqual([testId(202), suplente.id])
    expect(names('2018-01-01')).toEqual([suplente.id])
  })
})

describe('bringing the list up to date with the directory', () => {
  const candidate = (n: number, charge: string) => ({
    membership: makeMembership(n, { charge }),
    person: makePerson(n, { fullName: `Persona Número ${n}` }),
  })
  const proposed = [
    makeAttendee(session, 1),
    makeAttendee(session, 2, { id: testId(801), charge: 'Representante nueva' }),
    makeAttendee(session, 3, {
      id: testId(802),
      personId: suplente.id,
      fullName: suplente.fullName,
      shortName: suplente.shortName,
      initials: 'SD',
    }),
    makeAttendee(session, 4, { id: testId(803) }),
  ]
  const candidates = [
    candidate(1, a.charge),
    candidate(2, 'Representante nueva'),
    candidate(4, 'Representante del Área 4'),
  ]
  const result = refreshAttendance([{ ...a, hasVote: false }, b, c], proposed, candidates)

  it('reads captions again, replaces who no longer holds the seat, adds what was missing', () => {
    expect(result.attendees.map((line) => [line.id, line.fullName, line.charge])).toEqual([
      [a.id, 'Persona Número 1', a.charge],
      [b.id, 'Persona Número 2', 'Representante nueva'],
      [c.id, 'Suplente del Área Dos', c.charge],
      [testId(803), 'Persona Número 4', 'Representante del Área 4'],
    ])
    expect([result.added, result.updated]).toEqual([1, 2])
  })

  it('keeps the vote decided for this session and changes nothing the second time', () => {
    expect(result.attendees[0]?.hasVote).toBe(false)
    const all = [
      ...candidates,
      { membership: makeMembership(3, { personId: suplente.id }), person: suplente },
    ]
    const again = refreshAttendance(result.attendees, proposed, all)
    expect(again).toEqual({ attendees: result.attendees, added: 0, updated: 0 })
  })
})
