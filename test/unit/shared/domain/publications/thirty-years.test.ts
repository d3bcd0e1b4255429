import { describe, expect, it } from 'vitest'
import {
  type Commemoration,
  commemorationIn,
  type DateRule,
  finderOf,
  type RuleYears,
  STARTER_DATES,
} from '../../../../../shared/domain/publications'
import independentRules from '../../../../fixtures/publications/rules-2010-2039.json'
import independentStarters from '../../../../fixtures/publications/starter-dates-2010-2039.json'
import { makeCommemoration } from '../../../../helpers/make-publication'
import { testId } from '../../../../helpers/make-session'

const YEARS = Array.from({ length: 30 }, (_, index) => 2010 + index)
const EVERY: RuleYears = { kind: 'every' }

/** The days of a date in every year of the table, as the table writes them. */
function daysOf(date: Commemoration, catalogue: readonly Commemoration[]): readonly (string | null)[] {
  const find = finderOf(catalogue)
  return YEARS.map((year) => {
    const span = commemorationIn(date, year, find)
    if (span === null) return null
    return span.from === span.until ? span.from : `${span.from}/${span.until}`
  })
}

describe('every starter date over thirty years, against values worked out apart', () => {
  const table: Readonly<Record<string, readonly (string | null)[]>> = independentStarters.days
  const catalogue = STARTER_DATES.map((date, n) => makeCommemoration(1, { ...date, id: testId(80_000 + n) }))

  it('has a row for each, and no other', () => {
    expect(Object.keys(table).sort()).toEqual(STARTER_DATES.map(({ name }) => name).sort())
    expect([independentStarters.from, independentRules.from]).toEqual([2010, 2010])
  })

  it.each(catalogue.map((date) => [date.name, date] as const))('%s', (name, date) => {
    expect(table[name]).toHaveLength(30)
    expect(daysOf(date, catalogue)).toEqual(table[name])
  })
})

describe('every kind of rule over thirty years, against values worked out apart', () => {
  const table: Readonly<Record<string, readonly (string | null)[]>> = independentRules.days
  const election = makeCommemoration(40, {
    ...STARTER_DATES.find(({ name }) => name === 'Jornada Electoral'),
  })
  const onDay = (year: number, day: string) => ({ year, on: { from: day, until: day }, reason: '' })
  const newYear = makeCommemoration(41, {
    rule: { kind: 'fixed', month: 1, day: 1, years: EVERY },
    exceptions: [onDay(2021, '2021-01-04')],
  })
  const week = (month: number, n: number, weekday: number | null = null): DateRule => ({
    kind: 'week',
    month,
    n,
    weekday,
    years: EVERY,
  })
  const easter = (days: number): DateRule => ({ kind: 'easter', days, years: EVERY })
  const from = (to: Commemoration, days: number): DateRule => ({
    kind: 'relative',
    to: to.id,
    days,
    years: EVERY,
  })
  const cycle: RuleYears = { kind: 'cycle', every: 4, from: 2012, offset: 1 }
  const rules: Readonly<Record<string, { readonly rule: DateRule; readonly exceptions?: unknown }>> = {
    ashWednesday: { rule: easter(-46) },
    palmSunday: { rule: easter(-7) },
    corpusChristi: { rule: easter(60) },
    sevenDaysAfterElection: { rule: from(election, 7) },
    hundredDaysBeforeElection: { rule: from(election, -100) },
    firstWeekOfSeptember: { rule: week(9, 1) },
    fifthWeekOfFebruary: { rule: week(2, 5) },
    firstWeekOfJanuary: { rule: week(1, 1) },
    fridayOfFifthWeekOfDecember: { rule: week(12, 5, 5) },
    lastSundayOfMay: { rule: { kind: 'nth', month: 5, weekday: 0, n: -1, years: EVERY } },
    fifthFridayOfMay: { rule: { kind: 'nth', month: 5, weekday: 5, n: 5, years: EVERY } },
    octoberOfTheYearAfterLeapYears: { rule: { kind: 'nth', month: 10, weekday: 2, n: 2, years: cycle } },
    onlyIn2014And2029: {
      rule: { kind: 'fixed', month: 7, day: 4, years: { kind: 'list', years: [2014, 2029] } },
    },
    leapDayMovedIn2026NotIn2028: {
      rule: { kind: 'fixed', month: 2, day: 29, years: EVERY },
      exceptions: [onDay(2026, '2026-02-28'), { year: 2028, on: null, reason: '' }],
    },
    eveOfANewYearMovedIn2021: { rule: from(newYear, -1) },
  }

  it('has a row for each, of every kind', () => {
    expect(Object.keys(rules)).toEqual(Object.keys(table))
    const kinds = new Set(Object.values(rules).map(({ rule }) => rule.kind))
    expect([...kinds].sort()).toEqual(['easter', 'fixed', 'nth', 'relative', 'week'])
  })

  it.each(Object.entries(rules))('%s', (name, { rule, exceptions = [] }) => {
    const date = makeCommemoration(42, { rule, exceptions })
    expect(daysOf(date, [election, newYear, date])).toEqual(table[name])
  })
})
