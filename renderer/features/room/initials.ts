import type { Attendee, AttendeeId } from '../../../shared/domain/sessions'

/** What the letters typed so far mean among the people who can be chosen. */
export type InitialsMatch =
  | { readonly kind: 'none' }
  | { readonly kind: 'partial'; readonly typed: string }
  | { readonly kind: 'found'; readonly attendeeId: AttendeeId }
  /** Several people have these very initials; choosing one of them would be a guess. */
  | { readonly kind: 'ambiguous'; readonly typed: string }

/**
 * Reads one more letter of somebody's initials. Nobody is chosen before the initials are complete, even
 * when only one person is left: otherwise the second letter of "CA" would be taken for "abstención".
 */
export function typeInitial(people: readonly Attendee[], typed: string, key: string): InitialsMatch {
  const letters = (typed + key).toLocaleUpperCase('es-MX')
  const [exact, ...others] = people.filter((person) => person.initials === letters)
  if (exact && others.length > 0) return { kind: 'ambiguous', typed: letters }
  if (exact) return { kind: 'found', attendeeId: exact.id }
  const begins = people.some((person) => person.initials.startsWith(letters))
  return begins ? { kind: 'partial', typed: letters } : { kind: 'none' }
}
