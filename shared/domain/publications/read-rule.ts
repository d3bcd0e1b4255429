import { daysInMonth, type IsoDate } from '../../lib/iso-date'
import { err, ok, type Result } from '../../lib/result'
import { cleanCell } from '../../lib/sheet'
import { foldText } from '../../lib/spanish'
import { NUMBER_PATTERN, readNumber } from '../../lib/spanish-number'
import { readDate } from '../people'
import type { CommemorationId, DateRule, RuleYears } from './date-rule'
import { ruleProblemText } from './describe-rule'
import { isSameYears, splitYears } from './read-rule-years'
import { daysFromEaster, monthOfWord, ordinalOfWord, weekdayOfWord } from './rule-words'

/** Finds a date by its name without accents or case; the error is a sentence for the user. */
export type FindDateByName = (name: string) => Result<CommemorationId, string>

/** A rule as somebody wrote it. */
export interface RuleReading {
  readonly rule: DateRule
  /** The whole date, with its year, that the rule repeats every year; null when no year was written. */
  readonly date: IsoDate | null
}

/** A rule but for its years. */
type DayRule = DateRule extends infer R ? (R extends DateRule ? Omit<R, 'years'> : never) : never
type DayReading = { readonly day: DayRule; readonly date: IsoDate | null }

const MAX_DAYS = 366
const MAX_EASTER_DAYS = 90
const EVERY: RuleYears = { kind: 'every' }

const HOW =
  'Escriba un día («17/05», «17 de mayo»), «tercer lunes de noviembre», «segunda semana de octubre», «8 días antes de «Día de Muertos»»…; si no es cada año, agregue «, solo en 2018, 2024», «, cada 3 años (2018, 2021…)» o «, solo en años de elección federal».'

function noRule(text: string, why = 'no se entiende'): Result<never, string> {
  return err(`«${text}» ${why}. ${HOW}`)
}

function fixedDay(day: number, month: number, date: IsoDate | null = null): Result<DayReading, string> {
  // 2024 is a leap year: 29 February happens.
  if (month < 1 || month > 12) return err(`no hay mes ${month}; se lee día/mes.`)
  if (day < 1) return err('los días de un mes empiezan en 1.')
  if (day > daysInMonth(2024, month)) {
    if (day > 31) return err(`ningún mes tiene día ${day}; se lee día/mes.`)
    return err(ruleProblemText({ code: 'no-such-day', month, day }))
  }
  return ok({ day: { kind: 'fixed', month, day }, date })
}

const WITH_YEAR = /^\d{4}[-/.]|^\d{1,2}[-/. ].*[-/. ]\d{4}$|^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$/

/** A day of a month, with its year or without; null when it is written as something else. */
function readDay(head: string): Result<DayReading, string> | null {
  const plain = head
    .replace(/^(?:1\.?(?:º|°|o|er|ero|ro)\.?|primero|uno)(?= (?:de |del )?[a-z]+)/, '1')
    .replace(/^[a-z]+,? (?=\d{1,2} (?:de )?[a-z]+ (?:de |del )?\d{4}$)/, '')
    .replace(/^(\d{4}-\d\d-\d\d)[t ].*$/, '$1')
  if (WITH_YEAR.test(plain)) {
    const date = readDate(plain)
    if (!date.ok) return date
    const [, month = 0, day = 0] = date.value.split('-').map(Number)
    return fixedDay(day, month, date.value)
  }
  const figures = /^(\d{1,2})[-/.](\d{1,2})$/.exec(plain)
  if (figures) return fixedDay(Number(figures[1]), Number(figures[2]))
  const [, day, name] = /^(\d{1,2})[ /-]*(?:de |del mes de )?([a-z]+\.?)$/.exec(plain) ?? []
  const [, nameFirst, dayLast] = /^([a-z]+\.?) (\d{1,2})$/.exec(plain) ?? []
  const month = monthOfWord(name ?? nameFirst ?? '')
  return month === null ? null : fixedDay(Number(day ?? dayLast), month)
}

function readWeekday(head: string): DayRule | null {
  const [, which = '', name = '', of = ''] = /^(\S+) ([a-z]+) (?:de|del mes de) ([a-z]+\.?)$/.exec(head) ?? []
  const [n, weekday, month] = [ordinalOfWord(which), weekdayOfWord(name), monthOfWord(of)]
  return n === null || weekday === null || month === null ? null : { kind: 'nth', n, weekday, month }
}

function readWeek(head: string): DayRule | null {
  const [, name, which = '', of = ''] =
    /^(?:([a-z]+) de (?:la )?|la )?(\S+) semana (?:de|del mes de) ([a-z]+\.?)$/.exec(head) ?? []
  const [n, month] = [ordinalOfWord(which), monthOfWord(of)]
  const weekday = name === undefined ? null : weekdayOfWord(name)
  if (n === null || n === -1 || month === null) return null
  return name !== undefined && weekday === null ? null : { kind: 'week', n, weekday, month }
}

