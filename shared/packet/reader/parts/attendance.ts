import type { PresenceStatus } from '../../../domain/sessions'
import type { ViewAttendee, ViewSession } from '../../view/packet-view'
import { esc, inline } from '../html'
import type { Mark } from '../words'
import { mark, nothing, section } from './common'

const PRESENCE: Readonly<Record<PresenceStatus | 'not-called', Mark & { readonly word: string }>> = {
  present: { shape: '●', tone: 'yes', word: 'presente' },
  absent: { shape: '–', tone: 'no', word: 'ausente' },
  excused: { shape: '⊘', tone: 'quiet', word: 'con excusa' },
  away: { shape: '◌', tone: 'abstain', word: 'salió' },
  'not-called': { shape: '○', tone: 'quiet', word: 'sin pasar lista' },
}

function row(attendee: ViewAttendee): string {
  const { status, remote, fullName, honorificShort, charge, areaName, areaAcronym, hasVote } = attendee
  const presence = PRESENCE[status ?? 'not-called']
  const word = remote && status === 'present' ? `${presence.word} a distancia` : presence.word
  const name = `${honorificShort} ${fullName}`.trim()
  const area = areaAcronym === '' ? inline(areaName) : `${inline(areaName)} (${inline(areaAcronym)})`
  return `<tr role="row"><th scope="row" role="rowheader"><bdi>${esc(name)}</bdi></th><td role="cell" data-l="Cargo">${inline(charge)}</td><td role="cell" data-l="Área">${area}</td><td role="cell" data-l="Participa">${hasVote ? 'con voto' : 'solo con voz'}</td><td role="cell" data-l="Asistencia">${mark(presence, word)}</td></tr>`
}

/** Who was there, who was not, and how. */
export function attendancePart({ attendees }: ViewSession): string {
  if (attendees.length === 0)
    return section('asistencia', 'Asistencia', nothing('No hay lista de asistencia.'))
  const voting = attendees.filter(({ hasVote }) => hasVote)
  const present = voting.filter(({ status }) => status === 'present').length
  const heads = ['Nombre', 'Cargo', 'Área', 'Participa', 'Asistencia']
  return section(
    'asistencia',
    'Asistencia',
    `<p class="muted">${present} de ${voting.length} integrantes con voto presentes; ${attendees.length} en la lista.</p>
<table role="table" class="stack"><caption class="hidden">Lista de asistencia</caption><thead role="rowgroup"><tr role="row">${heads
      .map((head) => `<th scope="col" role="columnheader">${head}</th>`)
      .join('')}</tr></thead><tbody role="rowgroup">
${attendees.map(row).join('\n')}
</tbody></table>`,
  )
}
