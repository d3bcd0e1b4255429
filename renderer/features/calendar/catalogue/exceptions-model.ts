import {
  type CommemorationDraft,
  type CommemorationProblem,
  type DateException,
  type ExceptionDraft,
  type ExceptionProblem,
  readException,
} from '../../../../shared/domain/publications'
import { err, ok, type Result } from '../../../../shared/lib/result'

/** An exception while it is written: which one of the list it changes, null for a new one. */
export interface PendingException {
  readonly at: number | null
  readonly draft: ExceptionDraft
  /** Whether it was tried to be kept, so that what is wrong is said. */
  readonly isTried: boolean
}

/** The form of a date, with the exception that is being written. */
export interface DateFormDraft extends CommemorationDraft {
  readonly pending: PendingException | null
}

type Exceptions = Pick<DateFormDraft, 'exceptions' | 'pending'>

export const NEW_EXCEPTION: ExceptionDraft = { year: '', observed: true, from: '', until: '', reason: '' }

function othersOf({ exceptions, pending }: Exceptions): readonly ExceptionDraft[] {
  return exceptions.filter((_, index) => index !== pending?.at)
}

/** Whether nothing was written in a new exception: it is passed over. */
export function isBlank({ at, draft }: PendingException): boolean {
  const { year, from, until, reason } = draft
  return at === null && [year, from, until, reason].every((text) => text.trim() === '')
}

/** What is wrong in the exception that is written, once it was tried to be kept. */
export function pendingProblems(form: Exceptions): readonly ExceptionProblem[] {
  const { pending } = form
  if (pending === null || !pending.isTried) return []
  const read = readException(pending.draft, othersOf(form))
  return read.ok ? [] : read.error
}

/** The list with the exception that is written, in order of years; or what is wrong in that. */
export function keepPending(
  form: Exceptions,
): Result<readonly ExceptionDraft[], readonly ExceptionProblem[]> {
  const { pending } = form
  if (pending === null) return ok(form.exceptions)
  const others = othersOf(form)
  const read = readException(pending.draft, others)
  if (!read.ok) return read
  return ok([...others, pending.draft].sort((a, b) => Number(a.year) - Number(b.year)))
}

/** What is stored of the form: an exception that was written and not yet added counts. */
export function draftToStore(
  form: DateFormDraft,
): Result<CommemorationDraft, readonly CommemorationProblem[]> {
  const { pending, ...draft } = form
  if (pending === null || isBlank(pending)) return ok(draft)
  const kept = keepPending(form)
  if (kept.ok) return ok({ ...draft, exceptions: kept.value })
  const why = kept.error.map(({ message }) => message).join(' ')
  return err([{ field: 'exceptions', message: `La excepción que escribe está incompleta. ${why}` }])
}

/** The exceptions that can be understood so far, for the preview. */
export function readableExceptions(form: Exceptions): readonly DateException[] {
  const kept = keepPending(form)
  const drafts = kept.ok ? kept.value : form.exceptions
  return drafts.flatMap((draft, index) => {
    const read = readException(draft, drafts.slice(0, index))
    return read.ok ? [read.value] : []
  })
}
