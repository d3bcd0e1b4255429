import { NUMBER_PATTERN, readNumber } from '../../lib/spanish-number'
import type { Recurrence, Term } from './deadline'
import type { FoundTerm } from './read-wording'

/** A number, perhaps repeated in brackets: "cinco (5) días hábiles", "5 (cinco) días". */
const AMOUNT = new RegExp(
  `\\b(${NUMBER_PATTERN})(?: ?\\([^)]{1,30}\\))? (dias?|horas?|semanas?|meses|mes|anos?)(?: (habiles|habil|naturales|natural))?`,
)
const EVERY_DAY = /todos los dias( y horas)? (son|se consideran) habiles/
const REPEATS = /\b(cada|por lo menos una vez|al menos una vez|periodic\w*)\b/

const LIMITS = { days: 3650, hours: 8760, months: 120 }

function daysTerm(amount: number, kind: string | undefined, folded: string): FoundTerm {
  if (kind?.startsWith('natural')) return { term: { kind: 'natural-days', amount }, notes: [] }
  const everyDayCounts = EVERY_DAY.test(folded)
  const term: Term = { kind: 'business-days', amount, everyDayCounts }
  const notes = kind ? [] : ['No dice si los días son hábiles o naturales: se proponen hábiles.']
  return { term, notes }
}

/** A term of so many days, hours, weeks, months or years; null when the words have none. */
export function readAmount(folded: string): FoundTerm | null {
  const match = AMOUNT.exec(folded)
  const amount = match ? readNumber(match[1] ?? '') : null
  if (!match || amount === null || amount === 0) return null
  if (REPEATS.test(folded.slice(0, match.index))) return null
  const unit = match[2] ?? ''
  if (unit.startsWith('dia')) return amount > LIMITS.days ? null : daysTerm(amount, match[3], folded)
  if (unit.startsWith('hora')) {
    const term: Term = { kind: 'hours', amount, workingDaysOnly: match[3]?.startsWith('habil') === true }
    return amount > LIMITS.hours ? null : { term, notes: [] }
  }
  if (unit.startsWith('semana')) {
    const term: Term = { kind: 'natural-days', amount: amount * 7 }
    return term.amount > LIMITS.days ? null : { term, notes: [] }
  }
  const months = unit.startsWith('ano') ? amount * 12 : amount
  return months > LIMITS.months ? null : { term: { kind: 'months', amount: months }, notes: [] }
}

const ADVERBS: readonly (readonly [Recurrence, RegExp])[] = [
  ['month', /\b(mensual(es|mente)?|cada mes|todos los meses)\b/],
  ['two-months', /\b(bimestral(es|mente)?|cada bimestre)\b/],
  ['quarter', /\b(trimestral(es|mente)?|cada trimestre)\b/],
  ['half-year', /\b(semestral(es|mente)?|cada semestre)\b/],
  ['year', /\b(anual(es|mente)?|cada ano|todos los anos)\b/],
]

const EVERY_MONTHS = new RegExp(`\\bcada (${NUMBER_PATTERN}) (meses|mes|anos?)\\b`)
const BY_MONTHS: Readonly<Record<number, Recurrence>> = {
  1: 'month',
  2: 'two-months',
  3: 'quarter',
  6: 'half-year',
  12: 'year',
}

/**
 * A recurring term: "semestralmente" ends with each natural period, "cada dos meses" is counted from the
 * last time (domain §6, 10 and 11); null when the words have none.
 */
export function readRecurrence(folded: string): FoundTerm | null {
  const every = EVERY_MONTHS.exec(folded)
  if (every) {
    const amount = readNumber(every[1] ?? '') ?? 0
    const recurrence = BY_MONTHS[(every[2] ?? '').startsWith('ano') ? amount * 12 : amount]
    return recurrence ? { term: { kind: 'recurring', every: recurrence, by: 'start' }, notes: [] } : null
  }
  const found = ADVERBS.find(([, pattern]) => pattern.test(folded))
  return found ? { term: { kind: 'recurring', every: found[0], by: 'calendar' }, notes: [] } : null
}
