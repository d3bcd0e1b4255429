import {
  type AgendaWarning,
  type InitialsClash,
  type PreparationNotice,
  sessionInTitle,
} from '../../../../shared/domain/sessions'
import { assertNever } from '../../../../shared/lib/assert'
import { joinSpanish } from '../../../../shared/lib/spanish'
import { CLOSING_LABELS } from '../labels'

function warningText({ code, point }: AgendaWarning): string {
  const number = point?.number ?? 0
  switch (code) {
    case 'empty':
      return 'El orden del día no tiene puntos: la sesión no se puede abrir así. Escriba el primero abajo de la lista o pegue el orden del día completo.'
    case 'no-agenda-approval':
      return 'Falta el punto que aprueba el orden del día.'
    case 'general-matters-in-extraordinary':
      return `Punto ${number}: los asuntos generales solo se tratan en sesiones ordinarias.`
    case 'duplicate-title':
      return `Punto ${number}: tiene el mismo título que otro anterior.`
    case 'duplicate-number':
      return `Hay dos puntos con el número ${number}.`
    default:
      return assertNever(code)
  }
}

/** Whom some initials mean besides, and which ones are free. */
export function clashText({ attendee, other, proposed }: InitialsClash): string {
  const own = attendee.initials
  const same =
    own === other.initials ? `«${own}» también es de` : `«${own}» se confunde con «${other.initials}», de`
  return `${same} ${other.fullName}. En la Sala se teclea ${proposed}.`
}

/** What a notice says: what was noticed, and where. */
export function noticeText(notice: PreparationNotice): string {
  switch (notice.code) {
    case 'agenda':
      return warningText(notice.warning)
    case 'general-matters-not-last':
      return `Punto ${notice.point.number}: los asuntos generales suelen cerrar el orden del día.`
    case 'closing-differs':
      return `Punto ${notice.point.number}: su título anuncia «${CLOSING_LABELS[notice.proposed].toLowerCase()}» y está marcado «${CLOSING_LABELS[notice.point.closing].toLowerCase()}».`
    case 'minutas-not-named':
      return `Punto ${notice.point.number}: no dice de qué sesiones son las minutas que aprueba.`
    case 'minutas-missing': {
      const names = joinSpanish(notice.sessions.map((session) => `la ${sessionInTitle(session)}`))
      return `Espera aprobación la minuta de ${names}, y ningún punto la incluye.`
    }
    case 'place-missing':
      return 'Falta el lugar de la sesión.'
    case 'nobody-called':
      return 'La lista de asistencia está vacía: la sesión no se puede abrir así. Actualícela desde el directorio o agregue personas.'
    case 'no-presidency':
      return 'Nadie de la lista ocupa la Presidencia.'
    case 'no-secretariat':
      return 'Nadie de la lista ocupa la Secretaría Técnica.'
    case 'quorum-unreachable':
      return `El quórum es de ${notice.required} y la lista solo tiene ${notice.voting} ${notice.voting === 1 ? 'integrante' : 'integrantes'} con voto.`
    case 'initials-clash':
      return notice.clashes
        .map((clash) => `Iniciales de ${clash.attendee.fullName}: ${clashText(clash)}`)
        .join(' ')
    default:
      return assertNever(notice)
  }
}

/** What has to be mended before the session can open. */
export function blocksOpening(notice: PreparationNotice): boolean {
  return notice.code === 'nobody-called' || (notice.code === 'agenda' && notice.warning.code === 'empty')
}
