import { useEffect, useState } from 'react'
import { type PublishingFailure, publishingFailureText } from '../../../commands/publications/failures'
import { saveFailureText } from '../../../ui/save-failure'
import { useCalendarActions } from '../calendar-context'
import { useLeaving } from '../use-leaving'
import type { PlanOutcome } from '../use-plan-edit'
import type { SideControl } from '../use-side'
import type { CatalogueDraft } from './use-catalogue-draft'

interface Keeping<D> {
  /** What is being written, as a message names it. */
  readonly what: string
  /** What is told once it is stored. */
  readonly done: string
  readonly edit: () => Promise<PlanOutcome>
  readonly problemsOf: (
    failure: PublishingFailure,
  ) => readonly { readonly field: keyof D; readonly message: string }[]
  readonly onClose: () => void
}

/** Gives the focus back, when the panel goes, to what had it before the panel came. */
function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const isFree = document.activeElement === document.body
        if (isFree && opener instanceof HTMLElement && opener.isConnected) opener.focus()
      })
    },
    [opener],
  )
}

/** Stores what was typed, when asked and when the panel goes otherwise; "Cancelar" gives it up. */
export function useKeeping<D>(control: SideControl, form: CatalogueDraft<D>, keeping: Keeping<D>) {
  const { run } = useCalendarActions()
  useFocusBack()
  const { what, done, edit, problemsOf, onClose } = keeping
  const save = async (): Promise<string | null> => {
    const saved = await run(done, edit)
    if (saved.ok) {
      form.settle()
      return null
    }
    form.setProblems(problemsOf(saved.error))
    return publishingFailureText(saved.error, () => saveFailureText('el catálogo'))
  }
  useLeaving(control, { what, isDirty: form.isDirty, save })
  return {
    onSave: async () => {
      const isKept = (await save()) === null
      if (isKept) onClose()
      return isKept
    },
    onCancel: () => {
      form.settle()
      onClose()
    },
  }
}
