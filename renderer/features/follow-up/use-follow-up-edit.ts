import { useCallback, useRef } from 'react'
import type { Committed } from '../../commands/commit'
import { useDeps } from '../../commands/deps'
import type { Edited } from '../../commands/follow-up/edit-follow-up'
import { type FollowUpFailure, followUpFailureText } from '../../commands/follow-up/failures'
import { SerialQueue } from '../../commands/serial-queue'
import { undoChangeSet } from '../../commands/undo'
import { useNotify } from '../../ui/notify'
import { saveFailureText } from '../../ui/save-failure'

/** What stopped an edit; null when it is stored. Failures of a form are also shown by the form. */
export type EditOutcome = FollowUpFailure | null

/** Carries out an edit after those before it; `done` is what is told, with "Deshacer" beside it. */
export type RunEdit = (done: string, edit: () => Edited) => Promise<EditOutcome>

/** Failures that a form shows beside its fields. */
const SHOWN_BY_FORMS: ReadonlySet<FollowUpFailure['kind']> = new Set(['item', 'event', 'closed-day'])

/** The edits of the follow-up: one after the other, told, and taken back by "Deshacer" or Ctrl+Z. */
export function useFollowUpEdit(): { readonly run: RunEdit; readonly undoLast: () => void } {
  const deps = useDeps()
  const notify = useNotify()
  const queue = useRef(new SerialQueue())
  const stored = useRef<readonly Committed[]>([])
  const undo = useCallback(
    async (committed: Committed) => {
      stored.current = stored.current.filter((other) => other !== committed)
      const undone = await queue.current.run(() => undoChangeSet(deps, committed.changeSet))
      if (undone.ok) notify({ kind: 'done', text: `Se deshizo: ${committed.changeSet.label}.` })
      else if (undone.error.code === 'changed-since') {
        notify({ kind: 'error', text: 'No se deshizo: algo de lo que cambió se volvió a cambiar después.' })
      } else notify({ kind: 'error', text: saveFailureText('deshacer') })
    },
    [deps, notify],
  )
  const run = useCallback<RunEdit>(
    async (done, edit) => {
      const result = await queue.current.run(edit)
      if (!result.ok) {
        const { error } = result
        if (!SHOWN_BY_FORMS.has(error.kind)) {
          notify({ kind: 'error', text: followUpFailureText(error, () => saveFailureText('el seguimiento')) })
        }
        return error
      }
      const committed = result.value
      if (committed) {
        stored.current = [...stored.current, committed]
        notify({ kind: 'done', text: done, undo: () => void undo(committed) })
      }
      return null
    },
    [notify, undo],
  )
  const undoLast = useCallback(() => {
    const last = stored.current.at(-1)
    if (last) void undo(last)
  }, [undo])
  return { run, undoLast }
}
