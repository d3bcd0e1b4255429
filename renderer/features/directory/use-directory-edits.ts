import { useCallback, useMemo } from 'react'
import type { Result } from '../../../shared/lib/result'
import type { DirectoryEdited, DirectoryFailure } from '../../commands/directory/failures'
import { type Edits, useEdits } from '../../edits/use-edits'
import { directoryFailureText } from './directory-messages'

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
  readonly undoLast: Edits['undoLast']
}

/** The edits of the directory: one after the other, told, and taken back by "Deshacer" or Ctrl+Z. */
export function useDirectoryEdits(): DirectoryEdits {
  const edits = useEdits()
  const run = useCallback<RunEdit>(
    ({ what, done }, edit) => {
      const failed = (failure: DirectoryFailure) =>
        failure.kind === 'conflict' ? null : directoryFailureText(failure, what)
      return edits.run({ done, failed }, edit)
    },
    [edits],
  )
  return useMemo(() => ({ run, undoLast: edits.undoLast }), [run, edits])
}
