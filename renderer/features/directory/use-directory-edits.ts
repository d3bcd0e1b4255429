import { useCallback, useMemo, useRef } from 'react'
import type { Result } from '../../../shared/lib/result'
import type { Committed } from '../../commands/commit'
import { useDeps } from '../../commands/deps'
import type { DirectoryEdited, DirectoryFailure } from '../../commands/directory/failures'
import { SerialQueue } from '../../commands/serial-queue'
import { undoChangeSet } from '../../commands/undo'
import { useNotify } from '../../ui/notify'
import { directoryFailureText, undoFailureText } from './directory-messages'

/** How an edit is told. */
export interface EditNotice {
  /** What is edited, for messages: "el área". */
  readonly what: string
  /** What was done; null for edits that show by themselves. Ctrl+Z takes them back all the same. */
  readonly done: string | null
}

/** Runs an edit after those before it. Conflicts are answered, for the form to show them in place. */
export type RunEdit = (
  notice: EditNotice,
  edit: () => Promise<Result<DirectoryEdited, DirectoryFailure>>,
) => Promise<Result<DirectoryEdited, DirectoryFailure>>

export interface DirectoryEdits {
  readonly run: RunEdit
  /** Takes back the last edit of this screen that still stands; false when there is none. */
  readonly undoLast: () => boolean
}

/** Carries edits out one after the other and remembers them, newest last, so that Ctrl+Z takes them back. */
export function useDirectoryEdits(): DirectoryEdits {
  const deps = useDeps()
  const notify = useNotify()
  const queue = useRef(new SerialQueue())
  const done = useRef<readonly Committed[]>([])

  const undo = useCallback(
    async (committed: Committed) => {
      done.current = done.current.filter((other) => other !== committed)
      const undone = await queue.current.run(() => undoChangeSet(deps, committed.changeSet))
      if (undone.ok) notify({ kind: 'done', text: `Se deshizo: ${committed.changeSet.label}.` })
      else notify({ kind: 'error', text: undoFailureText(undone.error) })
    },
    [deps, notify],
  )

  const run = useCallback<RunEdit>(
    async (notice, edit) => {
      const result = await queue.current.run(edit)
      if (!result.ok) {
        if (result.error.kind !== 'conflict') {
          notify({ kind: 'error', text: directoryFailureText(result.error, notice.what) })
        }
        return result
      }
      const committed = result.value
      if (committed === null) return result
      done.current = [...done.current, committed]
      if (notice.done !== null) {
        notify({ kind: 'done', text: notice.done, undo: () => void undo(committed) })
      }
      return result
    },
    [notify, undo],
  )

  const undoLast = useCallback(() => {
    const last = done.current.at(-1)
    if (last) void undo(last)
    return last !== undefined
  }, [undo])

  return useMemo(() => ({ run, undoLast }), [run, undoLast])
}
