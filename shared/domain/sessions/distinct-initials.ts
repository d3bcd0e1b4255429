import { ambiguousInitials, proposeInitials } from '../people'
import { inAttendanceOrder } from './attendance-edit'
import type { Attendee } from './attendee'

/** A line whose initials mean somebody else as well, and others that nobody has. */
export interface InitialsClash {
  readonly attendee: Attendee
  /** The line before it that has the same initials, or some that begin alike. */
  readonly other: Attendee
  readonly proposed: string
}

const LETTERS = [...'ABCDEFGHIJKLMNÑOPQRSTUVWXYZ']

function clashes(a: string, b: string): boolean {
  return ambiguousInitials([a, b]).length > 0
}

/** The initials proposed of her name, or the first free letters when her name gives none. */
function freeInitials({ fullName, shortName }: Attendee, taken: readonly string[]): string {
  const isFree = (candidate: string) => taken.every((other) => !clashes(candidate, other))
  const own = proposeInitials(fullName, shortName, taken)
  if (isFree(own)) return own
  const pairs = LETTERS.flatMap((a) => LETTERS.map((b) => a + b))
  const first = own[0] ?? 'X'
  const longer = pairs.map((pair) => first + pair)
  return [...longer, ...pairs, ...pairs.flatMap((pair) => LETTERS.map((c) => pair + c))].find(isFree) ?? own
}

/**
 * Lines whose initials cannot be told from those of a line before them while typing (equal, or one begins the
 * other), each with initials that are free. Empty when every line can be typed.
 */
export function initialsClashes(attendees: readonly Attendee[]): readonly InitialsClash[] {
  const kept: Attendee[] = []
  const pending: { attendee: Attendee; other: Attendee }[] = []
  for (const attendee of inAttendanceOrder(attendees)) {
    const other = kept.find(({ initials }) => clashes(initials, attendee.initials))
    if (other) pending.push({ attendee, other })
    else kept.push(attendee)
  }
  const taken = kept.map(({ initials }) => initials)
  return pending.map(({ attendee, other }) => {
    const proposed = freeInitials(attendee, taken)
    taken.push(proposed)
    return { attendee, other, proposed }
  })
}

/** The list as it can be typed in the room: whoever would be confused with a line before her has other initials. */
export function distinctInitials(attendees: readonly Attendee[]): readonly Attendee[] {
  const proposed = new Map(initialsClashes(attendees).map((clash) => [clash.attendee.id, clash.proposed]))
  if (proposed.size === 0) return attendees
  return attendees.map((attendee) => {
    const initials = proposed.get(attendee.id)
    return initials === undefined ? attendee : { ...attendee, initials }
  })
}

/** Whose initials those typed for a line would be confused with; null when with nobody's. */
export function confusedWith(
  attendees: readonly Attendee[],
  line: Attendee,
  initials: string,
): Attendee | null {
  return attendees.find((other) => other.id !== line.id && clashes(other.initials, initials)) ?? null
}
