import { z } from 'zod'
import { type IsoDate, isIsoDate, isoDate } from '../../lib/iso-date'
import { foldText } from '../../lib/spanish'
import { genderSchema } from '../bodies'
import { readInitials } from './directory-cells'
import { membershipConflict, roleConflict, spansOverlap, spanText } from './directory-checks'
import type { Directory } from './directory-drafts'
import { ROLE_LABELS } from './directory-labels'
import { type Membership, membershipSchema, standingSchema } from './membership'
import { type Person, personSchema } from './person'
import { type Seat, seatRoleSchema, seatSchema } from './seat'

const MAX_TEXT = 300

function text() {
  return z.string().trim().max(MAX_TEXT, `Use ${MAX_TEXT} caracteres como máximo.`)
}

function requiredText(missing: string) {
  return text().min(1, missing)
}

/** A date as a form gives it: empty for an open end. */
const dateText = z
  .string()
  .trim()
  .refine((typed) => typed === '' || isIsoDate(typed), 'Esa fecha no existe o está incompleta.')

const REVERSED = 'La fecha final es anterior a la inicial.'

function isOrdered(span: { readonly validFrom: string; readonly validUntil: string }): boolean {
  return span.validFrom === '' || span.validUntil === '' || span.validFrom <= span.validUntil
}

function dateOf(typed: string): IsoDate | null {
  return typed === '' ? null : isoDate(typed)
}

/** What a user writes of a seat; dates are text, empty for an open end. */
export const seatDraftSchema = z
  .strictObject({
    name: requiredText('Escriba el nombre del área.'),
    acronym: text(),
    role: seatRoleSchema,
    hasVote: z.boolean(),
    signs: z.boolean(),
    validFrom: dateText,
    validUntil: dateText,
  })
  .refine(isOrdered, { path: ['validUntil'], message: REVERSED })
/** What a user writes of a seat. */
export type SeatDraft = z.infer<typeof seatDraftSchema>

/** What a user writes of a person and of her place in a seat, in one form; no gender is not accepted. */
export const holderDraftSchema = z
  .strictObject({
    fullName: requiredText('Escriba el nombre completo.').regex(/\p{L}/u, 'El nombre debe tener letras.'),
    shortName: requiredText('Escriba cómo se le nombra en el texto.'),
    initials: z
      .string()
      .refine((typed) => readInitials(typed).ok, 'Use de una a cuatro letras.')
      .transform((typed) => {
        const read = readInitials(typed)
        return read.ok ? read.value : typed
      }),
    honorificShort: text(),
    honorificLong: text(),
    gender: z.enum([...genderSchema.options, '']).refine((gender) => gender !== '', 'Elija el género.'),
    standing: standingSchema,
    charge: requiredText('Escriba el cargo como va en la lista de asistencia.'),
    signatureCaption: text(),
    validFrom: dateText,
    validUntil: dateText,
  })
  .refine(isOrdered, { path: ['validUntil'], message: REVERSED })
/** A person and her place in a seat as written and accepted. */
export type HolderDraft = z.infer<typeof holderDraftSchema>
/** The same while it is being written: the gender may not be chosen yet. */
export type HolderInput = z.input<typeof holderDraftSchema>

/** Fields of an edit that the directory refuses, and why, in Spanish. */
export interface EditConflict {
  readonly field: string
  readonly message: string
}

/** The form of a stored seat. */
export function draftOfSeat(seat: Seat): SeatDraft {
  return {
    name: seat.name,
    acronym: seat.acronym,
    role: seat.role,
    hasVote: seat.hasVote,
    signs: seat.signs,
    validFrom: seat.validFrom ?? '',
    validUntil: seat.validUntil ?? '',
  }
}

/** The seat with what the user wrote; id, body and order stay. */
export function seatFromDraft(place: Pick<Seat, 'id' | 'bodyId' | 'order'>, draft: SeatDraft): Seat {
  return seatSchema.parse({
    id: place.id,
    bodyId: place.bodyId,
    order: place.order,
    ...draft,
    validFrom: dateOf(draft.validFrom),
    validUntil: dateOf(draft.validUntil),
  })
}

/** The form of a person in a seat. */
export function draftOfHolder(person: Person, membership: Membership): HolderDraft {
  return {
    fullName: person.fullName,
    shortName: person.shortName,
    initials: person.initials,
    honorificShort: person.honorificShort,
    honorificLong: person.honorificLong,
    gender: person.gender,
    standing: membership.standing,
    charge: membership.charge,
    signatureCaption: membership.signatureCaption ?? '',
    validFrom: membership.validFrom ?? '',
    validUntil: membership.validUntil ?? '',
  }
}

