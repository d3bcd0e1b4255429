import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { federalElectionDay } from '../../../../../shared/domain/calendar'
import {
  commemorationIn,
  type DateRule,
  dateRuleSchema,
  datesOfYear,
  describeRule,
  easterSunday,
  finderOf,
  includesYear,
  type RuleYears,
  ruleProblem,
  ruleProblemText,
  STARTER_DATES,
  spanOf,
} from '../../../../../shared/domain/publications'
import { yearOf } from '../../../../../shared/lib/iso-date'
import independent from '../../../../fixtures/publications/dates-2010-2039.json'
import { makeCommemoration } from '../../../../helpers/make-publication'
import { testId } from '../../../../helpers/make-session'

const years = { kind: 'every' } as const
const none = () => null
const bridge = makeCommemoration(1, { rule: { kind: 'nth', month: 11, weekday: 1, n: 3, years } })

/** The rules behind each column of the independent table, which was worked out with other algorithms. */
const RULES = {
  thirdMondayNovember: { kind: 'nth', month: 11, weekday: 1, n: 3, years },
  firstMondayFebruary: { kind: 'nth', month: 2, weekday: 1, n: 1, years },
  thirdMondayMarch: { kind: 'nth', month: 3, weekday: 1, n: 3, years },
  firstThursdayFebruary: { kind: 'nth', month: 2, weekday: 4, n: 1, years },
  firstSundayJuneCycle: {
    kind: 'nth',
    month: 6,
    weekday: 0,
    n: 1,
    years: { kind: 'cycle', every: 3, from: 2015, offset: 0 },
  },
  lastFridayApril: { kind: 'nth', month: 4, weekday: 5, n: -1, years },
  fifthMondayMarch: { kind: 'nth', month: 3, weekday: 1, n: 5, years },
  saferInternet: { kind: 'week', month: 2, n: 2, weekday: 2, years },
  easter: { kind: 'easter', days: 0, years },
  goodFriday: { kind: 'easter', days: -2, years },
  leapDay: { kind: 'fixed', month: 2, day: 29, years },
  dayAfterThirdMondayNovember: { kind: 'relative', to: bridge.id, days: 1, years },
  eveOfNewYear: {
    kind: 'relative',
    to: makeCommemoration(2, { rule: { kind: 'fixed', month: 1, day: 1, years } }).id,
    days: -1,
    years,
  },
} as const satisfies Record<string, DateRule>

const newYear = makeCommemoration(2, { rule: { kind: 'fixed', month: 1, day: 1, years } })
const find = finderOf([bridge, newYear])

describe('dates by rule over thirty years, against values worked out independently', () => {
  for (const [name, rule] of Object.entries(RULES)) {
    it(name, () => {
      const computed = Object.keys(independent).map((year) => [
        year,
        spanOf(rule, Number(year), find)?.from ?? null,
      ])
      const expected = Object.entries(independent).map(([year, row]) => [year, Reflect.get(row, name)])
      expect(computed).toHaveLength(30)
      expect(computed).toEqual(expected)
    })
  }

  it('Safer Internet Day as it was held: 2010 to 2026', () => {
    const held =
      '2010-02-09 2011-02-08 2012-02-07 2013-02-05 2014-02-11 2015-02-10 2016-02-09 2017-02-07 2018-02-06 2019-02-05 2020-02-11 2021-02-09 2022-02-08 2023-02-07 2024-02-06 2025-02-11 2026-02-10'
    const computed = Array.from({ length: 17 }, (_, n) => spanOf(RULES.saferInternet, 2010 + n, none)?.from)
    expect(computed.join(' ')).toBe(held)
  })
})

