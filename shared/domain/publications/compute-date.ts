import {
  addDays,
  dateFrom,
  dateOfDay,
  dayNumber,
  endOfMonth,
  monthOf,
  nthWeekday,
  weekdayOf,
} from '../../lib/day'
import { daysInMonth, type IsoDate, yearOf } from '../../lib/iso-date'
import type { Commemoration } from './commemoration'
import type { DateSpan } from './date-exception'
import type { CommemorationId, DateRule, RuleYears } from './date-rule'

const FRIDAY = 5
const LEAP_YEAR = 2024
/** After so many years every date falls on the same weekday again. */
const CALENDAR_CYCLE = 400

/** Finds another date of the catalogue, for rules that lean on it; null when there is none. */
export type FindCommemoration = (id: CommemorationId) => Commemoration | null

/** Why a rule never gives a day. */
export type RuleProblem =
  /** 30 February, 31 April: the month has no such day in any year. */
  | { readonly code: 'no-such-day'; readonly month: number; readonly day: number }
  /** The date it leans on is not in the catalogue. */
  | { readonly code: 'unknown-date' }
  /** It leans on itself, directly or through others. */
  | { readonly code: 'circle' }
  /** In none of its years is there such a day: 29 February in odd years. */
  | { readonly code: 'no-such-year' }

/** Rules are reckoned from the year 2 to 9998, so that a week or a day that leans over the turn of the year
 * stays among the days that there are. */
function isReckoned(year: number): boolean {
  return year > 1 && year < 9999
}

/** Whether a rule gives a day in a year, as far as its years go. */
export function includesYear(years: RuleYears, year: number): boolean {
  switch (years.kind) {
    case 'every':
      return true
    case 'cycle':
      return (((year - years.from - years.offset) % years.every) + years.every) % years.every === 0
    case 'list':
      return years.years.includes(year)
  }
}

/**
 * Easter Sunday of a year of the Gregorian calendar (the anonymous algorithm published in Nature, 1876;
 * Meeus, Astronomical Algorithms, ch. 8).
 */
export function easterSunday(year: number): IsoDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const rest = year % 100
  const correction = Math.floor((8 * century + 13) / 25)
  const moon = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7
  const shift = Math.floor((golden + 11 * moon + 22 * weekday) / 451)
  const index = moon + weekday - 7 * shift + 114
  return dateFrom(year, Math.floor(index / 31), (index % 31) + 1)
}

/** Monday of the n-th week of a month; the first week is the first with a working day of the month, so it
 * holds its first Friday: that is how Safer Internet Day has fallen every year. */
function mondayOfWeek(year: number, month: number, n: number): IsoDate {
  return addDays(nthWeekday(year, month, FRIDAY, 1), 7 * (n - 1) - 4)
}

/** The week, or its weekday; none when the month has no such week or the weekday belongs to another year. */
function weekOf(year: number, { month, n, weekday }: Extract<DateRule, { kind: 'week' }>): DateSpan | null {
  const monday = mondayOfWeek(year, month, n)
  if (monday > endOfMonth(year, month)) return null
  if (weekday === null) return { from: monday, until: addDays(monday, 6) }
  const date = addDays(monday, (weekday + 6) % 7)
  return yearOf(date) === year ? { from: date, until: date } : null
}

function lastWeekday(year: number, month: number, weekday: number): IsoDate {
  const end = endOfMonth(year, month)
  return addDays(end, -((weekdayOf(end) - weekday + 7) % 7))
}

function nthOf(year: number, { month, weekday, n }: Extract<DateRule, { kind: 'nth' }>): IsoDate | null {
  if (n === -1) return lastWeekday(year, month, weekday)
  const first = nthWeekday(year, month, weekday, 1)
  const date = addDays(first, 7 * (n - 1))
  return monthOf(date) === month ? date : null
}

function day(date: IsoDate | null): DateSpan | null {
  return date === null ? null : { from: date, until: date }
}

function relativeTo(
  rule: Extract<DateRule, { kind: 'relative' }>,
  year: number,
  find: FindCommemoration,
  seen: ReadonlySet<CommemorationId>,
): DateSpan | null {
  const other = find(rule.to)
  if (other === null || seen.has(rule.to)) return null
  const [first, last] = [dayNumber(dateFrom(year, 1, 1)), dayNumber(endOfMonth(year, 12))]
  // Days before 1 January or after 31 December lean on the date of another year; 366 days
  // from 31 December may be two years on.
  for (const otherYear of [year, year + 1, year - 1, year + 2, year - 2].filter(isReckoned)) {
    const span = spanIn(other, otherYear, find, new Set([...seen, rule.to]))
    if (span === null) continue
    const at = dayNumber(span.from) + rule.days
    if (at >= first && at <= last) return day(dateOfDay(at))
  }
  return null
}

