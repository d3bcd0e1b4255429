import { assertNever } from '../../../shared/lib/assert'
import type { DirectoryFailure } from '../../commands/directory/failures'
import { saveFailureText } from '../../ui/save-failure'

/** Why an edit changed nothing, and what to do. `what` names the edit: "el área". */
export function directoryFailureText(failure: DirectoryFailure, what: string): string {
  switch (failure.kind) {
    case 'not-saved':
      return saveFailureText(what)
    case 'conflict':
      return `No se guardó ${what}. ${failure.conflict.message}`
    case 'in-use': {
      const sessions = failure.sessions === 1 ? 'una sesión' : `${failure.sessions} sesiones`
      return `No se eliminó: está en la lista de asistencia de ${sessions}. En su lugar, escriba su último día en Hasta.`
    }
    case 'gone':
      return 'Ya no está en el directorio; alguien lo quitó en otra ventana. No se cambió nada.'
    case 'has-problems':
      return `No se importó nada: ${failure.count === 1 ? 'hay un problema' : `hay ${failure.count} problemas`} en la hoja. Corríjalos, desmarque esas filas o importe solo las correctas.`
    default:
      return assertNever(failure)
  }
}
