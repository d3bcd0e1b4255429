import { useCallback } from 'react'
import type { Result } from '../../../shared/lib/result'
import type { Edited, EditFailure } from '../../commands/sessions/failures'
import { useEdits } from '../../edits/use-edits'
import { editFailureText } from './edit-messages'

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

/** The edits of a session: one after the other, told, each with "Deshacer". What goes wrong changes nothing else. */
export function useEdit(): RunEdit {
  const { run } = useEdits()
  return useCallback(
    async ({ what, done }, edit) => {
      const failed = (failure: EditFailure) => editFailureText(failure, what)
      return (await run({ done, failed }, edit)).ok
    },
    [run],
  )
}
