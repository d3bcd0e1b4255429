import { err, ok, type Result } from '../../lib/result'
import { foldText } from '../../lib/spanish'
import type { Gender } from '../bodies'
import {
  findHonorific,
  guessGender,
  longHonorific,
  type Membership,
  type Person,
  splitHonorific,
} from '../people'
import type { Guest } from './attendance-people'

/** What is typed to invite somebody: "Lic. Diana Díaz", her charge, and her gender when it was chosen. */
export interface GuestDraft {
  readonly name: string
  readonly charge: string
  /** null: as the form of address or the given name tell. */
  readonly gender: Gender | null
}

/** What is wrong with one field of an invitation, in Spanish. */
export interface GuestProblem {
  readonly field: keyof GuestDraft
  readonly text: string
}

/** Somebody of the directory by her full name, accents and case aside; null when there is nobody. */
function findPerson(name: string, persons: readonly Person[]): Person | null {
  const folded = foldText(name)
  return persons.find((person) => foldText(person.fullName) === folded) ?? null
}

/**
 * Reads an invitation. A person of the directory comes with the forms she has there, and with the charge
 * of her membership when none is typed; anybody else needs a charge, and a gender that can be told.
 */
export function readGuest(
  draft: GuestDraft,
  persons: readonly Person[],
  memberships: readonly Membership[],
): Result<Guest, GuestProblem> {
  const { honorific, name } = splitHonorific(draft.name.trim().replace(/\s+/g, ' '))
  if (name === '') return err({ field: 'name', text: 'Escriba el nombre de la persona invitada.' })
  const person = findPerson(name, persons)
  const held = memberships.find((membership) => membership.personId === person?.id)
  const charge = draft.charge.trim() === '' ? (held?.charge ?? '') : draft.charge.trim()
  if (charge === '') {
    return err({ field: 'charge', text: `Escriba el cargo de ${name}, como irá en la lista de asistencia.` })
  }
  const known = findHonorific(honorific)
  const gender = person?.gender ?? draft.gender ?? known?.gender ?? guessGender(name)
  if (gender === null) {
    return err({ field: 'gender', text: `Elija cómo nombrar a ${name}: «ella» o «él».` })
  }
  return ok({
    person,
    fullName: person?.fullName ?? name,
    honorificShort: known?.short[gender] ?? honorific,
    honorificLong: longHonorific(honorific, gender),
    gender,
    charge,
  })
}
