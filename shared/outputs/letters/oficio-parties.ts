import { isInForce, type Membership, type Person, type Seat } from '../../domain/people'
import type { IsoDate } from '../../lib/iso-date'
import type { AreaBatch } from './area-batch'

/** Somebody whom an oficio names: with her form of address, and the charge under it. */
export interface OficioParty {
  readonly name: string
  readonly charge: string
}

/** The directory as far as an oficio needs it. */
export interface OficioDirectory {
  readonly seats: readonly Pick<Seat, 'id' | 'role' | 'validFrom' | 'validUntil'>[]
  readonly persons: readonly Pick<Person, 'id' | 'fullName' | 'honorificShort'>[]
  readonly memberships: readonly Membership[]
}

function partyOf({ persons }: OficioDirectory, membership: Membership, charge: string): OficioParty | null {
  const person = persons.find(({ id }) => id === membership.personId)
  if (!person) return null
  return { name: [person.honorificShort, person.fullName].filter(Boolean).join(' '), charge }
}

/** Whom the oficio of an área is for: its titular, or the person herself; null when nobody is known. */
export function oficioAddressee(
  directory: OficioDirectory,
  batch: Pick<AreaBatch, 'key'>,
  today: IsoDate,
): OficioParty | null {
  const places = directory.memberships.filter((membership) => isInForce(membership, today))
  const place =
    places.find(({ seatId, standing }) => seatId === batch.key && standing === 'titular') ??
    places.find(({ personId }) => personId === batch.key)
  return place ? partyOf(directory, place, place.charge) : null
}

/** Who signs it: the titular of the Secretaría Técnica, as on the signature sheet; null when vacant. */
export function oficioSigner(directory: OficioDirectory, today: IsoDate): OficioParty | null {
  const seat = directory.seats.find((one) => one.role === 'technical-secretariat' && isInForce(one, today))
  const place = directory.memberships.find(
    (one) => one.seatId === seat?.id && one.standing === 'titular' && isInForce(one, today),
  )
  return place ? partyOf(directory, place, place.signatureCaption ?? place.charge) : null
}
