import type { RefObject } from 'react'
import type { FieldErrors, Resolver } from 'react-hook-form'
import { readSessionDraft, type Session, type SessionDraft } from '../../../shared/domain/sessions'

/** Stands for a date or time that the control shows half typed or that does not exist. */
const UNREADABLE = 'ilegible'

/**
 * A native control gives an empty value both when nothing is typed and when what is typed does not
 * exist (31 of February); only its validity tells them apart.
 */
export function withUnreadable(draft: SessionDraft, form: HTMLFormElement | null): SessionDraft {
  const unreadable = (name: 'date' | 'time') => {
    const control = form?.elements.namedItem(name)
    return control instanceof HTMLInputElement && control.validity.badInput
  }
  return {
    ...draft,
    date: unreadable('date') ? UNREADABLE : draft.date,
    time: unreadable('time') ? UNREADABLE : draft.time,
  }
}

/** Checks the form with the rules of the domain, so that form and command can never disagree. */
export function sessionResolver(
  others: readonly Session[],
  form: RefObject<HTMLFormElement | null>,
): Resolver<SessionDraft> {
  return (values) => {
    const read = readSessionDraft(withUnreadable(values, form.current), others)
    if (read.ok) return { values, errors: {} }
    const errors = read.error.map(({ field, text }) => [field, { type: 'domain', message: text }] as const)
    return { values: {}, errors: Object.fromEntries(errors) satisfies FieldErrors<SessionDraft> }
  }
}
