import { err, ok, type Result } from '../../lib/result'
import { ambiguousInitials } from '../people'
import type { Attendee } from './attendee'
import { effectiveFacts } from './effective-facts'
import type { Fact, FactBody } from './fact'
import type { AttendeeId } from './ids'

/** Why the attendance list cannot be edited so; `name` is how the attendee is called on screen. */
export type AttendanceRefusal =
  | { readonly code: 'unknown-attendee' }
  | { readonly code: 'attendee-has-facts'; readonly name: string; readonly facts: number }
  | { readonly code: 'already-recorded-present'; readonly name: string }
  | { readonly code: 'vote-is-settled'; readonly name: string }
  | { readonly code: 'person-twice'; readonly name: string }
  /** Initials that would mean `name` as well while typing in the room. */
  | { readonly code: 'initials-confused'; readonly initials: string; readonly name: string }
  | { readonly code: 'session-has-opened' }

/** The attendance list in its order, whatever order the rows come in. */
export function inAttendanceOrder(attendees: readonly Attendee[]): readonly Attendee[] {
  return [...attendees].sort((a, b) => a.order - b.order)
}

function reorder(attendees: readonly Attendee[]): readonly Attendee[] {
  return attendees.map((attendee, order) => (attendee.order === order ? attendee : { ...attendee, order }))
}

function mentions(body: FactBody, id: AttendeeId): boolean {
  if (body.kind === 'correction') return body.replacement !== null && mentions(body.replacement.body, id)
  if (body.kind === 'speech') return body.speaker?.kind === 'attendee' && body.speaker.attendeeId === id
  return 'attendeeId' in body && body.attendeeId === id
}

/** How many stored facts speak of an attendee, undone ones included. */
export function factsOfAttendee(facts: readonly Fact[], id: AttendeeId): number {
  return facts.filter((fact) => mentions(fact.body, id)).length
}

/** Whether the session has been opened: from then on the seats with a vote are settled. */
function hasOpened(facts: readonly Fact[]): boolean {
  return effectiveFacts(facts).some((fact) => fact.body.kind === 'session-opened')
}

/** Whether anything but an absence is recorded of an attendee: then it is she who was there. */
function wasThere(facts: readonly Fact[], id: AttendeeId): boolean {
  return effectiveFacts(facts).some(({ body }) => {
    if (!mentions(body, id)) return false
    return !(body.kind === 'presence' && (body.status === 'absent' || body.status === 'excused'))
  })
}

function isListed(attendees: readonly Attendee[], personId: Attendee['personId']): boolean {
  return personId !== null && attendees.some((attendee) => attendee.personId === personId)
}

/**
 * The list with one line changed. Two things are settled by what was recorded: once a person was there
 * (present, voted, spoke) the line is hers, so another person cannot take it; and once the session
 * opened, who has a vote cannot change, because quorum and every electorate follow from it. Initials that
 * somebody else could be meant by are refused.
 */
export function changeAttendee(
  attendees: readonly Attendee[],
  facts: readonly Fact[],
  changed: Attendee,
): Result<readonly Attendee[], AttendanceRefusal> {
  const before = attendees.find((attendee) => attendee.id === changed.id)
  if (!before) return err({ code: 'unknown-attendee' })
  const samePerson = before.personId === changed.personId
  if (!samePerson && wasThere(facts, changed.id)) {
    return err({ code: 'already-recorded-present', name: before.fullName })
  }
  if (before.hasVote !== changed.hasVote && hasOpened(facts)) {
    return err({ code: 'vote-is-settled', name: before.fullName })
  }
  if (!samePerson && isListed(attendees, changed.personId)) {
    return err({ code: 'person-twice', name: changed.fullName })
  }
  if (before.initials !== changed.initials) {
    const { initials } = changed
    const other = attendees.find(
      (each) => each.id !== changed.id && ambiguousInitials([each.initials, initials]).length > 0,
    )
    if (other) return err({ code: 'initials-confused', initials, name: other.fullName })
  }
  return ok(attendees.map((attendee) => (attendee.id === changed.id ? changed : attendee)))
}

/** The list with one more line at the end. After the opening only people without a vote can join. */
export function addAttendee(
  attendees: readonly Attendee[],
  facts: readonly Fact[],
  added: Attendee,
): Result<readonly Attendee[], AttendanceRefusal> {
  if (added.hasVote && hasOpened(facts)) return err({ code: 'vote-is-settled', name: added.fullName })
  if (isListed(attendees, added.personId)) {
    return err({ code: 'person-twice', name: added.fullName })
  }
  return ok(reorder([...inAttendanceOrder(attendees), added]))
}

/** The list with one line moved up (-1) or down (1) by one place; at the ends it stays. */
export function stepAttendee(
  attendees: readonly Attendee[],
  id: AttendeeId,
  step: 1 | -1,
): Result<readonly Attendee[], AttendanceRefusal> {
  const ordered = inAttendanceOrder(attendees)
  const moved = ordered.find((attendee) => attendee.id === id)
  if (!moved) return err({ code: 'unknown-attendee' })
  const rest = ordered.filter((attendee) => attendee.id !== id)
  const index = Math.max(0, ordered.indexOf(moved) + step)
  return ok(reorder([...rest.slice(0, index), moved, ...rest.slice(index)]))
}

/** The list without one line. Refused when anything is recorded of that person, or she has a settled vote. */
export function removeAttendee(
  attendees: readonly Attendee[],
  facts: readonly Fact[],
  id: AttendeeId,
): Result<readonly Attendee[], AttendanceRefusal> {
  const removed = attendees.find((attendee) => attendee.id === id)
  if (!removed) return err({ code: 'unknown-attendee' })
  const recorded = factsOfAttendee(facts, id)
  if (recorded > 0) return err({ code: 'attendee-has-facts', name: removed.fullName, facts: recorded })
  if (removed.hasVote && hasOpened(facts)) return err({ code: 'vote-is-settled', name: removed.fullName })
  return ok(reorder(inAttendanceOrder(attendees).filter((attendee) => attendee.id !== id)))
}
