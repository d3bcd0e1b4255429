import { type FindCommemoration, ruleProblem } from './compute-date'
import { type CommemorationId, type DateRule, dateRuleSchema } from './date-rule'
import { ruleProblemText } from './describe-rule'

/** What each number of a rule may be, by where it is. */
const LIMITS: Readonly<Record<string, string>> = {
  'years.every': '«Cada cuántos» va de 2 a 100 años.',
  'years.from': '«Contados desde» es un año de 1900 a 9999.',
  'years.offset': '«Años después» va de −3 a 3.',
  'years.years': 'Escriba al menos un año con cuatro cifras, y no más de 200.',
}
const FAR_FROM_EASTER = 'De la Pascua se cuentan hasta 90 días, antes o después.'
const FAR_FROM_DATE = 'De otra fecha se cuentan hasta 366 días, antes o después.'

function limitText(rule: DateRule, path: readonly PropertyKey[]): string {
  if (path[0] === 'days') return rule.kind === 'easter' ? FAR_FROM_EASTER : FAR_FROM_DATE
  return LIMITS[path.slice(0, 2).join('.')] ?? 'Revise los números de la regla.'
}

/**
 * Why a rule cannot be stored or never gives a day, in a sentence that says what to do; null when it does.
 * `id` is the date it belongs to, null for a new one.
 */
export function ruleTrouble(
  rule: DateRule,
  id: CommemorationId | null,
  find: FindCommemoration,
): string | null {
  const [issue] = dateRuleSchema.safeParse(rule).error?.issues ?? []
  if (issue) return limitText(rule, issue.path)
  const problem = ruleProblem(rule, id, find)
  return problem ? ruleProblemText(problem) : null
}
