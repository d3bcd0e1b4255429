import type { IsoDate } from '../../lib/iso-date'
import type { Membership } from './membership'
import type { Seat } from './seat'
import type { Validity } from './validity'

/** Whether two spans share at least one day; open ends reach for ever. */
export function spansOverlap(a: Validity, b: Validity): boolean {
  const startsBeforeEnd = (one: Validity, other: Validity) =>
    one.validFrom === null || other.validUntil === null || one.validFrom <= other.validUntil
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a)
}

/**
 * A membership that cannot stand beside the candidate: another titular of the seat at the same time, or
 * the same person twice in the seat at the same time. Null when there is none.
 */
export function membershipConflict(
  candidate: Membership,
  others: readonly Membership[],
): { readonly kind: 'two-titulares' | 'same-person'; readonly other: Membership } | null {
  for (const other of others) {
    const isRival = other.id !== candidate.id && other.seatId === candidate.seatId
    if (!isRival || !spansOverlap(other, candidate)) continue
    if (other.personId === candidate.personId) return { kind: 'same-person', other }
    if (other.standing === 'titular' && candidate.standing === 'titular')
      return { kind: 'two-titulares', other }
  }
  return null
}

/** Roles that only one seat can have at a time. */
const SINGLE_ROLES: ReadonlySet<Seat['role']> = new Set(['presidency', 'technical-secretariat'])

/** Another seat that has, at the same time, a role of which there is one: Presidencia, Secretaría Técnica. */
export function roleConflict(candidate: Seat, others: readonly Seat[]): Seat | null {
  if (!SINGLE_ROLES.has(candidate.role)) return null
  return (
    others.find(
      (other) => other.id !== candidate.id && other.role === candidate.role && spansOverlap(other, candidate),
    ) ?? null
  )
}

/** A calendar date as people write it: 15/11/2017. */
export function slashDate(date: IsoDate): string {
  return date.split('-').reverse().join('/')
}

/** "desde 01/10/2017 hasta 31/12/2018", "desde 01/10/2017", "sin fechas". */
export function spanText(span: Validity): string {
  const parts = [
    span.validFrom === null ? '' : `desde ${slashDate(span.validFrom)}`,
    span.validUntil === null ? '' : `hasta ${slashDate(span.validUntil)}`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? 'sin fechas' : parts.join(' ')
}
