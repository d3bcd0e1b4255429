import { useCallback } from 'react'
import type { Committed } from '../commands/commit'
import { useDeps } from '../commands/deps'
import { undoChangeSet } from '../commands/undo'
import { useNotify } from '../ui/notify'
import { undoFailureText } from './undo-text'

/** Takes a stored change back and tells what became of it. */
export function useUndo(): (committed: Committed) => Promise<void> {
  const deps = useDeps()
  const notify = useNotify()
  return useCallback(
    async ({ changeSet }) => {
      const undone = await undoChangeSet(deps, changeSet)
      if (undone.ok) notify({ kind: 'done', text: `Se deshizo: ${changeSet.label}.` })
      else notify({ kind: 'error', text: undoFailureText(undone.error) })
    },
    [deps, notify],
  )
}
