import type { Result } from '../../../shared/lib/result'
import type { ChangeBodyFailure } from '../../commands/bodies/change-body'
import type { Committed } from '../../commands/commit'
import { useUndo } from '../../edits/use-undo'
import { useNotify } from '../../ui/notify'
import { saveFailureText } from '../../ui/save-failure'

type Change = () => Promise<Result<Committed | null, ChangeBodyFailure>>

/**
 * Carries out a change of the body and tells it, with "Deshacer". Answers what stopped it so that a form
 * can show it in place; null when it is stored or there was nothing to change.
 */
export function useBodyChange(): (done: string, change: Change) => Promise<ChangeBodyFailure | null> {
  const notify = useNotify()
  const takeBack = useUndo()
  return async (done, change) => {
    const result = await change()
    if (!result.ok) {
      if (result.error.kind === 'not-saved') notify({ kind: 'error', text: saveFailureText('el ajuste') })
      return result.error
    }
    const committed = result.value
    if (committed) notify({ kind: 'done', text: done, undo: () => void takeBack(committed) })
    return null
  }
}
