import type { Effects } from '../../lib/effects'
import type { Body, Gender } from '../bodies'
import { findHonorific, longHonorific } from './directory-honorifics'
import { sitsAsMember } from './directory-labels'
import { guessGender, proposeCaptions, proposeShortName } from './directory-names'
import type { DirectoryRow } from './directory-rows'
import type { ColumnId } from './directory-sheet'
import { proposeInitials } from './initials'
import { type Membership, membershipSchema } from './membership'
import { type Person, personSchema } from './person'
import { type Seat, type SeatRole, seatSchema } from './seat'
import { isInForce } from './validity'

/** A record as it would be after the import, and as it is now; `before` null when it is new. */
export interface Draft<T> {
  readonly before: T | null
  readonly after: T
}

/** What the directory holds, or would hold. */
export interface Directory {
  readonly body: Body
  readonly seats: readonly Seat[]
  readonly persons: readonly Person[]
  readonly memberships: readonly Membership[]
}

/** A draft together with the columns whose value was proposed, not typed. */
export interface Proposed<T> {
  readonly record: T
  readonly proposed: readonly ColumnId[]
}

/** The value typed, or the one there is. */
function given<T>(typed: T | null, current: T): T {
  return typed ?? current
}

function proposedColumns(entries: readonly (readonly [ColumnId, unknown])[]): readonly ColumnId[] {
  return entries.filter(([, typed]) => typed === null).map(([id]) => id)
}

/** The existing seat with what the row says; blank cells change nothing. */
export function reviseSeat(seat: Seat, row: DirectoryRow): Seat {
  return {
    ...seat,
    acronym: given(row.acronym, seat.acronym),
    role: given(row.role, seat.role),
    hasVote: given(row.vote, seat.hasVote),
    signs: given(row.signs, seat.signs),
    validFrom: given(row.areaFrom, seat.validFrom),
    validUntil: given(row.areaUntil, seat.validUntil),
  }
}

/** A new seat; its role is proposed from the vote, vote and signature from the role (domain V1–V3). */
export function newSeat(
  row: DirectoryRow & { readonly area: string },
  order: number,
  body: Body,
  effects: Effects,
): Proposed<Seat> {
  const role: SeatRole = row.role ?? (row.vote === false ? 'guest' : 'member')
  const hasVote = row.vote ?? sitsAsMember(role)
  const record = seatSchema.parse({
    id: effects.newId(),
    bodyId: body.id,
    order,
    name: row.area,
    acronym: row.acronym ?? '',
    role,
    hasVote,
    signs: row.signs ?? hasVote,
    validFrom: row.areaFrom,
    validUntil: row.areaUntil,
  })
  return {
    record,
    proposed: proposedColumns([
      ['role', row.role],
      ['vote', row.vote],
      ['signs', row.signs],
    ]),
  }
}

/** Gender of a new person: typed, told by the form of address, or by the given name; null unknown. */
export function genderOfRow(row: DirectoryRow & { readonly fullName: string }): Gender | null {
  const implied = row.honorificShort === null ? null : (findHonorific(row.honorificShort)?.gender ?? null)
  const long = row.honorificLong === null ? null : (findHonorific(row.honorificLong)?.gender ?? null)
  return row.gender ?? implied ?? long ?? guessGender(row.fullName)
}

function shortHonorific(typed: string, gender: Gender): string {
  return findHonorific(typed)?.short[gender] ?? typed
}

/** The existing person with what the row says; blank cells change nothing. */
export function revisePerson(person: Person, row: DirectoryRow): Person {
  const gender =
    row.gender ?? (row.honorificShort === null ? null : findHonorific(row.honorificShort)?.gender)
  const settled = gender ?? person.gender
  const short =
    row.honorificShort === null ? person.honorificShort : shortHonorific(row.honorificShort, settled)
  const isSameAddress = short === person.honorificShort && settled === person.gender
  const derived = isSameAddress ? person.honorificLong : longHonorific(short, settled)
  return {
    ...person,
    gender: settled,
    honorificShort: short,
    honorificLong: row.honorificLong ?? derived,
    shortName: given(row.shortName, person.shortName),
    initials: given(row.initials, person.initials),
  }
}

/** What other persons already use, so that proposals can be told apart. */
export interface TakenNames {
  /** Folded short names. */
  readonly shortNames: ReadonlySet<string>
  readonly initials: readonly string[]
}

/** A new person of known gender; short name, initials and long form of address proposed when blank. */
export function newPerson(
  row: DirectoryRow & { readonly fullName: string },
  gender: Gender,
  taken: TakenNames,
  body: Body,
  effects: Effects,
): Proposed<Person> {
  const short = row.honorificShort === null ? '' : shortHonorific(row.honorificShort, gender)
  const shortName = row.shortName ?? proposeShortName(row.fullName, taken.shortNames)
  const long = row.honorificLong ?? longHonorific(short, gender)
  const record = personSchema.parse({
    id: effects.newId(),
    bodyId: body.id,
    fullName: row.fullName,
    shortName,
    initials: row.initials ?? proposeInitials(row.fullName, shortName, taken.initials),
    honorificShort: short,
    honorificLong: long,
    gender,
  })
  const columns = proposedColumns([
    ['gender', row.gender],
    ['shortName', row.shortName],
    ['initials', row.initials],
    ['honorificLong', long === '' ? long : row.honorificLong],
  ])
  return { record, proposed: columns }
}

/**
 * The membership that a row speaks of, among those of the same seat, person and standing: the one with
 * the same start; without a start in the row, or with an open start stored, the only or latest one.
 */
export function matchMembership(candidates: readonly Membership[], row: DirectoryRow): Membership | null {
  const newestFirst = [...candidates].sort((a, b) => (b.validFrom ?? '').localeCompare(a.validFrom ?? ''))
  if (row.from === null) return newestFirst[0] ?? null
  const from = row.from
  return (
    newestFirst.find(({ validFrom }) => validFrom === from) ??
    newestFirst.find((membership) => isInForce(membership, from)) ??
    null
  )
}

/** The existing membership with what the row says; blank cells change nothing. */
export function reviseMembership(membership: Membership, row: DirectoryRow): Membership {
  return {
    ...membership,
    charge: given(row.charge, membership.charge),
    signatureCaption: given(row.signatureCaption, membership.signatureCaption),
    validFrom: given(row.from, membership.validFrom),
    validUntil: given(row.until, membership.validUntil),
  }
}

/** A new membership; captions are proposed in the wording of 000 when blank. */
export function newMembership(
  row: DirectoryRow,
  seat: Seat,
  person: Person,
  body: Body,
  effects: Effects,
): Proposed<Membership> {
  const captions = proposeCaptions(seat.name, seat.role, person.gender, body)
  const signatureCaption = row.signatureCaption ?? captions.signatureCaption
  const record = membershipSchema.parse({
    id: effects.newId(),
    bodyId: body.id,
    seatId: seat.id,
    personId: person.id,
    standing: row.standing ?? 'titular',
    charge: row.charge ?? captions.charge,
    signatureCaption,
    validFrom: row.from,
    validUntil: row.until,
  })
  const columns = proposedColumns([
    ['charge', row.charge],
    ['signatureCaption', signatureCaption === null ? '' : row.signatureCaption],
    ['standing', row.standing],
  ])
  return { record, proposed: columns }
}
