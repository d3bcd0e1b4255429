import type { ClosedDayProblem } from '../../../shared/domain/calendar'
import type { Edited } from '../../commands/follow-up/edit-follow-up'
import { followUpFailureText } from '../../commands/follow-up/failures'
import { useUndo } from '../../edits/use-undo'
import { useNotify } from '../../ui/notify'
import { saveFailureText } from '../../ui/save-failure'

/** Carries out a change of the calendar and tells it, with "Deshacer"; answers what its form must show. */
export function useCalendarChange(): (
  done: string,
  change: () => Edited,
) => Promise<readonly ClosedDayProblem[]> {
  const notify = useNotify()
  const takeBack = useUndo()
  return async (done, change) => {
    const result = await change()
    if (!result.ok) {
      if (result.error.kind === 'closed-day') return result.error.problems
      const text = followUpFailureText(result.error, () => saveFailureText('los días inhábiles'))
      notify({ kind: 'error', text })
      return [{ field: 'reason', message: text }]
    }
    const committed = result.value
    if (committed) notify({ kind: 'done', text: done, undo: () => void takeBack(committed) })
    return []
  }
}
