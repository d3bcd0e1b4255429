import { useCallback, useRef } from 'react'
import type { Result } from '../../../shared/lib/result'
import { useDeps } from '../../commands/deps'
import { SerialQueue } from '../../commands/serial-queue'
import type { Edited, EditFailure } from '../../commands/sessions/failures'
import { undoChangeSet } from '../../commands/undo'
import { useNotify } from '../../ui/notify'
import { editFailureText, undoFailureText } from './edit-messages'

/** How an edit is told to the user. */
export interface EditNotice {
  /** What the edit does, for the message when it cannot be saved: "mover el punto". */
  readonly what: string
  /** What was done, with "Deshacer" beside it; null for edits that show by themselves. */
  readonly done: string | null
}

/** Runs an edit after those before it; true when it was carried out. */
export type RunEdit = (
  notice: EditNotice,
  edit: () => Promise<Result<Edited, EditFailure>>,
) => Promise<boolean>

/** Offers to take a stored change back. */
export function useUndo(): (edited: Edited) => (() => void) | undefined {
  const deps = useDeps()
  const notify = useNotify()
  return useCallback(
    (edited) => {
      if (!edited) return undefined
      return () => {
        undoChangeSet(deps, edited.changeSet).then((undone) => {
          if (!undone.ok) notify({ kind: 'error', text: undoFailureText(undone.error) })
        })
      }
    },
    [deps, notify],
  )
}

/**
 * Carries edits out one after the other, each reading what the one before stored, so that keys pressed
 * quickly never work on an old list. What goes wrong is told, and nothing else changes.
 */
export function useEdit(): RunEdit {
  const notify = useNotify()
  const undoOf = useUndo()
  const queue = useRef(new SerialQueue())
  return useCallback(
    async ({ what, done }, edit) => {
      const result = await queue.current.run(edit)
      if (!result.ok) {
        notify({ kind: 'error', text: editFailureText(result.error, what) })
        return false
      }
      const undo = undoOf(result.value)
      if (done !== null && result.value) notify({ kind: 'done', text: done, ...(undo ? { undo } : {}) })
      return true
    },
    [notify, undoOf],
  )
}
