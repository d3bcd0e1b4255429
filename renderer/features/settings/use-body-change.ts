import type { Result } from '../../../shared/lib/result'
import type { ChangeBodyFailure } from '../../commands/bodies/change-body'
import type { Committed } from '../../commands/commit'
import { useDeps } from '../../commands/deps'
import { undoChangeSet } from '../../commands/undo'
import { useNotify } from '../../ui/notify'
import { saveFailureText } from '../../ui/save-failure'

type Change = () => Promise<Result<Committed | null, ChangeBodyFailure>>

/**
 * Carries out a change of the body and tells it, with "Deshacer". Answers what stopped it so that a form
 * can show it in place; null when it is stored or there was nothing to change.
 */
export function useBodyChange(): (done: string, change: Change) => Promise<ChangeBodyFailure | null> {
  const deps = useDeps()
  const notify = useNotify()
  const undo = async (committed: Committed) => {
    const undone = await undoChangeSet(deps, committed.changeSet)
    if (undone.ok) return
    const text =
      undone.error.code === 'changed-since'
        ? 'No se deshizo: esos datos se volvieron a cambiar después.'
        : saveFailureText('deshacer')
    notify({ kind: 'error', text })
  }
  return async (done, change) => {
    const result = await change()
    if (!result.ok) {
      if (result.error.kind === 'not-saved') notify({ kind: 'error', text: saveFailureText('el ajuste') })
      return result.error
    }
    const committed = result.value
    if (committed) notify({ kind: 'done', text: done, undo: () => void undo(committed) })
    return null
  }
}
