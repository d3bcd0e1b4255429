import { useCallback, useRef } from 'react'
import type { Result } from '../../../shared/lib/result'
import type { Committed } from '../../commands/commit'
import { useDeps } from '../../commands/deps'
import {
  type PublishingEdited,
  type PublishingFailure,
  publishingFailureText,
} from '../../commands/publications/failures'
import { SerialQueue } from '../../commands/serial-queue'
import { undoChangeSet } from '../../commands/undo'
import { useNotify } from '../../ui/notify'
import { saveFailureText } from '../../ui/save-failure'

/** What an edit left: what was stored (null when there was nothing to change), or why not. */
export type PlanOutcome = Result<PublishingEdited, PublishingFailure>

/** Carries out an edit after those before it; `done` is what is told, with "Deshacer" beside it. */
export type RunPlanEdit = (done: string, edit: () => Promise<PlanOutcome>) => Promise<PlanOutcome>

/** Failures that a form shows beside its fields. */
const SHOWN_BY_FORMS: ReadonlySet<PublishingFailure['kind']> = new Set([
  'commemoration',
  'publication',
  'channel',
  'objections',
])

/** The edits of the plan: one after the other, told, and taken back by "Deshacer" or Ctrl+Z. */
export function usePlanEdit(): { readonly run: RunPlanEdit; readonly undoLast: () => void } {
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
  const run = useCallback<RunPlanEdit>(
    async (done, edit) => {
      const result = await queue.current.run(edit)
      if (!result.ok) {
        const { error } = result
        if (!SHOWN_BY_FORMS.has(error.kind)) {
          const text = publishingFailureText(error, () => saveFailureText('el plan'))
          notify({ kind: 'error', text })
        }
        return result
      }
      const committed = result.value
      if (committed) {
        stored.current = [...stored.current, committed]
        notify({ kind: 'done', text: done, undo: () => void undo(committed) })
      }
      return result
    },
    [notify, undo],
  )
  const undoLast = useCallback(() => {
    const last = stored.current.at(-1)
    if (last) void undo(last)
  }, [undo])
  return { run, undoLast }
}
