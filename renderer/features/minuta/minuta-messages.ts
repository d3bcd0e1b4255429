import type { MinutaWarning } from '../../../shared/documents'
import { assertNever } from '../../../shared/lib/assert'
import { joinSpanish } from '../../../shared/lib/spanish'
import type { MinutaFailure } from '../../commands/minuta/failures'
import { saveFailureText } from '../../ui/save-failure'

function numbers(points: readonly { readonly number: number }[]): string {
  const list = joinSpanish(points.map((point) => String(point.number)))
  return points.length === 1 ? `el punto ${list}` : `los puntos ${list}`
}

/** What to look at before the minuta is signed. */
export function warningText(warning: MinutaWarning): string {
  switch (warning.code) {
    case 'session-not-closed':
      return 'La sesión no ha concluido: el documento es un borrador.'
    case 'vote-running':
      return `Hay una votación abierta en el punto ${warning.title}.`
    case 'quorum-not-verified':
      return 'No se registró la verificación del quórum.'
    case 'no-quorum':
      return `El quórum se verificó con ${warning.present} de los ${warning.required} que se requieren.`
    case 'votes-without-quorum':
      return `Se votó ${numbers(warning.points)} sin que hubiera quórum en la sala.`
    case 'points-without-result':
      return `No consta el resultado de ${numbers(warning.points)}.`
    case 'points-not-reached':
      return `No se abrió ${numbers(warning.points)}.`
    case 'results-declared':
      return `Se declaró un resultado distinto del que dan los votos en ${numbers(warning.points)}.`
    case 'items-not-reviewed':
      return warning.count === 1
        ? 'Quedó 1 asunto pendiente sin revisar.'
        : `Quedaron ${warning.count} asuntos pendientes sin revisar.`
    case 'speakers-outside-list':
      return `Intervinieron sin estar en la lista de asistencia: ${joinSpanish(warning.names)}.`
    case 'speakers-not-present':
      return `Intervinieron sin constar su presencia: ${joinSpanish(warning.names)}.`
    case 'nobody-signs':
      return 'Nadie de quienes asistieron firma la minuta.'
    case 'facts-not-applied':
      return `${warning.count} hechos guardados no se pudieron aplicar; revise la Sala.`
    default:
      return assertNever(warning)
  }
}

/** Why an edit of the minuta was not kept; `what` names it: "el párrafo". */
export function editFailureText(failure: MinutaFailure, what: string): string {
  switch (failure.kind) {
    case 'not-saved':
      return saveFailureText(what)
    case 'session-gone':
      return `No se guardó ${what}: la sesión ya no existe.`
    default:
      return assertNever(failure)
  }
}
