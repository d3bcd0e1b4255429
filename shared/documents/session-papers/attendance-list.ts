import type { Body } from '../../domain/bodies'
import { type Attendee, quorumOf, requiredQuorum, type SessionState } from '../../domain/sessions'
import type { DocTree } from '../doc-tree'
import { listName } from '../minuta/attendance'
import { cleanLine } from '../spanish'
import { heading, paragraph, sessionFront, sessionPaper } from './parts'

function movementsOf(state: SessionState, attendee: Attendee): string {
  const words = { arrives: 'llega', leaves: 'sale', returns: 'regresa' } as const
  return state.movements
    .filter(({ attendeeId }) => attendeeId === attendee.id)
    .map(({ movement, time }) => `${words[movement]} ${time}`)
    .join('; ')
}

/** How somebody attended, in words: status, remotely or not, and her comings and goings with their hour. */
function attendanceText(state: SessionState, attendee: Attendee): string {
  const presence = state.presence.get(attendee.id)
  const moves = movementsOf(state, attendee)
  const came = state.movements.some(
    ({ attendeeId, movement }) => attendeeId === attendee.id && movement !== 'leaves',
  )
  const status =
    presence === undefined || presence.status === 'not-called'
      ? 'Sin registro'
      : presence.status === 'present' || presence.status === 'away' || came
        ? presence.remote
          ? 'Presente a distancia'
          : 'Presente'
        : presence.status === 'excused'
          ? 'No asistió, con excusa'
          : 'No asistió'
  return moves === '' ? status : `${status} (${moves})`
}

function quorumText(state: SessionState): string {
  const { total } = quorumOf(state)
  const verified = state.quorumVerified
  return verified
    ? `Quórum verificado: ${verified.present} de ${total} con derecho a voto presentes; se requerían ${verified.required}.`
    : `Quórum requerido: ${requiredQuorum(state.plan)} de ${total} con derecho a voto.`
}

/**
 * The attendance list of a session. Before it opens it is a sheet to sign, with an empty column; later
 * it tells from the facts who came, how, and when each one left and returned (domain §1.8).
 */
export function buildAttendanceList(body: Body, state: SessionState): DocTree {
  const { session, attendees } = state.plan
  const isBlank = state.phase === 'before'
  const rows = attendees.map((attendee) => [
    listName(attendee),
    cleanLine(attendee.charge),
    attendee.hasVote ? 'Voz y voto' : 'Voz',
    isBlank ? '' : attendanceText(state, attendee),
  ])
  return sessionPaper(body, session, 'Lista de asistencia', [
    ...sessionFront(body, session, 'Lista de asistencia', state.openedAt ?? session.time),
    heading(2, 'Asistencia'),
    attendees.length === 0
      ? paragraph('Nadie está convocado todavía.', 'notice')
      : {
          kind: 'table',
          caption: 'Lista de asistencia',
          columns: [
            { title: 'Nombre', width: 30 },
            { title: 'Cargo', width: 32 },
            { title: 'Derecho', width: 14 },
            { title: isBlank ? 'Firma' : 'Asistencia', width: 24 },
          ],
          rows,
        },
    paragraph(quorumText(state)),
  ])
}
