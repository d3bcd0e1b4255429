import { useCallback } from 'react'
import type { Edited } from '../../commands/follow-up/edit-follow-up'
import { type FollowUpFailure, followUpFailureText } from '../../commands/follow-up/failures'
import { type Edits, useEdits } from '../../edits/use-edits'
import { saveFailureText } from '../../ui/save-failure'

/** What stopped an edit; null when it is stored. Failures of a form are also shown by the form. */
export type EditOutcome = FollowUpFailure | null

/** Carries out an edit after those before it; `done` is what is told, with "Deshacer" beside it. */
export type RunEdit = (done: string, edit: () => Edited) => Promise<EditOutcome>

/** Failures that a form shows beside its fields. */
const SHOWN_BY_FORMS: ReadonlySet<FollowUpFailure['kind']> = new Set(['item', 'event', 'closed-day'])

function failed(failure: FollowUpFailure): string | null {
  if (SHOWN_BY_FORMS.has(failure.kind)) return null
  return followUpFailureText(failure, () => saveFailureText('el seguimiento'))
}

/** The edits of the follow-up: one after the other, told, and taken back by "Deshacer" or Ctrl+Z. */
export function useFollowUpEdit(): { readonly run: RunEdit; readonly undoLast: Edits['undoLast'] } {
  const edits = useEdits()
  const run = useCallback<RunEdit>(
    async (done, edit) => {
      const result = await edits.run({ done, failed }, edit)
      return result.ok ? null : result.error
    },
    [edits],
  )
  return { run, undoLast: edits.undoLast }
}
