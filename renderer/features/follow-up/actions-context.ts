import { createContext, useContext } from 'react'
import { required } from '../../../shared/lib/assert'
import type { RunEdit } from './use-follow-up-edit'

/** What the parts of the screen share: one line of edits, so that Ctrl+Z takes the last one back. */
export interface FollowUpActions {
  readonly run: RunEdit
}

export const FollowUpActionsContext = createContext<FollowUpActions | null>(null)

export function useFollowUpActions(): FollowUpActions {
  return required(useContext(FollowUpActionsContext), 'follow-up actions')
}
