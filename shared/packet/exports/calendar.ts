import type { PresenceStatus } from '../../domain/sessions'
import { addDays } from '../../lib/day'
import { instantAt } from '../../lib/wall-instant'
import { icsDate, icsFile, icsInstant, icsText, TODO_STATUS } from '../../outputs'
import type { PacketView, ViewAttendee, ViewItem, ViewSession } from '../view/packet-view'
import { dayOf } from './session-clock'

/** RFC 5545 §3.2.12. Away is somebody who came. */
const PARTSTAT: Readonly<Record<PresenceStatus, string>> = {
  present: 'ACCEPTED',
  away: 'ACCEPTED',
  absent: 'DECLINED',
  excused: 'DECLINED',
}

/** RFC 5545 §3.2.16. */
function participation({ role, hasVote }: ViewAttendee): string {
  if (role === 'presidency') return 'CHAIR'
  if (hasVote || role === 'technical-secretariat') return 'REQ-PARTICIPANT'
  return role === 'guest' ? 'NON-PARTICIPANT' : 'OPT-PARTICIPANT'
}

/** A parameter between quotes, which cannot hold quotes or controls (RFC 5545 §3.1). */
function parameter(text: string): string {
  return `"${text.replace(/"/g, "'").replace(/\p{Cc}+/gu, ' ')}"`
}

/** Nobody's mail is in a packet: people are named by the id of their line in the attendance list. */
function attendeeLine(attendee: ViewAttendee): string {
  const name = `${attendee.honorificShort} ${attendee.fullName}`.trim()
  const status = attendee.status === null ? 'NEEDS-ACTION' : PARTSTAT[attendee.status]
  return (
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=${participation(attendee)};PARTSTAT=${status};` +
    `CN=${parameter(name)}:urn:uuid:${attendee.id}`
  )
}

function agendaText({ points }: ViewSession): string {
  return points.map(({ number, title, outcome }) => `${number}. ${title} (${outcome})`).join('\n')
}

function sessionEvent(view: PacketView, session: ViewSession): readonly string[] {
  const { timeZone } = view.body
  const start = session.openedAt ?? session.time
  const end = session.closedAt
  return [
    'BEGIN:VEVENT',
    `UID:${session.id}@sesion.quorum`,
    `DTSTAMP:${icsInstant(view.madeAt)}`,
    `SEQUENCE:${view.version}`,
    `DTSTART:${icsInstant(instantAt(session.date, start, timeZone))}`,
    ...(end === null ? [] : [`DTEND:${icsInstant(instantAt(dayOf(session, end), end, timeZone))}`]),
    `SUMMARY:${icsText(`${session.title}, ${view.body.acronym}`)}`,
    ...(session.place === '' ? [] : [`LOCATION:${icsText(session.place)}`]),
    `DESCRIPTION:${icsText(agendaText(session))}`,
    'STATUS:CONFIRMED',
    ...session.attendees.map(attendeeLine),
    'END:VEVENT',
  ]
}

function minutaJournal(view: PacketView, session: ViewSession): readonly string[] {
  if (session.minuta.length === 0) return []
  return [
    'BEGIN:VJOURNAL',
    `UID:${session.id}@minuta.quorum`,
    `DTSTAMP:${icsInstant(view.madeAt)}`,
    `SEQUENCE:${view.version}`,
    `DTSTART;VALUE=DATE:${icsDate(session.date)}`,
    `SUMMARY:${icsText(`Minuta: ${session.title}, ${view.body.acronym}`)}`,
    `DESCRIPTION:${icsText(session.minuta.map(({ text }) => text).join('\n'))}`,
    `STATUS:${session.phase === 'closed' ? 'FINAL' : 'DRAFT'}`,
    'END:VJOURNAL',
  ]
}

function itemDescription(item: ViewItem): string {
  const lines = [
    item.text,
    `Responsable: ${item.responsible.join(', ') || 'sin responsable'}`,
    item.supporting.length === 0 ? '' : `Con el apoyo de: ${item.supporting.join(', ')}`,
    item.term === '' ? '' : `Plazo: ${item.term}`,
    item.lastUpdate,
  ]
  return lines.filter((line) => line !== '').join('\n')
}

function itemTodo(view: PacketView, item: ViewItem): readonly string[] {
  return [
    'BEGIN:VTODO',
    `UID:${item.id}@seguimiento.quorum`,
    `DTSTAMP:${icsInstant(view.madeAt)}`,
    `SEQUENCE:${view.version}`,
    `SUMMARY:${icsText(`${item.code}: ${item.title}`)}`,
    `DESCRIPTION:${icsText(itemDescription(item))}`,
    ...(item.due === null ? [] : [`DUE;VALUE=DATE:${icsDate(item.due)}`]),
    `STATUS:${TODO_STATUS[item.state]}`,
    'END:VTODO',
  ]
}

/** Sessions of a body of which only the day is told. */
function dayEvents(view: PacketView): readonly (readonly string[])[] {
  return view.sessions.map(({ id, title, date }) => [
    'BEGIN:VEVENT',
    `UID:${id}@sesion.quorum`,
    `DTSTAMP:${icsInstant(view.madeAt)}`,
    `SEQUENCE:${view.version}`,
    `DTSTART;VALUE=DATE:${icsDate(date)}`,
    `DTEND;VALUE=DATE:${icsDate(addDays(date, 1))}`,
    `SUMMARY:${icsText(`${title}, ${view.body.acronym}`)}`,
    'END:VEVENT',
  ])
}

/**
 * `calendario.ics` (RFC 5545): the session with who was called to it, its items as tasks under the names that
 * they always have, and the minuta as a journal entry, a draft while the session is not closed. It carries
 * no METHOD: it is a file to keep, not an invitation to answer.
 */
export function calendarFile(view: PacketView): string {
  const { session } = view
  const ofSession =
    session === null ? dayEvents(view) : [sessionEvent(view, session), minutaJournal(view, session)]
  const todos = view.items.map((item) => itemTodo(view, item))
  return icsFile([...ofSession, ...todos], { product: 'Expediente', method: null })
}
