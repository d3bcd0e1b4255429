import type ICAL from 'ical.js'
import type { DateRule, RuleYears } from '../../../../shared/domain/publications'
import { err, ok, type Result } from '../../../../shared/lib/result'

/** A recurrence as the catalogue says it; `until` is the last day, empty for none. */
export interface EventRule {
  readonly rule: DateRule
  readonly until: string
}

const CANNOT = 'se repite de un modo que el catálogo no puede decir'
const MAX_INTERVAL = 100
/** Parts of a rule that the catalogue has no words for (RFC 5545 §3.3.10). */
const FOREIGN_PARTS = ['BYSETPOS', 'BYWEEKNO', 'BYYEARDAY', 'BYHOUR', 'BYMINUTE', 'BYSECOND'] as const
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

function yearsOf(recur: ICAL.Recur, start: ICAL.Time): RuleYears {
  return recur.interval > 1
    ? { kind: 'cycle', every: recur.interval, from: start.year, offset: 0 }
    : { kind: 'every' }
}

function untilOf(recur: ICAL.Recur, start: ICAL.Time): string {
  if (recur.until) return recur.until.toString().slice(0, 10)
  return recur.count ? `${start.year + (recur.count - 1) * recur.interval}-12-31` : ''
}

function nthOf(text: string): { readonly n: 1 | 2 | 3 | 4 | 5 | -1; readonly weekday: number } | null {
  const [, sign, weekday] = /^([+-]?\d)([A-Z]{2})$/.exec(text) ?? []
  const n = ([1, 2, 3, 4, 5, -1] as const).find((one) => one === Number(sign))
  const day = WEEKDAYS.indexOf(weekday ?? '')
  return n === undefined || day < 0 ? null : { n, weekday: day }
}

/** The numbers of one part of a rule; null when there are several, for the catalogue takes one. */
function single(recur: ICAL.Recur, part: 'BYMONTH' | 'BYMONTHDAY', usual: number): number | null {
  const values = recur.getComponent(part)
  if (values.length === 0) return usual
  return values.length === 1 ? Number(values[0]) : null
}

function yearlyRule(recur: ICAL.Recur, start: ICAL.Time): DateRule | null {
  const years = yearsOf(recur, start)
  const month = single(recur, 'BYMONTH', start.month)
  const days = recur.getComponent('BYDAY')
  if (month === null || recur.interval > MAX_INTERVAL) return null
  if (days.length === 0) {
    const day = single(recur, 'BYMONTHDAY', start.day)
    return day === null || day < 1 ? null : { kind: 'fixed', month, day, years }
  }
  // Without a month "2MO" is the second Monday of the year, which no rule of the catalogue is.
  const isOfMonth =
    recur.getComponent('BYMONTH').length === 1 && recur.getComponent('BYMONTHDAY').length === 0
  const nth = days.length === 1 && isOfMonth ? nthOf(String(days[0])) : null
  return nth === null ? null : { kind: 'nth', month, ...nth, years }
}

/** The rule of an event: yearly ones that the catalogue can say, and single days; others with the reason. */
export function eventRule(event: ICAL.Component, start: ICAL.Time): Result<EventRule, string> {
  if (event.hasProperty('rdate') || event.hasProperty('exdate'))
    return err('tiene días sueltos agregados o quitados')
  const recur = event.getFirstPropertyValue('rrule')
  if (recur === null) {
    const years = { kind: 'list' as const, years: [start.year] }
    return ok({ rule: { kind: 'fixed', month: start.month, day: start.day, years }, until: '' })
  }
  if (event.getAllProperties('rrule').length > 1) return err(CANNOT)
  const yearly = recur as ICAL.Recur
  if (yearly.freq !== 'YEARLY') return err('no se repite cada año, sino con otra frecuencia')
  if (FOREIGN_PARTS.some((part) => yearly.getComponent(part).length > 0)) return err(CANNOT)
  const rule = yearlyRule(yearly, start)
  return rule === null ? err(CANNOT) : ok({ rule, until: untilOf(yearly, start) })
}
