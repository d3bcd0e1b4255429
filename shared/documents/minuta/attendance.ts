import {
  type Attendee,
  type AttendeeId,
  type FactId,
  isPresent,
  type SessionState,
} from '../../domain/sessions'
import { cleanLine, endSentence } from '../spanish'
import type { Passage } from './passage'
import type { Step } from './replay'

/**
 * Everybody who was in the session at some moment, in the order of the list: present when it opened or
 * later. A mark set and changed back in the roll call, before the opening, is no attendance. While the
 * session has not opened, whoever is marked present so far.
 */
export function attendedOf(state: SessionState, steps: readonly Step[]): readonly Attendee[] {
  const came = new Set<AttendeeId>()
  const addPresent = (at: Pick<SessionState, 'presence'>) => {
    for (const [id] of at.presence) if (isPresent(at.presence, id)) came.add(id)
  }
  for (const { fact, after } of steps) {
    const changes = fact.body.kind === 'presence' || fact.body.kind === 'session-opened'
    if (changes && after.phase !== 'before') addPresent(after)
  }
  if (state.phase === 'before') addPresent(state)
  return state.plan.attendees.filter((attendee) => came.has(attendee.id))
}

/** Name as lists and signatures print it: "Lic. Edmundo Jacobo Molina". */
export function listName(attendee: Attendee): string {
  return cleanLine(`${attendee.honorificShort} ${attendee.fullName}`)
}

/** Attendance list, name and charge (domain §1.8). */
export function attendanceRows(attended: readonly Attendee[]): readonly (readonly [string, string])[] {
  return attended.map((attendee) => [listName(attendee), cleanLine(attendee.charge)])
}

function presenceFacts(state: SessionState, people: readonly Attendee[]): readonly FactId[] {
  const ids = new Set(people.map((attendee) => attendee.id))
  return state.facts
    .filter((fact) => fact.body.kind === 'presence' && ids.has(fact.body.attendeeId))
    .map((fact) => fact.id)
}

function listed(people: readonly Attendee[], state: SessionState): string {
  return people
    .map((attendee) => {
      const excused = state.presence.get(attendee.id)?.status === 'excused' ? ' (con excusa)' : ''
      return `${listName(attendee)}, ${cleanLine(attendee.charge).replace(/\.$/, '')}${excused}`
    })
    .join('; ')
}

/**
 * What the list cannot show by itself: seats with a vote that never came, and who took part remotely in
 * a session that was not virtual. Empty before the opening.
 */
export function attendanceNotes(state: SessionState, attended: readonly Attendee[]): readonly Passage[] {
  if (state.phase === 'before') return []
  const missing = state.plan.attendees.filter((attendee) => attendee.hasVote && !attended.includes(attendee))
  const remoteIds = new Set(
    state.facts.flatMap(({ body }) =>
      body.kind === 'presence' && body.status === 'present' && body.remote ? [body.attendeeId] : [],
    ),
  )
  const isVirtual = state.plan.session.modality === 'virtual'
  const remote = isVirtual ? [] : attended.filter((attendee) => remoteIds.has(attendee.id))
  const note = (name: string, label: string, people: readonly Attendee[]): Passage => ({
    anchor: `attendance:${name}`,
    pointId: null,
    sources: presenceFacts(state, people),
    speaker: null,
    write: () => endSentence(`${label}: ${listed(people, state)}`),
  })
  return [
    ...(missing.length > 0 ? [note('missing', 'No asistieron, con derecho a voto', missing)] : []),
    ...(remote.length > 0 ? [note('remote', 'Participaron de manera remota', remote)] : []),
  ]
}
