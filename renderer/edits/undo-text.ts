import type { UndoFailure } from '../commands/undo'
import { saveFailureText } from '../ui/save-failure'

/** Why "Deshacer" did nothing. */
export function undoFailureText(failure: UndoFailure): string {
  switch (failure.code) {
    case 'changed-since':
      return 'No se deshizo: algo de lo que cambió se volvió a cambiar después.'
    case 'facts-depend':
      return 'No se deshizo: la sesión ya tiene hechos que lo necesitan. Deshaga primero esos hechos en la Sala.'
    default:
      return saveFailureText('deshacer')
  }
}
