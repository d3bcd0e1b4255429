import { isIsoDate, isoDate } from '../../lib/iso-date'
import { oneLine } from '../../lib/one-line'
import { err, ok, type Result } from '../../lib/result'
import type { Commemoration, Scope } from './commemoration'
import type { FindCommemoration } from './compute-date'
import type { CommemorationId, DateRule } from './date-rule'
import { draftOfException, type ExceptionDraft, readExceptions } from './exception-draft'
import { ruleTrouble } from './rule-trouble'

/** A date of the catalogue as it is typed; years and days as written, empty for none. */
export interface CommemorationDraft {
  readonly name: string
  readonly rule: DateRule
  readonly exceptions: readonly ExceptionDraft[]
  readonly scope: Scope
  readonly suggested: boolean
  readonly basis: string
  readonly since: string
  readonly note: string
  readonly validFrom: string
  readonly validUntil: string
}

/** Something wrong in a date of the catalogue, with the sentence for the user. */
export interface CommemorationProblem {
  readonly field: keyof CommemorationDraft
  readonly message: string
}

/** Spanish name of each scope. */
export const SCOPE_LABELS: Readonly<Record<Scope, string>> = {
  international: 'Internacional',
  national: 'Nacional',
  institutional: 'Institucional',
}

/** The form of a stored date. */
export function draftOfCommemoration(commemoration: Commemoration): CommemorationDraft {
  const { name, rule, exceptions, scope, suggested, basis, since, note, validFrom, validUntil } =
    commemoration
  return {
    name,
    rule,
    exceptions: exceptions.map(draftOfException),
    scope,
    suggested,
    basis,
    note,
    since: since === null ? '' : String(since),
    validFrom: validFrom ?? '',
    validUntil: validUntil ?? '',
  }
}

function textProblems(draft: CommemorationDraft): readonly CommemorationProblem[] {
  const problems: CommemorationProblem[] = []
  const limit = (field: 'name' | 'basis' | 'note', what: string, most: number) => {
    const length = draft[field].trim().length
    if (length > most)
      problems.push({ field, message: `${what} tiene ${length} caracteres y el máximo es ${most}.` })
  }
  if (draft.name.trim() === '') problems.push({ field: 'name', message: 'Escriba el nombre de la fecha.' })
  limit('name', 'El nombre', 300)
  limit('basis', 'El fundamento', 1_000)
  limit('note', 'La nota', 4_000)
  if (draft.since.trim() !== '' && !/^0*[1-9]\d{0,3}$/.test(draft.since.trim())) {
    problems.push({ field: 'since', message: 'Escriba el año con cifras, por ejemplo 1975.' })
  }
  return problems
}

function validityProblems(draft: CommemorationDraft): readonly CommemorationProblem[] {
  const problems: CommemorationProblem[] = []
  for (const field of ['validFrom', 'validUntil'] as const) {
    const text = draft[field].trim()
    if (text !== '' && !isIsoDate(text)) {
      problems.push({ field, message: 'La fecha no existe o está incompleta.' })
    }
  }
  const [from, until] = [draft.validFrom.trim(), draft.validUntil.trim()]
  if (problems.length === 0 && from !== '' && until !== '' && until < from) {
    problems.push({ field: 'validUntil', message: 'La vigencia termina antes de empezar.' })
  }
  return problems
}

/** Reads a typed date; every field that is wrong is named. `id` is the date that is edited, null for a new one. */
export function readCommemoration(
  draft: CommemorationDraft,
  id: CommemorationId | null,
  find: FindCommemoration,
): Result<Omit<Commemoration, 'id' | 'bodyId'>, readonly CommemorationProblem[]> {
  const wrongRule = ruleTrouble(draft.rule, id, find)
  const exceptions = readExceptions(draft.exceptions)
  const problems = [
    ...textProblems(draft),
    ...validityProblems(draft),
    ...(wrongRule ? [{ field: 'rule' as const, message: wrongRule }] : []),
    ...(exceptions.ok ? [] : exceptions.error.map((message) => ({ field: 'exceptions' as const, message }))),
  ]
  if (!exceptions.ok || problems.length > 0) return err(problems)
  const day = (text: string) => (text.trim() === '' ? null : isoDate(text.trim()))
  return ok({
    name: oneLine(draft.name),
    rule: draft.rule,
    exceptions: exceptions.value,
    scope: draft.scope,
    suggested: draft.suggested,
    basis: oneLine(draft.basis),
    note: draft.note.trim(),
    since: draft.since.trim() === '' ? null : Number(draft.since.trim()),
    validFrom: day(draft.validFrom),
    validUntil: day(draft.validUntil),
  })
}