/**
 * The day (or week) that a rule alone gives in a year; null when it gives none: another year of its cycle,
 * 29 February, no fifth Monday, or a date it leans on that has none. The exceptions of a date it leans
 * on count: it moves with it, and is not observed when that is not. Years before 2 and after 9998 have none.
 */
export function spanOf(
  rule: DateRule,
  year: number,
  find: FindCommemoration,
  seen: ReadonlySet<CommemorationId> = new Set(),
): DateSpan | null {
  if (!isReckoned(year) || !includesYear(rule.years, year)) return null
  switch (rule.kind) {
    case 'fixed':
      return day(rule.day <= daysInMonth(year, rule.month) ? dateFrom(year, rule.month, rule.day) : null)
    case 'nth':
      return day(nthOf(year, rule))
    case 'week':
      return weekOf(year, rule)
    case 'easter':
      return day(addDays(easterSunday(year), rule.days))
    case 'relative':
      return relativeTo(rule, year, find, seen)
  }
}

/**
 * The days of a date in a year as its exceptions and its rule say, whether or not it is in force; null when
 * it has none. An exception wins over the rule and over its years: a year out of the cycle may have one.
 */
export function spanIn(
  { rule, exceptions }: Pick<Commemoration, 'rule' | 'exceptions'>,
  year: number,
  find: FindCommemoration,
  seen: ReadonlySet<CommemorationId> = new Set(),
): DateSpan | null {
  const exception = exceptions.find((each) => each.year === year)
  return exception ? exception.on : spanOf(rule, year, find, seen)
}

function clipped(span: DateSpan, { validFrom, validUntil }: Commemoration): DateSpan | null {
  const isBefore = validFrom !== null && span.until < validFrom
  const isAfter = validUntil !== null && span.from > validUntil
  return isBefore || isAfter ? null : span
}

/**
 * The day of a date of the catalogue in a year, its exceptions counted; null when it has none or is not in
 * force: an exception of a year after its end gives no day.
 */
export function commemorationIn(
  commemoration: Commemoration,
  year: number,
  find: FindCommemoration,
): DateSpan | null {
  const span = spanIn(commemoration, year, find, new Set([commemoration.id]))
  return span === null ? null : clipped(span, commemoration)
}

/** What keeps a rule from being followed to a day, whatever its years. */
function groundProblem(
  rule: DateRule,
  id: CommemorationId | null,
  find: FindCommemoration,
): RuleProblem | null {
  if (rule.kind === 'fixed') {
    const longest = daysInMonth(LEAP_YEAR, rule.month)
    return rule.day > longest ? { code: 'no-such-day', month: rule.month, day: rule.day } : null
  }
  if (rule.kind !== 'relative') return null
  const seen = new Set<CommemorationId>(id === null ? [] : [id])
  let next: DateRule = rule
  while (next.kind === 'relative') {
    if (seen.has(next.to)) return { code: 'circle' }
    seen.add(next.to)
    const other = find(next.to)
    if (other === null) return { code: 'unknown-date' }
    next = other.rule
  }
  return groundProblem(next, null, find)
}

/** Enough years of a rule to meet every way in which the calendar falls: it repeats after 400. */
function yearsToTry(years: RuleYears): readonly number[] {
  switch (years.kind) {
    case 'every':
      return Array.from({ length: CALENDAR_CYCLE }, (_, index) => LEAP_YEAR + index)
    case 'list':
      return years.years
    case 'cycle': {
      const first = years.from + years.offset
      const all = Array.from({ length: CALENDAR_CYCLE }, (_, index) => first + index * years.every)
      return all.filter(isReckoned)
    }
  }
}

/** Why a rule can never give a day, null when it can. `id` is the date it belongs to, null for a new one. */
export function ruleProblem(
  rule: DateRule,
  id: CommemorationId | null,
  find: FindCommemoration,
): RuleProblem | null {
  const problem = groundProblem(rule, id, find)
  if (problem) return problem
  const happens = yearsToTry(rule.years).some((year) => spanOf(rule, year, find) !== null)
  return happens ? null : { code: 'no-such-year' }
}

/** Every day of a span, in order. */
export function daysOfSpan({ from, until }: DateSpan): readonly IsoDate[] {
  const first = dayNumber(from)
  return Array.from({ length: dayNumber(until) - first + 1 }, (_, index) => dateOfDay(first + index))
}
