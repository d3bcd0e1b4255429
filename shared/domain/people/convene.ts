import { required } from '../../lib/assert'
import type { Effects } from '../../lib/effects'
import type { IsoDate } from '../../lib/iso-date'
import { type Attendee, attendeeSchema, type Session } from '../sessions'
import { proposeInitials } from './initials'
import type { Membership } from './membership'
import type { Person } from './person'
import type { Seat } from './seat'
import { isInForce } from './validity'

/** Who answers for a seat on a date. */
export interface SeatHolder {
  readonly membership: Membership
  readonly person: Person
}

/** Latest start first; an open start is the oldest; the id settles ties so that the answer is stable. */
function byNewestStart(a: Membership, b: Membership): number {
  const starts = (b.validFrom ?? '').localeCompare(a.validFrom ?? '')
  return starts !== 0 ? starts : a.id.localeCompare(b.id)
}

/**
 * Who sits in a seat on a date: the titular in force, otherwise a suplente in force, otherwise null.
 * When the data overlap, whoever started last counts.
 */
export function holderOf(
  seat: Seat,
  memberships: readonly Membership[],
  persons: readonly Person[],
  on: IsoDate,
): SeatHolder | null {
  const inForce = memberships
    .filter((membership) => membership.seatId === seat.id && isInForce(membership, on))
    .sort(byNewestStart)
  const membership = inForce.find(({ standing }) => standing === 'titular') ?? inForce[0]
  if (!membership) return null
  const person = required(
    persons.find(({ id }) => id === membership.personId),
    `person ${membership.personId} of membership ${membership.id}`,
  )
  return { membership, person }
}

/** Seats in force on a date, in the order of the attendance list. */
export function seatsInForce(seats: readonly Seat[], on: IsoDate): readonly Seat[] {
  return seats.filter((seat) => isInForce(seat, on)).sort((a, b) => a.order - b.order)
}

/** Seats in force on a date that nobody occupies: they cannot be called and lower the electorate. */
export function vacantSeats(
  seats: readonly Seat[],
  memberships: readonly Membership[],
  persons: readonly Person[],
  on: IsoDate,
): readonly Seat[] {
  return seatsInForce(seats, on).filter((seat) => holderOf(seat, memberships, persons, on) === null)
}

/** Her own initials while they are unmistakable in this session, otherwise others. */
function initialsWithin(person: Person, taken: readonly string[]): string {
  const clash = taken.some((other) => other.startsWith(person.initials) || person.initials.startsWith(other))
  return clash ? proposeInitials(person.fullName, person.shortName, taken) : person.initials
}

/**
 * The attendance list proposed for a session: one line per seat in force on its date, in seat order,
 * with the titular in force or, failing that, the suplente. Names, captions and vote are copied, so a
 * later change of the directory never rewrites it. Seats that nobody occupies are left out
 * (`vacantSeats` names them).
 */
export function proposeAttendees(
  session: Pick<Session, 'id' | 'date'>,
  seats: readonly Seat[],
  memberships: readonly Membership[],
  persons: readonly Person[],
  effects: Effects,
): readonly Attendee[] {
  const attendees: Attendee[] = []
  for (const seat of seatsInForce(seats, session.date)) {
    const holder = holderOf(seat, memberships, persons, session.date)
    if (!holder) continue
    const { person, membership } = holder
    attendees.push(
      attendeeSchema.parse({
        id: effects.newId(),
        sessionId: session.id,
        seatId: seat.id,
        personId: person.id,
        order: attendees.length,
        fullName: person.fullName,
        shortName: person.shortName,
        initials: initialsWithin(
          person,
          attendees.map(({ initials }) => initials),
        ),
        honorificShort: person.honorificShort,
        honorificLong: person.honorificLong,
        gender: person.gender,
        charge: membership.charge,
        signatureCaption: membership.signatureCaption,
        areaName: seat.name,
        areaAcronym: seat.acronym,
        role: seat.role,
        standing: membership.standing,
        hasVote: seat.hasVote,
        signs: seat.signs,
      }),
    )
  }
  return attendees
}