describe('a rule', () => {
  it('gives at most one span a year, in order, that touches the year it was asked for', () => {
    const rules = fc.oneof(
      fc.record({
        kind: fc.constant('fixed'),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 31 }),
        years: fc.constant(years),
      }),
      fc.record({
        kind: fc.constant('nth'),
        month: fc.integer({ min: 1, max: 12 }),
        weekday: fc.integer({ min: 0, max: 6 }),
        n: fc.constantFrom(-1, 1, 2, 3, 4, 5),
        years: fc.constant(years),
      }),
      fc.record({
        kind: fc.constant('week'),
        month: fc.integer({ min: 1, max: 12 }),
        n: fc.integer({ min: 1, max: 5 }),
        weekday: fc.option(fc.integer({ min: 0, max: 6 })),
        years: fc.constant(years),
      }),
      fc.record({
        kind: fc.constant('easter'),
        days: fc.integer({ min: -60, max: 60 }),
        years: fc.constant(years),
      }),
    )
    fc.assert(
      fc.property(rules, fc.integer({ min: 1950, max: 2150 }), (raw, year) => {
        const rule = dateRuleSchema.parse(raw)
        const span = spanOf(rule, year, none)
        if (span === null) return
        expect(span.from <= span.until).toBe(true)
        expect(yearOf(span.from) === year || yearOf(span.until) === year).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  it('has no fifth week where a month ends before it, and no day of another year', () => {
    const week = (month: number, n: number, weekday: number | null) =>
      ({ kind: 'week', month, n, weekday, years }) as const
    expect(spanOf(week(2, 5, null), 2027, none)).toBeNull()
    expect(spanOf(week(12, 5, 0), 2027, none)).toBeNull()
    expect(spanOf(week(12, 5, 5), 2027, none)?.from).toBe('2027-12-31')
    expect(spanOf(week(1, 1, 1), 2027, none)).toBeNull()
    expect(spanOf(week(1, 1, 5), 2027, none)?.from).toBe('2027-01-01')
  })

  it('gives no day at the ends of the calendar, and does not fall off them', () => {
    const late: RuleYears = { kind: 'list', years: [9998, 9999] }
    const lastDay = makeCommemoration(8, {
      rule: { kind: 'fixed', month: 12, day: 31, years },
      exceptions: [{ year: 9999, on: { from: '9999-12-31', until: '9999-12-31' }, reason: '' }],
    })
    const rules: readonly DateRule[] = [
      { kind: 'week', month: 12, n: 5, weekday: null, years: late },
      { kind: 'relative', to: lastDay.id, days: 366, years: late },
      { kind: 'relative', to: lastDay.id, days: -366, years },
      { kind: 'easter', days: 90, years: late },
    ]
    for (const rule of rules) {
      expect(ruleProblem(rule, null, finderOf([lastDay]))).toBeNull()
      for (const year of [-1, 0, 1, 9999, 10_000]) expect(spanOf(rule, year, finderOf([lastDay]))).toBeNull()
    }
    const never: DateRule = { kind: 'fixed', month: 1, day: 1, years: { kind: 'list', years: [9999] } }
    expect(ruleProblem(never, null, none)).toEqual({ code: 'no-such-year' })
  })

  it('says so when it can never happen', () => {
    const fixed = (day: number, month: number) => ({ kind: 'fixed', month, day, years }) as const
    expect(ruleProblem(fixed(30, 2), null, none)).toEqual({ code: 'no-such-day', month: 2, day: 30 })
    expect(ruleProblem(fixed(31, 4), null, none)?.code).toBe('no-such-day')
    expect(ruleProblem(fixed(29, 2), null, none)).toBeNull()
    expect(ruleProblemText({ code: 'no-such-day', month: 2, day: 30 })).toBe(
      'El 30 de febrero no existe en ningún año. Elija otro día.',
    )
  })

  it('may lean on another date, but not on itself nor on one that is gone', () => {
    const [a, b] = [makeCommemoration(3).id, makeCommemoration(4).id]
    const leaning = (to: typeof a) => ({ kind: 'relative', to, days: 1, years }) as const
    const circle = finderOf([
      makeCommemoration(3, { rule: leaning(b) }),
      makeCommemoration(4, { rule: leaning(a) }),
    ])
    expect(ruleProblem(leaning(b), a, circle)).toEqual({ code: 'circle' })
    expect(ruleProblem(leaning(a), a, none)).toEqual({ code: 'circle' })
    expect(ruleProblem(leaning(a), b, none)).toEqual({ code: 'unknown-date' })
    expect(spanOf(leaning(a), 2026, circle)).toBeNull()
    expect(ruleProblem(leaning(bridge.id), a, find)).toBeNull()
  })

  it('is told in words', () => {
    const words = Object.values(RULES).map((rule) => describeRule(rule, find))
    expect(words).toEqual([
      'tercer lunes de noviembre',
      'primer lunes de febrero',
      'tercer lunes de marzo',
      'primer jueves de febrero',
      'primer domingo de junio, cada 3 años (2015, 2018…)',
      'último viernes de abril',
      'quinto lunes de marzo',
      'martes de la segunda semana de febrero',
      'el mismo día que el Domingo de Pascua',
      '2 días antes del Domingo de Pascua',
      '29 de febrero',
      '1 día después de «Fecha 1»',
      '1 día antes de «Fecha 2»',
    ])
  })

  it('counts years by cycle, before and after the first', () => {
    const before = { kind: 'cycle', every: 3, from: 2015, offset: -1 } as const
    expect([2013, 2014, 2017, 2020, 2023, 2026].filter((year) => includesYear(before, year))).toEqual([
      2014, 2017, 2020, 2023, 2026,
    ])
    expect(includesYear({ kind: 'list', years: [2018] }, 2018)).toBe(true)
    expect(includesYear({ kind: 'list', years: [2018] }, 2019)).toBe(false)
  })
})

describe('the catalogue', () => {
  const catalogue = STARTER_DATES.map((date, n) =>
    makeCommemoration(1, { ...date, id: testId(70_000 + n), suggested: true, note: '' }),
  )

  it('proposes the dates of domain §5, all of which happen', () => {
    expect(catalogue).toHaveLength(46)
    for (const { rule } of catalogue) expect(ruleProblem(rule, null, none)).toBeNull()
    expect(new Set(catalogue.map(({ name }) => name)).size).toBe(46)
  })

  it('has the election only in its years, and on the day that the calendar of rest days says', () => {
    const electionIn = (year: number) =>
      datesOfYear(catalogue, year).find(({ commemoration }) => commemoration.name === 'Jornada Electoral')
    expect(electionIn(2026)).toBeUndefined()
    for (const year of [2021, 2024, 2027]) expect(electionIn(year)?.span.from).toBe(federalElectionDay(year))
  })

  it('leaves out what is not in force', () => {
    const retired = makeCommemoration(5, { validUntil: '2025-12-31' })
    const later = makeCommemoration(6, { validFrom: '2026-05-07' })
    expect(commemorationIn(retired, 2025, none)?.from).toBe('2025-05-05')
    expect(commemorationIn(retired, 2026, none)).toBeNull()
    expect(commemorationIn(later, 2026, none)).toBeNull()
    expect(commemorationIn(later, 2027, none)?.from).toBe('2027-05-06')
  })

  it('knows Easter at the edges of its range', () => {
    expect([1818, 1943, 2000, 2038].map(easterSunday)).toEqual([
      '1818-03-22',
      '1943-04-25',
      '2000-04-23',
      '2038-04-25',
    ])
  })
})
