import { useCallback } from 'react'
import type { Result } from '../../../shared/lib/result'
import {
  type PublishingEdited,
  type PublishingFailure,
  publishingFailureText,
} from '../../commands/publications/failures'
import { type Edits, useEdits } from '../../edits/use-edits'
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

function failed(failure: PublishingFailure): string | null {
  if (SHOWN_BY_FORMS.has(failure.kind)) return null
  return publishingFailureText(failure, () => saveFailureText('el plan'))
}

/** The edits of the plan: one after the other, told, and taken back by "Deshacer" or Ctrl+Z. */
export function usePlanEdit(): { readonly run: RunPlanEdit; readonly undoLast: Edits['undoLast'] } {
  const edits = useEdits()
  const run = useCallback<RunPlanEdit>((done, edit) => edits.run({ done, failed }, edit), [edits])
  return { run, undoLast: edits.undoLast }
}