const SHIFT = new RegExp(`^(?:a )?(?:los )?(${NUMBER_PATTERN}) (dias?|semanas?) (antes|despues) del? (.+)$`)

/** So many days from what, folded; null when it is written as something else. */
function readShift(head: string): { readonly days: number; readonly what: string } | null {
  const [, same] = /^(?:en )?(?:el )?mismo dia (?:que|del?) (.+)$/.exec(head) ?? []
  if (same !== undefined) return { days: 0, what: same }
  const [, eve] = /^(?:en )?(?:la )?vispera del? (.+)$/.exec(head) ?? []
  if (eve !== undefined) return { days: -1, what: eve }
  const [, next] = /^(?:al |el )?dia siguiente (?:al?|del?) (.+)$/.exec(head) ?? []
  if (next !== undefined) return { days: 1, what: next }
  const [, count = '', unit = '', way, what] = SHIFT.exec(head) ?? []
  const number = readNumber(count)
  if (what === undefined || number === null) return null
  const days = number * (unit.startsWith('semana') ? 7 : 1)
  return { days: way === 'antes' ? -days : days, what }
}

/** A part of the folded text as it was typed, to be named to the user. */
function asTyped(text: string, part: string): string {
  const [plain, folded] = [cleanCell(text), foldText(text)]
  const at = plain.length === folded.length ? folded.indexOf(part) : -1
  return at < 0 ? part : plain.slice(at, at + part.length)
}

const QUOTED = /^(?:«(.+)»|"(.+)"|“(.+)”|'(.+)')$/
const ARTICLE = /^(?:el|la|los|las) /

function readLeaning(
  text: string,
  { days, what }: { readonly days: number; readonly what: string },
  find: FindDateByName,
): Result<DayRule, string> {
  const quoted = QUOTED.exec(what)
    ?.slice(1)
    .find((name) => name !== undefined)
  const bare = what.replace(ARTICLE, '')
  const easter = quoted === undefined ? daysFromEaster(bare) : null
  if (easter !== null) {
    const total = days + easter
    if (Math.abs(total) <= MAX_EASTER_DAYS) return ok({ kind: 'easter', days: total })
    return err(`se cuentan hasta ${MAX_EASTER_DAYS} días desde el Domingo de Pascua.`)
  }
  if (Math.abs(days) > MAX_DAYS) return err(`se cuentan hasta ${MAX_DAYS} días desde otra fecha.`)
  const found = find(asTyped(text, quoted ?? what))
  const other = found.ok || quoted !== undefined ? found : find(asTyped(text, bare))
  return other.ok ? ok({ kind: 'relative', to: other.value, days }) : other
}

function readHead(text: string, head: string, find: FindDateByName): Result<DayReading, string> {
  const day = readDay(head)
  if (day !== null) return day
  const worded = readWeekday(head) ?? readWeek(head)
  if (worded !== null) return ok({ day: worded, date: null })
  const easter = daysFromEaster(head)
  if (easter !== null) return ok({ day: { kind: 'easter', days: easter }, date: null })
  const shift = readShift(head)
  if (shift !== null) {
    const leaning = readLeaning(text, shift, find)
    return leaning.ok ? ok({ day: leaning.value, date: null }) : leaning
  }
  if (/ excepto \d{4}/.test(head)) return noRule(text, 'lleva excepciones, que van en su columna')
  if (/\bhabil(es)?\b/.test(head))
    return noRule(text, 'cuenta días hábiles y una regla cuenta días naturales')
  if (/ \/ | y \d|^del? \d+ al? \d/.test(head))
    return noRule(text, 'nombra más de un día; use una fila por cada uno')
  return noRule(text)
}

/**
 * Reads a rule in words, as `describeRule` says it or as people type it: "17/05", "tercer lunes de
 * noviembre", "8 días antes de «Día de X», solo en 2024" (domain §5). A whole date is taken as that day of
 * every year, and told apart. Dates that never happen, and anything else, are refused with a sentence for
 * the user.
 */
export function readRuleText(text: string, find: FindDateByName): Result<RuleReading, string> {
  const apart = splitYears(foldText(text))
  if (!apart.ok) return apart
  const head = apart.value.head.replace(/^(?:el|cada|la) (?=\S)/, '').replace(/[.,;]$/, '')
  const read = readHead(text, head, find)
  if (!read.ok) return read
  const { day, date } = read.value
  const rule: DateRule = { ...day, years: apart.value.years ?? EVERY }
  return ok({ rule, date: apart.value.years === null ? date : null })
}

/** Whether two rules give the same days in the same years, however they were written. */
export function isSameRule(a: DateRule, b: DateRule): boolean {
  const day = ({ years, ...rest }: DateRule) =>
    JSON.stringify(Object.entries(rest).sort(([one], [other]) => (one < other ? -1 : 1)))
  return day(a) === day(b) && isSameYears(a.years, b.years)
}

/** How a date is known again by its name: without accents, case or stray blanks. */
export function nameKey(name: string): string {
  return foldText(cleanCell(name))
}