/** The person with what the user wrote. */
export function personFromDraft(who: Pick<Person, 'id' | 'bodyId'>, draft: HolderDraft): Person {
  return personSchema.parse({
    id: who.id,
    bodyId: who.bodyId,
    fullName: draft.fullName,
    shortName: draft.shortName,
    initials: draft.initials,
    honorificShort: draft.honorificShort,
    honorificLong: draft.honorificLong,
    gender: draft.gender,
  })
}

/** The membership with what the user wrote; an empty signature caption means the same as the charge. */
export function membershipFromDraft(
  place: Pick<Membership, 'id' | 'bodyId' | 'seatId' | 'personId'>,
  draft: HolderDraft,
): Membership {
  return membershipSchema.parse({
    id: place.id,
    bodyId: place.bodyId,
    seatId: place.seatId,
    personId: place.personId,
    standing: draft.standing,
    charge: draft.charge,
    signatureCaption: draft.signatureCaption === '' ? null : draft.signatureCaption,
    validFrom: dateOf(draft.validFrom),
    validUntil: dateOf(draft.validUntil),
  })
}

/** Why a seat cannot stand beside the others as written; null when it can. */
export function seatConflict(seat: Seat, others: readonly Seat[]): EditConflict | null {
  const beside = others.filter((other) => other.id !== seat.id && spansOverlap(other, seat))
  if (beside.some((other) => foldText(other.name) === foldText(seat.name))) {
    return { field: 'name', message: 'Ya hay un área con ese nombre en las mismas fechas.' }
  }
  const sameAcronym = beside.find(
    (other) => seat.acronym !== '' && foldText(other.acronym) === foldText(seat.acronym),
  )
  if (sameAcronym) {
    return { field: 'acronym', message: `Esa sigla ya es de «${sameAcronym.name}» en las mismas fechas.` }
  }
  const sameRole = roleConflict(seat, beside)
  if (!sameRole) return null
  const message = `${ROLE_LABELS[seat.role]} ya es el rol de «${sameRole.name}» en las mismas fechas.`
  return { field: 'role', message }
}

/** Why somebody cannot sit in a seat as written; null when she can. */
export function holderConflict(
  membership: Membership,
  others: readonly Membership[],
  persons: readonly Person[],
): EditConflict | null {
  const conflict = membershipConflict(membership, others)
  if (!conflict) return null
  const name = persons.find(({ id }) => id === conflict.other.personId)?.fullName ?? 'otra persona'
  const when = spanText(conflict.other)
  const message =
    conflict.kind === 'two-titulares'
      ? `Ya hay titular en esas fechas: ${name} (${when}). Termine antes su vigencia.`
      : `${name} ya ocupa este lugar en esas fechas (${when}).`
  return { field: conflict.kind === 'two-titulares' ? 'standing' : 'fullName', message }
}

/** The last day of whoever is followed by somebody who starts on a date. */
export function dayBefore(date: IsoDate): IsoDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const before = new Date(Date.UTC(year, month - 1, day - 1))
  return isoDate(before.toISOString().slice(0, 10))
}

/** Seats moved so that one stands at another place (0 first); only those whose order changes are returned. */
export function moveSeatTo(seats: readonly Seat[], id: Seat['id'], to: number): readonly Draft<Seat>[] {
  const ordered = [...seats].sort((a, b) => a.order - b.order)
  const moved = ordered.find((seat) => seat.id === id)
  if (!moved) return []
  const rest = ordered.filter((seat) => seat.id !== id)
  const at = Math.max(0, Math.min(rest.length, to))
  return [...rest.slice(0, at), moved, ...rest.slice(at)].flatMap((seat, order) =>
    seat.order === order ? [] : [{ before: seat, after: { ...seat, order } }],
  )
}

/** A change of a stored record. */
interface Draft<T> {
  readonly before: T
  readonly after: T
}

/** What leaves the directory together with some memberships: those persons who would have no seat left. */
export function personsWithoutSeat(
  directory: Pick<Directory, 'persons' | 'memberships'>,
  leaving: readonly Membership[],
): readonly Person[] {
  const gone = new Set(leaving.map(({ id }) => id))
  const seated = new Set(
    directory.memberships.filter(({ id }) => !gone.has(id)).map(({ personId }) => personId),
  )
  const touched = new Set(leaving.map(({ personId }) => personId))
  return directory.persons.filter(({ id }) => touched.has(id) && !seated.has(id))
}
