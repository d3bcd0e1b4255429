import { type AgendaRefusal, type AttendanceRefusal, sessionName } from '../../../shared/domain/sessions'
import { assertNever } from '../../../shared/lib/assert'
import { longDay } from '../../../shared/lib/spanish-date'
import type { EditFailure } from '../../commands/sessions/failures'
import { saveFailureText } from '../../ui/save-failure'

function factsText(count: number): string {
  return count === 1 ? 'un hecho registrado' : `${count} hechos registrados`
}

function agendaText(refusal: AgendaRefusal): string {
  switch (refusal.code) {
    case 'unknown-point':
      return 'Ese punto ya no está en el orden del día. No se cambió nada.'
    case 'agenda-settled':
      return 'La sesión ya concluyó: la minuta dice qué pasó con cada punto del orden del día. Para agregar, quitar o mover puntos, anule primero el cierre en la Sala (H, o Ctrl+Z).'
    case 'title-empty':
      return 'El título del punto no puede quedar vacío. Se conserva el anterior.'
    case 'point-has-facts':
      return `El punto ${refusal.point.number} no se puede quitar: tiene ${factsText(refusal.facts)} en la sesión. Puede retirarlo o diferirlo en la Sala.`
    default:
      return assertNever(refusal)
  }
}

function attendanceText(refusal: AttendanceRefusal): string {
  switch (refusal.code) {
    case 'unknown-attendee':
      return 'Esa persona ya no está en la lista de asistencia. No se cambió nada.'
    case 'attendee-has-facts':
      return `${refusal.name} no se puede quitar de la lista: tiene ${factsText(refusal.facts)} en la sesión.`
    case 'already-recorded-present':
      return `No se puede poner a otra persona en el lugar de ${refusal.name}: su presencia ya quedó registrada. Quien llegue después se agrega como invitado.`
    case 'vote-is-settled':
      return `La sesión ya se abrió: el derecho de voto de ${refusal.name} no puede cambiar, porque de él dependen el quórum y las votaciones.`
    case 'person-twice':
      return `${refusal.name} ya está en la lista de asistencia.`
    case 'initials-confused':
      return `Las iniciales ${refusal.initials} se confunden en la Sala con las de ${refusal.name}. Se conservan las anteriores.`
    case 'session-has-opened':
      return 'La sesión ya se abrió: la lista de integrantes quedó fija. Puede agregar personas invitadas, con voz y sin voto.'
    default:
      return assertNever(refusal)
  }
}

/** Why an edit changed nothing, and what to do. `what` names the edit for a failure to save. */
export function editFailureText(failure: EditFailure, what: string): string {
  switch (failure.kind) {
    case 'not-saved':
      return saveFailureText(what)
    case 'agenda':
      return agendaText(failure.refusal)
    case 'attendance':
      return attendanceText(failure.refusal)
    case 'fields':
      return failure.problems.map((problem) => problem.text).join(' ')
    case 'agenda-empty':
      return 'El orden del día no tiene puntos: deje marcado al menos uno.'
    case 'session-gone':
      return 'La sesión ya no existe. No se cambió nada.'
    case 'session-has-facts':
      return 'La sesión no se puede eliminar: ya tiene hechos registrados.'
    case 'session-is-named':
      return `La sesión no se puede eliminar: la ${sessionName(failure.by)} del ${longDay(failure.by.date)} aprueba su minuta.`
    default:
      return assertNever(failure)
  }
}
