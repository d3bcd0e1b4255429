import type ICAL from 'ical.js'
import { type DateRule, easterSunday, type RuleYears } from '../../../../shared/domain/publications'
import { daysBetween, monthOf, weekdayOf } from '../../../../shared/lib/day'
import { daysInMonth, type IsoDate, yearOf } from '../../../../shared/lib/iso-date'
import { err, ok, type Result } from '../../../../shared/lib/result'

/** A recurrence as the catalogue says it; `until` is the last day, empty for none. */
export interface EventRule {
  readonly rule: DateRule
  readonly until: string
}

/** What a recurrence leans on when it does not say it: the first day of the event. */
type FirstDay = Pick<ICAL.Time, 'year' | 'month' | 'day'>
type Nth = Extract<DateRule, { kind: 'nth' }>['n']

const CANNOT = 'se repite de un modo que no se puede decir como regla'
const MAX_INTERVAL = 100
const MAX_EASTER_DAYS = 90
const LAST_YEAR = 9999
/** Parts of a rule that the catalogue has no words for (RFC 5545 §3.3.10). */
const FOREIGN_PARTS = ['BYWEEKNO', 'BYYEARDAY', 'BYHOUR', 'BYMINUTE', 'BYSECOND'] as const
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
const PLACES: readonly Nth[] = [1, 2, 3, 4, 5, -1]
const UNITS: Readonly<Record<string, readonly [string, string]>> = {
  DAILY: ['cada día', 'días'],
  WEEKLY: ['cada semana', 'semanas'],
  MONTHLY: ['cada mes', 'meses'],
}

function untilOf(recur: ICAL.Recur, start: FirstDay, everyYears: number): string {
  if (recur.until) return recur.until.toString().slice(0, 10)
  const last = recur.count ? start.year + (recur.count - 1) * everyYears : null
  return last === null || last > LAST_YEAR ? '' : `${last}-12-31`
}

/** The only value of a part of a rule; null when there are several, for the catalogue takes one. */
function single(recur: ICAL.Recur, part: 'BYMONTH' | 'BYMONTHDAY', usual: number): number | null {
  const values = recur.getComponent(part)
  if (values.length === 0) return usual
  return values.length === 1 ? Number(values[0]) : null
}

/** Which week seven days of a month stand for: 15 to 21 are the third of any weekday. */
function placeOfDays(days: readonly number[]): Nth | null {
  const sorted = [...days].sort((a, b) => a - b)
  const [first = 0] = sorted
  const isWeek = sorted.length === 7 && sorted.every((day, index) => day === first + index)
  return isWeek && first % 7 === 1 ? (PLACES[(first - 1) / 7] ?? null) : null
}

/** The n-th weekday of a month, in the ways that programs write it: 3MO, MO of place 3, MO from 15 to 21. */
function nthOf(recur: ICAL.Recur): { readonly n: Nth; readonly weekday: number } | null {
  const [days, places] = [recur.getComponent('BYDAY'), recur.getComponent('BYSETPOS')]
  const [, sign = '', name = ''] = /^([+-]?\d)?([A-Z]{2})$/.exec(String(days[0])) ?? []
  const weekday = WEEKDAYS.indexOf(name)
  if (days.length !== 1 || weekday < 0 || places.length > 1) return null
  const ofMonth = recur.getComponent('BYMONTHDAY').map(Number)
  const told = [sign, ...places.map(String), ...(ofMonth.length > 0 ? [String(placeOfDays(ofMonth))] : [])]
  const [place, ...more] = told.filter((text) => text !== '')
  const n = PLACES.find((one) => one === Number(place))
  return n === undefined || more.length > 0 ? null : { n, weekday }
}

function yearlyRule(recur: ICAL.Recur, start: FirstDay, years: RuleYears): DateRule | null {
  const month = single(recur, 'BYMONTH', start.month)
  if (month === null) return null
  if (recur.getComponent('BYDAY').length === 0) {
    if (recur.getComponent('BYSETPOS').length > 0) return null
    const told = single(recur, 'BYMONTHDAY', start.day)
    // The last day of February is another one in leap years.
    const day = told === -1 && month !== 2 ? daysInMonth(start.year, month) : told
    return day === null || day < 1 ? null : { kind: 'fixed', month, day, years }
  }
  // Without a month "2MO" is the second Monday of the year, which no rule of the catalogue is.
  const isOfMonth = recur.freq === 'MONTHLY' || recur.getComponent('BYMONTH').length === 1
  const nth = isOfMonth ? nthOf(recur) : null
  return nth === null ? null : { kind: 'nth', month, ...nth, years }
}

/** "se repite cada 2 semanas". */
function oftenText({ freq, interval }: ICAL.Recur): string {
  const [one, many] = UNITS[freq] ?? ['varias veces al día', '']
  return `se repite ${interval > 1 && many !== '' ? `cada ${interval} ${many}` : one}`
}

/** What a recurrence is in the catalogue: yearly ones that it can say; of others, how they repeat. */
export function recurrenceRule(recurs: readonly ICAL.Recur[], start: FirstDay): Result<EventRule, string> {
  const [recur] = recurs
  if (recur === undefined || recurs.length > 1) return err(CANNOT)
  // Twelve months are a year, unless days are counted from the end of a month that changes.
  const months = recur.freq === 'MONTHLY' && recur.interval % 12 === 0
  if (recur.freq !== 'YEARLY' && !months) return err(oftenText(recur))
  if (FOREIGN_PARTS.some((part) => recur.getComponent(part).length > 0)) return err(CANNOT)
  const every = months ? recur.interval / 12 : recur.interval
  if (every > MAX_INTERVAL) return err(CANNOT)
  const years: RuleYears =
    every > 1 ? { kind: 'cycle', every, from: start.year, offset: 0 } : { kind: 'every' }
  const rule = yearlyRule(recur, start, years)
  return rule === null ? err(CANNOT) : ok({ rule, until: untilOf(recur, start, every) })
}

function dayOfMonth(date: IsoDate): number {
  return Number(date.slice(8))
}

function nthPlace(date: IsoDate): string {
  return `${monthOf(date)} ${weekdayOf(date)} ${Math.ceil(dayOfMonth(date) / 7)}`
}

/** Days from Easter Sunday when they all are as many and it takes more than one year to tell; else null. */
function fromEaster(dates: readonly IsoDate[]): number | null {
  const [first, ...more] = dates.map((date) => daysBetween(easterSunday(yearOf(date)), date))
  if (first === undefined || more.length === 0 || Math.abs(first) > MAX_EASTER_DAYS) return null
  return more.every((days) => days === first) ? first : null
}

/**
 * The rule that gives exactly these days: one a year, all on the same day or weekday of a month, or as far
 * from Easter.
 */
export function ruleOfDays(dates: readonly IsoDate[]): DateRule | null {
  const sorted = [...new Set(dates)].sort()
  const [first] = sorted
  const years = sorted.map(yearOf)
  if (first === undefined || new Set(years).size !== sorted.length) return null
  const [month, day] = [monthOf(first), dayOfMonth(first)]
  const list: RuleYears = { kind: 'list', years }
  if (sorted.every((date) => date.slice(4) === first.slice(4))) {
    return { kind: 'fixed', month, day, years: list }
  }
  const n = PLACES[Math.ceil(day / 7) - 1] ?? 1
  const easter = fromEaster(sorted)
  if (easter !== null) return { kind: 'easter', days: easter, years: list }
  if (sorted.some((date) => nthPlace(date) !== nthPlace(first))) return null
  return { kind: 'nth', month, weekday: weekdayOf(first), n, years: list }
}
