import type { PasteProblem } from '../../../../shared/domain/sessions'
import { assertNever } from '../../../../shared/lib/assert'

/** Why nothing was taken from a pasted or typed list, and where to look. */
export function pasteProblemText(problem: PasteProblem): string {
  switch (problem.code) {
    case 'nothing-to-read':
      return 'No hay ningún punto que agregar: escriba el título, o pegue un renglón por punto.'
    case 'no-title':
      return `No se agregó nada: en el renglón ${problem.line} hay un número o un ponente sin título.`
    case 'too-many':
      return `No se agregó nada: se encontraron ${problem.found} puntos y el máximo por vez es ${problem.most}. ¿Es el orden del día?`
    default:
      return assertNever(problem)
  }
}
