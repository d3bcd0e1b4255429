import { type FocusEvent, type FormEvent, useRef } from 'react'
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import type { Result } from '../../../shared/lib/result'
import type { DirectoryEdited, DirectoryFailure } from '../../commands/directory/failures'
import { useSettled } from './settle'

/** What a form element needs to save itself. */
export interface SavedForm {
  readonly isDirty: boolean
  readonly onSubmit: (event: FormEvent) => void
  /** Leaving the form saves it when it is right; when not, it says what is wrong and keeps it. */
  readonly onBlur: (event: FocusEvent<HTMLFormElement>) => void
}

function focusFirstError<T extends FieldValues, O extends T>(
  form: UseFormReturn<T, unknown, O>,
  names: readonly string[],
): void {
  const wrong = names.find((name) => form.getFieldState(name as Path<T>).invalid)
  if (wrong !== undefined) form.setFocus(wrong as Path<T>)
}

/**
 * Wires a form that saves on submit and when the focus leaves it, and shows conflicts under their field.
 * The focus goes to what is wrong only on submit: pulling it back on leaving would trap the keyboard.
 */
export function useSavedForm<T extends FieldValues, O extends T>(
  form: UseFormReturn<T, unknown, O>,
  save: (draft: O) => Promise<Result<DirectoryEdited, DirectoryFailure>>,
): SavedForm {
  const { isDirty } = form.formState
  const saving = useRef<Promise<boolean> | null>(null)
  const submit = async () => {
    let isSaved = false
    await form.handleSubmit(async (draft) => {
      const result = await save(draft)
      isSaved = result.ok
      if (result.ok) form.reset(draft)
      else if (result.error.kind === 'conflict') {
        const { field, message } = result.error.conflict
        form.setError(field as Path<T>, { message })
      }
    })()
    return isSaved
  }
  // Leaving the form by a click saves twice at once: the second waits for what the first one answers.
  const submitOnce = () => {
    saving.current ??= submit().finally(() => {
      saving.current = null
    })
    return saving.current
  }
  const settle = () => (isDirty ? submitOnce() : Promise.resolve(true))
  useSettled(settle)
  return {
    isDirty,
    onSubmit: (event) => {
      event.preventDefault()
      void submitOnce().then((isSaved) => {
        if (!isSaved) focusFirstError(form, Object.keys(form.getValues()))
      })
    },
    onBlur: (event) => {
      if (!event.currentTarget.contains(event.relatedTarget)) void settle()
    },
  }
}
