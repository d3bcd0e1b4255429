import type { Effects } from '../../lib/effects'
import type { IsoDate } from '../../lib/iso-date'
import { foldText } from '../../lib/spanish'
import {
  isInForce,
  type Membership,
  type Person,
  proposeInitials,
  proposeShortName,
  type SeatId,
} from '../people'
import { inAttendanceOrder } from './attendance-edit'
import { type Attendee, attendeeSchema } from './attendee'
import type { Session } from './session'

/** Somebody who may come for a seat, and by which membership. */
export interface SeatCandidate {
  readonly membership: Membership
  readonly person: Person
}

/** Who may come for a seat on a date: the titulares in force first, then the suplentes. */
export function candidatesForSeat(
  seatId: SeatId,
  memberships: readonly Membership[],
  persons: readonly Person[],
  on: IsoDate,
): readonly SeatCandidate[] {
  return memberships
    .filter((membership) => membership.seatId === seatId && isInForce(membership, on))
    .sort((a, b) => b.standing.localeCompare(a.standing))
    .flatMap((membership) => {
      const person = persons.find((candidate) => candidate.id === membership.personId)
      return person ? [{ membership, person }] : []
    })
}

/**
 * Her own initials while nobody else on the list could be meant by them; otherwise those she had on the
 * list (`had`), or new ones.
 */
function initialsAmong(
  person: Pick<Person, 'fullName' | 'shortName' | 'initials'>,
  others: readonly Attendee[],
  had: string | null,
): string {
  const taken = others.map((other) => other.initials)
  const clashes = (own: string) => taken.some((other) => other.startsWith(own) || own.startsWith(other))
  if (!clashes(person.initials)) return person.initials
  return had !== null && !clashes(had) ? had : proposeInitials(person.fullName, person.shortName, taken)
}

function formsOf(person: Person, others: readonly Attendee[], had: string | null) {
  return {
    personId: person.id,
    fullName: person.fullName,
    shortName: person.shortName,
    initials: initialsAmong(person, others, had),
    honorificShort: person.honorificShort,
    honorificLong: person.honorificLong,
    gender: person.gender,
  }
}

/**
 * A line of the list taken by another person. With a membership in that seat, its charge and captions
 * come along; without one she comes in place of whoever holds it: the charge stays and she is a suplente.
 */
export function takeSeat(
  line: Attendee,
  person: Person,
  membership: Membership | null,
  list: readonly Attendee[],
): Attendee {
  const others = list.filter((other) => other.id !== line.id)
  const post = membership
    ? {
        charge: membership.charge,
        signatureCaption: membership.signatureCaption,
        standing: membership.standing,
      }
    : { standing: 'suplente' as const }
  const had = line.personId === person.id ? line.initials : null
  return attendeeSchema.parse({ ...line, ...formsOf(person, others, had), ...post })
}

/** What has to be known of an invited person who may not be in the directory. */
export interface Guest {
  readonly person: Person | null
  readonly fullName: string
  readonly honorificShort: string
  readonly honorificLong: string
  readonly gender: Attendee['gender']
  readonly charge: string
}

/** A new line for an invited person without a seat: voice, no vote, no signature (domain V3). */
export function guestAttendee(
  session: Pick<Session, 'id'>,
  guest: Guest,
  list: readonly Attendee[],
  effects: Pick<Effects, 'newId'>,
): Attendee {
  const shortName = proposeShortName(guest.fullName, new Set(list.map((other) => foldText(other.shortName))))
  const taken = list.map((other) => other.initials)
  const forms = guest.person
    ? formsOf(guest.person, list, null)
    : {
        personId: null,
        fullName: guest.fullName,
        shortName,
        initials: proposeInitials(guest.fullName, shortName, taken),
        honorificShort: guest.honorificShort,
        honorificLong: guest.honorificLong,
        gender: guest.gender,
      }
  return attendeeSchema.parse({
    ...forms,
    id: effects.newId(),
    sessionId: session.id,
    seatId: null,
    order: list.length,
    charge: guest.charge,
    signatureCaption: null,
    areaName: '',
    areaAcronym: '',
    role: 'guest',
    standing: 'titular',
    hasVote: false,
    signs: false,
  })
}

/** What bringing the list up to date did: the new list and how many lines of each kind changed. */
export interface RefreshedAttendance {
  readonly attendees: readonly Attendee[]
  readonly added: number
  readonly updated: number
}

function isSameLine(a: Attendee, b: Attendee): boolean {
  return Object.entries(a).every(([key, value]) => b[key as keyof Attendee] === value)
}

/** A line of the list with what the directory says now; vote and signature of the session stay. */
function refreshLine(
  line: Attendee,
  proposed: readonly Attendee[],
  candidates: readonly SeatCandidate[],
  list: readonly Attendee[],
): Attendee {
  const fresh = proposed.find((candidate) => candidate.seatId === line.seatId)
  const area = fresh ? { areaName: fresh.areaName, areaAcronym: fresh.areaAcronym, role: fresh.role } : {}
  const same = candidates.find(
    ({ membership, person }) => person.id === line.personId && membership.seatId === line.seatId,
  )
  if (same) return { ...takeSeat(line, same.person, same.membership, list), ...area }
  if (!fresh) return line
  const { id: _id, order: _order, hasVote: _vote, signs: _signs, ...forms } = fresh
  const others = list.filter((other) => other.id !== line.id)
  return { ...line, ...forms, initials: initialsAmong(fresh, others, null) }
}

/**
 * Brings the list up to date with the directory, before the session opens: names and captions are read
 * again; a person who no longer holds the seat gives way to who does; seats that were missing are added
 * at the end. A suplente chosen by hand stays while her membership is in force, and so do the vote and
 * signature decided for this session, its order, and people without a seat. Nobody is taken off.
 */
export function refreshAttendance(
  list: readonly Attendee[],
  proposed: readonly Attendee[],
  candidates: readonly SeatCandidate[],
): RefreshedAttendance {
  let current = inAttendanceOrder(list)
  let updated = 0
  for (const line of current) {
    if (line.seatId === null) continue
    const fresh = refreshLine(line, proposed, candidates, current)
    if (isSameLine(fresh, line)) continue
    current = current.map((other) => (other.id === line.id ? fresh : other))
    updated += 1
  }
  const missing = proposed.filter((line) => !current.some((other) => other.seatId === line.seatId))
  for (const line of missing) {
    current = [...current, { ...line, order: current.length, initials: initialsAmong(line, current, null) }]
  }
  return { attendees: current, added: missing.length, updated }
}
