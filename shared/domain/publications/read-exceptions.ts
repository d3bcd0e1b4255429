import { dateFrom } from '../../lib/day'
import { daysInMonth, type IsoDate, yearOf } from '../../lib/iso-date'
import { err, ok, type Result } from '../../lib/result'
import { foldText } from '../../lib/spanish'
import type { DateException, DateSpan } from './date-exception'
import { describeException } from './describe-rule'
import { draftOfException, readExceptions } from './exception-draft'
import { readRuleText } from './read-rule'

const HOW = 'escriba, por ejemplo, «2018: 1.º de julio; 2020: no se observa»'
const NOT_OBSERVED =
  /^no( se (observa|observo|celebra|celebro|publica)| hubo| hay)?$|^(cancelad|suspendid)[ao]$/

/** A day of a year as it is written, whether or not it says the year. */
function readDayOf(year: number, text: string): Result<IsoDate, string> {
  const read = readRuleText(text, () => err(`«${text}» no es un día; ${HOW}.`))
  if (!read.ok) return err(`«${text}» no es un día; ${HOW}.`)
  const { rule, date } = read.value
  if (rule.kind !== 'fixed' || rule.years.kind !== 'every') return err(`«${text}» no es un día; ${HOW}.`)
  if (date !== null && yearOf(date) !== year) return err(`«${text}» no es de ${year}.`)
  if (rule.day > daysInMonth(year, rule.month)) return err(`«${text}» no existe en ${year}.`)
  return ok(dateFrom(year, rule.month, rule.day))
}

/** "1.º de julio", "1.º al 7 de julio", "30 de junio al 2 de julio". */
function readSpan(year: number, text: string): Result<DateSpan, string> {
  const [, first, last] = /^(?:del? )?(.+?) al? (?:el )?(.+)$/.exec(text) ?? []
  if (first === undefined || last === undefined) {
    const day = readDayOf(year, text)
    return day.ok ? ok({ from: day.value, until: day.value }) : day
  }
  const until = readDayOf(year, last)
  if (!until.ok) return until
  const ofMonth = /^\S+$/.test(first) && !/[/-]/.test(first) ? last.replace(/^\S+/, first) : first
  const from = readDayOf(year, ofMonth)
  return from.ok ? ok({ from: from.value, until: until.value }) : from
}

function readOne(text: string): Result<DateException, string> {
  const [, told = '', days = '', reason = ''] =
    /^(\d{4})\s*[:,]?\s*([^(]+?)\s*(?:\((.*)\))?\s*$/.exec(text.trim()) ?? []
  if (told === '') return err(`«${text.trim()}» no se entiende; ${HOW}.`)
  const year = Number(told)
  if (year < 1900) return err('el año más antiguo que se admite es 1900.')
  if (NOT_OBSERVED.test(foldText(days))) return ok({ year, on: null, reason })
  const on = readSpan(year, foldText(days))
  return on.ok ? ok({ year, on: on.value, reason }) : on
}

/**
 * Reads exceptions as they are written in a cell: "2018: 1.º de julio (INE/CG390/2017); 2020: no se
 * observa", by year. The error is a sentence for the user.
 */
export function readExceptionsText(text: string): Result<readonly DateException[], string> {
  const found: DateException[] = []
  for (const part of text.split(/[;\n]\s*(?=\d{4}\b)/)) {
    const one = readOne(part.replace(/;\s*$/, ''))
    if (!one.ok) return one
    found.push(one.value)
  }
  const checked = readExceptions(found.map(draftOfException))
  return checked.ok ? checked : err(checked.error.join(' '))
}

/** Exceptions as a cell says them, with their reasons. */
export function exceptionsText(exceptions: readonly DateException[]): string {
  return exceptions
    .map((each) => describeException(each) + (each.reason === '' ? '' : ` (${each.reason})`))
    .join('; ')
}

/**
 * What a date has once a cell is imported: years that the cell does not name stay as they are, and so does
 * the reason of a year that it says the same of.
 */
export function mergeExceptions(
  stored: readonly DateException[],
  told: readonly DateException[],
): readonly DateException[] {
  const byYear = new Map(stored.map((each) => [each.year, each]))
  for (const each of told) {
    const before = byYear.get(each.year)
    const isSame = before?.on?.from === each.on?.from && before?.on?.until === each.on?.until
    byYear.set(each.year, before && isSame && each.reason === '' ? before : each)
  }
  return [...byYear.values()].sort((a, b) => a.year - b.year)
}
