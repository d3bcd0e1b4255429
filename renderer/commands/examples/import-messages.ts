import { formatProblem } from '../../../shared/session-file'
import type { AppendFailure } from '../../platform/desktop'
import type { ImportFailure } from './import-session-file'

/** Problems shown in one notice; the number of the rest is said. */
const SHOWN = 3

/** Why a session file was not stored, in Spanish; `saveText` words what the disk answered. */
export function importFailureText(
  failure: ImportFailure,
  saveText: (failure: AppendFailure) => string,
): string {
  if (failure.kind === 'save') return saveText(failure.failure)
  const shown = failure.problems.slice(0, SHOWN).map((problem) => `${formatProblem(problem)}.`)
  const more = failure.problems.length - shown.length
  const rest = more > 0 ? [`Y ${more} ${more === 1 ? 'problema' : 'problemas'} más.`] : []
  return ['No se importó la sesión; nada cambió.', ...shown, ...rest].join(' ')
}
