import { type Body, type BodyRules, bodySchema, DEFAULT_RULES } from '../domain/bodies'
import {
  ambiguousInitials,
  type Membership,
  membershipSchema,
  type Person,
  personSchema,
  proposeInitials,
  type Seat,
  seatSchema,
} from '../domain/people'
import { required } from '../lib/assert'
import type { Effects } from '../lib/effects'
import { foldText } from '../lib/spanish'
import type { SessionFile, SessionFilePerson } from './schema'

/** Rows of the directory that are stored already. */
export interface ExistingDirectory {
  readonly bodies: readonly Body[]
  readonly seats: readonly Seat[]
  readonly persons: readonly Person[]
  readonly memberships: readonly Membership[]
}

/** The directory as the session needs it; the lists hold only the new rows. */
export interface PlannedDirectory {
  readonly body: Body
  readonly bodies: readonly Body[]
  readonly seats: readonly Seat[]
  readonly persons: readonly Person[]
  readonly memberships: readonly Membership[]
  /** The seat of a person of the file, stored or new; null for one who comes without a seat. */
  readonly seatOf: (person: SessionFilePerson) => Seat | null
  /** The row of a person of the file, stored or new. */
  readonly personOf: (person: SessionFilePerson) => Person
}

function rulesOf(file: SessionFile): BodyRules {
  const { rules } = file.body
  if (!rules) return DEFAULT_RULES
  const { quorumSeats, majority, castingVote, reason } = rules
  const overridden = { overrideReason: reason }
  return {
    ...DEFAULT_RULES,
    ...(quorumSeats === undefined
      ? {}
      : {
          quorum: { ...DEFAULT_RULES.quorum, value: { kind: 'fixed', seats: quorumSeats }, ...overridden },
        }),
    ...(majority === undefined
      ? {}
      : { majority: { ...DEFAULT_RULES.majority, value: majority, ...overridden } }),
    ...(castingVote === undefined
      ? {}
      : { castingVote: { ...DEFAULT_RULES.castingVote, value: castingVote, ...overridden } }),
  }
}

function planBody(file: SessionFile, existing: ExistingDirectory, effects: Effects): Body {
  const { rules: _rules, ...fields } = file.body
  const stored = existing.bodies.find((body) => foldText(body.acronym) === foldText(fields.acronym))
  return stored ?? bodySchema.parse({ ...fields, id: effects.newId(), rules: rulesOf(file) })
}

/** Seats by acronym: those stored under this body, and new ones for the rest, after them. */
function planSeats(
  file: SessionFile,
  body: Body,
  stored: readonly Seat[],
  effects: Effects,
): readonly Seat[] {
  const known = new Set(stored.map((seat) => foldText(seat.acronym)))
  const first = stored.reduce((max, seat) => Math.max(max, seat.order + 1), 0)
  return file.seats
    .filter((seat) => !known.has(foldText(seat.acronym)))
    .map((seat, index) =>
      seatSchema.parse({
        ...seat,
        id: effects.newId(),
        bodyId: body.id,
        order: first + index,
        validFrom: null,
        validUntil: null,
      }),
    )
}

/** The initials of the file unless somebody of the directory already has some like them. */
function freeInitials(person: SessionFilePerson, taken: readonly string[]): string {
  const clashes = taken.some((other) => ambiguousInitials([other, person.initials]).length > 0)
  return clashes ? proposeInitials(person.fullName, person.shortName, taken) : person.initials
}

function planPersons(
  file: SessionFile,
  body: Body,
  stored: readonly Person[],
  effects: Effects,
): readonly Person[] {
  const known = new Set(stored.map((person) => foldText(person.fullName)))
  const taken = stored.map((person) => person.initials)
  return file.people
    .filter((person) => !known.has(foldText(person.fullName)))
    .map((person) => {
      const { fullName, shortName, honorificShort, honorificLong, gender } = person
      const initials = freeInitials(person, taken)
      taken.push(initials)
      const names = { fullName, shortName, honorificShort, honorificLong, gender, initials }
      return personSchema.parse({ ...names, id: effects.newId(), bodyId: body.id })
    })
}

/** Body, seats, persons and memberships that the file needs, reusing what is stored under its acronym. */
export function planDirectory(
  file: SessionFile,
  existing: ExistingDirectory,
  effects: Effects,
): PlannedDirectory {
  const body = planBody(file, existing, effects)
  const storedSeats = existing.seats.filter((seat) => seat.bodyId === body.id)
  const storedPersons = existing.persons.filter((person) => person.bodyId === body.id)
  const seats = planSeats(file, body, storedSeats, effects)
  const persons = planPersons(file, body, storedPersons, effects)
  const seatByAcronym = new Map([...storedSeats, ...seats].map((seat) => [foldText(seat.acronym), seat]))
  const personByName = new Map([...storedPersons, ...persons].map((p) => [foldText(p.fullName), p]))
  const seatOf = ({ seat }: SessionFilePerson) =>
    seat === undefined ? null : required(seatByAcronym.get(foldText(seat)), 'seat')
  const personOf = (person: SessionFilePerson) =>
    required(personByName.get(foldText(person.fullName)), 'person')
  const memberships = file.people.flatMap((person): readonly Membership[] => {
    const seatId = seatOf(person)?.id
    if (seatId === undefined) return []
    const personId = personOf(person).id
    if (existing.memberships.some((m) => m.seatId === seatId && m.personId === personId)) return []
    return [
      membershipSchema.parse({
        id: effects.newId(),
        bodyId: body.id,
        seatId,
        personId,
        standing: person.standing ?? 'titular',
        charge: person.charge,
        signatureCaption: person.signatureCaption ?? null,
        validFrom: person.validFrom ?? null,
        validUntil: person.validUntil ?? null,
      }),
    ]
  })
  const isNew = !existing.bodies.some((stored) => stored.id === body.id)
  return { body, bodies: isNew ? [body] : [], seats, persons, memberships, seatOf, personOf }
}
