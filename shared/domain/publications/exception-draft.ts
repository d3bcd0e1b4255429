import { daysBetween } from '../../lib/day'
import { isIsoDate, isoDate, yearOf } from '../../lib/iso-date'
import { oneLine } from '../../lib/one-line'
import { err, ok, type Result } from '../../lib/result'
import {
  type DateException,
  MAX_EXCEPTION_DAYS,
  MAX_EXCEPTION_REASON,
  MAX_EXCEPTIONS,
} from './date-exception'

/**
 * An exception of a date as it is typed: the year and the days as written. `from` and `until` are not read
 * when it is not observed; an empty `until` is a single day.
 */
export interface ExceptionDraft {
  readonly year: string
  readonly observed: boolean
  readonly from: string
  readonly until: string
  readonly reason: string
}

/** Something wrong in an exception, with the sentence for the user. */
export interface ExceptionProblem {
  readonly field: 'year' | 'from' | 'until' | 'reason'
  readonly message: string
}

/** The form of a stored exception. */
export function draftOfException({ year, on, reason }: DateException): ExceptionDraft {
  const until = on === null || on.until === on.from ? '' : on.until
  return { year: String(year), observed: on !== null, from: on?.from ?? '', until, reason }
}

function yearProblems(text: string, taken: readonly string[]): readonly ExceptionProblem[] {
  const year = text.trim()
  const told = (message: string) => [{ field: 'year' as const, message }]
  if (!/^\d{4}$/.test(year)) return told('Escriba el año con cuatro cifras, por ejemplo 2018.')
  if (Number(year) < 1900) return told('El año más antiguo que se admite es 1900.')
  if (taken.some((other) => other.trim() === year)) {
    return told(`El año ${year} ya tiene una excepción. Cámbiela en vez de agregar otra.`)
  }
  return []
}

function dayProblems({ year, from, until }: ExceptionDraft): readonly ExceptionProblem[] {
  const problems: ExceptionProblem[] = []
  const days = [
    ['from', from.trim()],
    ['until', until.trim()],
  ] as const
  for (const [field, text] of days) {
    if (text === '' && field === 'from') {
      problems.push({ field, message: 'Elija a qué día se pasó, o marque que ese año no se observa.' })
    } else if (text !== '' && !isIsoDate(text)) {
      problems.push({ field, message: 'La fecha no existe o está incompleta.' })
    } else if (text !== '' && /^\d{4}$/.test(year.trim()) && yearOf(isoDate(text)) !== Number(year)) {
      problems.push({ field, message: `Ese día no es de ${year.trim()}: la excepción es solo de ese año.` })
    }
  }
  if (problems.length > 0 || until.trim() === '') return problems
  const length = daysBetween(isoDate(from.trim()), isoDate(until.trim()))
  if (length < 0) return [{ field: 'until', message: 'Termina antes de empezar.' }]
  if (length < MAX_EXCEPTION_DAYS) return []
  return [{ field: 'until', message: `Dura ${length + 1} días y el máximo es ${MAX_EXCEPTION_DAYS}.` }]
}

function reasonProblems({ reason }: ExceptionDraft): readonly ExceptionProblem[] {
  const { length } = reason.trim()
  if (length <= MAX_EXCEPTION_REASON) return []
  const message = `El motivo tiene ${length} caracteres y el máximo es ${MAX_EXCEPTION_REASON}.`
  return [{ field: 'reason', message }]
}

/** Reads a typed exception; `others` are the rest of its date, none of which may be of the same year. */
export function readException(
  draft: ExceptionDraft,
  others: readonly ExceptionDraft[],
): Result<DateException, readonly ExceptionProblem[]> {
  const problems = [
    ...yearProblems(
      draft.year,
      others.map(({ year }) => year),
    ),
    ...(draft.observed ? dayProblems(draft) : []),
    ...reasonProblems(draft),
  ]
  if (problems.length > 0) return err(problems)
  const from = draft.from.trim()
  const on = draft.observed ? { from: isoDate(from), until: isoDate(draft.until.trim() || from) } : null
  return ok({ year: Number(draft.year), on, reason: oneLine(draft.reason) })
}

/** Reads every exception of a date, in order of years; each problem says of which year it is. */
export function readExceptions(
  drafts: readonly ExceptionDraft[],
): Result<readonly DateException[], readonly string[]> {
  if (drafts.length > MAX_EXCEPTIONS) {
    return err([`Hay ${drafts.length} excepciones y el máximo es ${MAX_EXCEPTIONS}.`])
  }
  const wrong: string[] = []
  const read: DateException[] = []
  drafts.forEach((draft, index) => {
    const exception = readException(draft, drafts.slice(0, index))
    if (exception.ok) read.push(exception.value)
    else wrong.push(...exception.error.map(({ message }) => `Excepción de ${draft.year.trim()}: ${message}`))
  })
  return wrong.length > 0 ? err(wrong) : ok(read.sort((a, b) => a.year - b.year))
}
