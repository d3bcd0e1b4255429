import type { ClosedDayProblem } from '../../../shared/domain/calendar'
import type { Committed } from '../../commands/commit'
import { useDeps } from '../../commands/deps'
import type { Edited } from '../../commands/follow-up/edit-follow-up'
import { followUpFailureText } from '../../commands/follow-up/failures'
import { undoChangeSet } from '../../commands/undo'
import { useNotify } from '../../ui/notify'
import { saveFailureText } from '../../ui/save-failure'

/** Carries out a change of the calendar and tells it, with "Deshacer"; answers what its form must show. */
export function useCalendarChange(): (
  done: string,
  change: () => Edited,
) => Promise<readonly ClosedDayProblem[]> {
  const deps = useDeps()
  const notify = useNotify()
  const undo = async (committed: Committed) => {
    const undone = await undoChangeSet(deps, committed.changeSet)
    if (undone.ok) return
    const text =
      undone.error.code === 'changed-since'
        ? 'No se deshizo: esos días se volvieron a cambiar después.'
        : saveFailureText('deshacer')
    notify({ kind: 'error', text })
  }
  return async (done, change) => {
    const result = await change()
    if (!result.ok) {
      if (result.error.kind === 'closed-day') return result.error.problems
      const text = followUpFailureText(result.error, () => saveFailureText('los días inhábiles'))
      notify({ kind: 'error', text })
      return [{ field: 'reason', message: text }]
    }
    const committed = result.value
    if (committed) notify({ kind: 'done', text: done, undo: () => void undo(committed) })
    return []
  }
}
