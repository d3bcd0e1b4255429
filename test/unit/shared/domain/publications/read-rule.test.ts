import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CommemorationId,
  type DateRule,
  dateRuleSchema,
  describeRule,
  exceptionsText,
  type FindDateByName,
  finderOf,
  isSameRule,
  nameKey,
  type RuleYears,
  readExceptionsText,
  readRuleText,
  readYearsText,
  ruleProblem,
  STARTER_DATES,
} from '../../../../../shared/domain/publications'
import { addDays, dateFrom } from '../../../../../shared/lib/day'
import { err, ok } from '../../../../../shared/lib/result'
import { makeCommemoration } from '../../../../helpers/make-publication'

const EVERY: RuleYears = { kind: 'every' }
const MUERTOS = makeCommemoration(1, { name: 'Día de Muertos' })
const JORNADA = makeCommemoration(2, { name: 'La Jornada, solo en 2018' })
const CATALOGUE = [MUERTOS, JORNADA]

function finderByName(
  named: readonly { readonly id: CommemorationId; readonly name: string }[],
): FindDateByName {
  return (name) => {
    const found = named.find((date) => nameKey(date.name) === nameKey(name))
    return found ? ok(found.id) : err(`no hay «${name}».`)
  }
}

const byName = finderByName(CATALOGUE)

function ruleOf(text: string): DateRule {
  const read = readRuleText(text, byName)
  if (!read.ok) throw new Error(read.error)
  return read.value.rule
}

function refusal(text: string): string {
  const read = readRuleText(text, byName)
  return read.ok ? `read as ${JSON.stringify(read.value)}` : read.error
}

const fixed = (day: number, month: number, years: RuleYears = EVERY): DateRule => ({
  kind: 'fixed',
  month,
  day,
  years,
})
const nth = (
  n: 1 | 2 | 3 | 4 | 5 | -1,
  weekday: number,
  month: number,
  years: RuleYears = EVERY,
): DateRule => ({
  kind: 'nth',
  n,
  weekday,
  month,
  years,
})
const week = (n: number, weekday: number | null, month: number, years: RuleYears = EVERY): DateRule => ({
  kind: 'week',
  n,
  weekday,
  month,
  years,
})
const elections = (offset: number): RuleYears => ({ kind: 'cycle', every: 3, from: 2015, offset })

const int = (min: number, max: number) => fc.integer({ min, max })
const years: fc.Arbitrary<RuleYears> = fc.oneof(
  fc.constant(EVERY),
  fc.record({
    kind: fc.constant('cycle' as const),
    every: int(2, 100),
    from: int(1900, 9999),
    offset: int(-3, 3),
  }),
  fc.record({
    kind: fc.constant('list' as const),
    years: fc.array(int(1900, 9999), { minLength: 1, maxLength: 200 }),
  }),
)
const month = int(1, 12)
const weekday = int(0, 6)

/** Any rule, beside the name of the date that it leans on. */
const ruleAndName = fc.record({
  rule: fc.oneof(
    fc.record({ kind: fc.constant('fixed' as const), month, day: int(1, 31), years }),
    fc.record({
      kind: fc.constant('nth' as const),
      month,
      weekday,
      n: fc.constantFrom(-1, 1, 2, 3, 4, 5),
      years,
    }),
    fc.record({
      kind: fc.constant('week' as const),
      month,
      n: int(1, 5),
      weekday: fc.option(weekday),
      years,
    }),
    fc.record({
      kind: fc.constant('relative' as const),
      to: fc.constant(MUERTOS.id),
      days: int(-366, 366),
      years,
    }),
    fc.record({ kind: fc.constant('easter' as const), days: int(-90, 90), years }),
  ),
  name: fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
      fc.constantFrom(
        'Día «X»',
        '«',
        'Domingo de Pascua',
        'A», solo en 2018',
        '10, cada 3 años (2018, 2021…)',
        '8 M',
      ),
    )
    .filter((name) => nameKey(name) !== ''),
})

describe('reading a rule in words', () => {
  it('undoes what describeRule says of any rule that happens', () => {
    fc.assert(
      fc.property(ruleAndName, ({ rule: raw, name }) => {
        const other = { ...MUERTOS, name: name.trim() }
        const find = finderOf([other])
        const rule = dateRuleSchema.parse(raw)
        fc.pre(ruleProblem(rule, null, find) === null)
        const said = describeRule(rule, find)
        const read = readRuleText(said, finderByName([other]))
        if (!read.ok) throw new Error(`${said}: ${read.error}`)
        expect(read.value.date).toBeNull()
        expect(dateRuleSchema.parse(read.value.rule)).toEqual(read.value.rule)
        expect(isSameRule(read.value.rule, rule)).toBe(true)
        expect(describeRule(read.value.rule, find)).toBe(said)
      }),
      { numRuns: 600 },
    )
  })

  it('reads the rule of every suggested date back', () => {
    for (const { rule } of STARTER_DATES) {
      const none = () => null
      expect(isSameRule(ruleOf(describeRule(rule, none)), rule)).toBe(true)
    }
  })

  it.each<[string, DateRule]>([
    ['28 ene', fixed(28, 1)],
    ['5 feb', fixed(5, 2)],
    ['1.er jueves de feb', nth(1, 4, 2)],
    ['martes de la 2.ª semana de feb', week(2, 2, 2)],
    ['1.er domingo de jun (años de elección)', nth(1, 0, 6, elections(0))],
    ['1.ª semana de sep (año anterior a la elección)', week(1, null, 9, elections(-1))],
    ['3.er lunes de nov', nth(3, 1, 11)],
    ['9 dic', fixed(9, 12)],
  ])('reads «%s», as domain §5 writes it', (text, rule) => {
    expect(ruleOf(text)).toEqual(rule)
  })

  it.each<[string, DateRule]>([
    ['17/05', fixed(17, 5)],
    ['7-5', fixed(7, 5)],
    ['17 de mayo', fixed(17, 5)],
    ['  El 17 de Mayo. ', fixed(17, 5)],
    ['17-may', fixed(17, 5)],
    ['17 sept.', fixed(17, 9)],
    ['mayo 17', fixed(17, 5)],
    ['1.º de julio', fixed(1, 7)],
    ['1o. de julio', fixed(1, 7)],
    ['1ro de julio', fixed(1, 7)],
    ['primero de julio', fixed(1, 7)],
    ['29 de febrero', fixed(29, 2)],
    ['tercer lunes de noviembre', nth(3, 1, 11)],
    ['último viernes de octubre', nth(-1, 5, 10)],
    ['Ultimo Viernes del mes de octubre', nth(-1, 5, 10)],
    ['2.º domingo de mayo', nth(2, 0, 5)],
    ['2do domingo de mayo', nth(2, 0, 5)],
    ['segundo martes de febrero', nth(2, 2, 2)],
    ['martes de la segunda semana de febrero', week(2, 2, 2)],
    ['segunda semana de octubre', week(2, null, 10)],
    ['la 2a semana de octubre', week(2, null, 10)],
    ['40 días después del Domingo de Pascua', { kind: 'easter', days: 40, years: EVERY }],
    ['una semana antes de Pascua', { kind: 'easter', days: -7, years: EVERY }],
    ['Domingo de Pascua', { kind: 'easter', days: 0, years: EVERY }],
    ['Viernes Santo', { kind: 'easter', days: -2, years: EVERY }],
    ['8 días antes de «Día de Muertos»', { kind: 'relative', to: MUERTOS.id, days: -8, years: EVERY }],
    ['ocho dias antes del dia de muertos', { kind: 'relative', to: MUERTOS.id, days: -8, years: EVERY }],
    ['La víspera del "Día de Muertos"', { kind: 'relative', to: MUERTOS.id, days: -1, years: EVERY }],
    [
      '2 semanas después de «La Jornada, solo en 2018», solo en 2019',
      { kind: 'relative', to: JORNADA.id, days: 14, years: { kind: 'list', years: [2019] } },
    ],
    [
      '17 de mayo, cada 3 años (2018, 2021…)',
      fixed(17, 5, { kind: 'cycle', every: 3, from: 2018, offset: 0 }),
    ],
    ['17/05 cada tres años desde 2018', fixed(17, 5, { kind: 'cycle', every: 3, from: 2018, offset: 0 })],
    ['17 de mayo, solo en 2018, 2024', fixed(17, 5, { kind: 'list', years: [2018, 2024] })],
    ['17 de mayo (2018 y 2024)', fixed(17, 5, { kind: 'list', years: [2018, 2024] })],
    ['17 de mayo únicamente en 2018', fixed(17, 5, { kind: 'list', years: [2018] })],
    ['1.er domingo de junio, solo en años de elección federal', nth(1, 0, 6, elections(0))],
    ['17 de mayo, todos los años', fixed(17, 5)],
  ])('reads «%s»', (text, rule) => {
    expect(ruleOf(text)).toEqual(rule)
  })

  it.each(['17/05/2026', '2026-05-17', '17 de mayo de 2026', '17-may-2026', 'domingo, 17 de mayo de 2026'])(
    'takes %s as that day of every year, and tells that it had a year',
    (text) => {
      expect(readRuleText(text, byName)).toEqual(ok({ rule: fixed(17, 5), date: '2026-05-17' }))
    },
  )

  it.each([
    ['30 de febrero', 'El 30 de febrero no existe en ningún año'],
    ['31/04', 'El 31 de abril no existe en ningún año'],
    ['05/17', 'no hay mes 17; se lee día/mes'],
    ['45 de mayo', 'ningún mes tiene día 45'],
    ['29/02/2025', 'febrero de 2025 tiene 28 días'],
    ['17/05/26', 'con cuatro cifras'],
    ['8 días antes de «Día de Nadie»', 'no hay «Día de Nadie»'],
    ['3 días hábiles antes de «Día de Muertos»', 'días naturales'],
    ['100 días después del Domingo de Pascua', 'hasta 90 días'],
    ['400 días después del Día de Muertos', 'hasta 366 días'],
    ['17 de mayo, cada 3 años', 'desde qué año'],
    ['17 de mayo, cada 3 años (2018, 2022…)', 'sigue 2021, no 2022'],
    ['17 de mayo, solo en 1800', '1800 está fuera'],
    ['9 dic / 10 dic / 18 dic', 'una fila por cada uno'],
    ['del 1 al 7 de septiembre', 'una fila por cada uno'],
    ['cada luna llena', 'Escriba un día'],
    ['última semana de mayo', 'Escriba un día'],
    ['1.º de junio, excepto 2018: 1.º de julio', 'van en su columna'],
    ['solo en 2018', 'Escriba un día'],
  ])('refuses «%s» in words', (text, words) => {
    expect(refusal(text)).toContain(words)
  })

  it('does not hang on a long cell', () => {
    const long = `17 de mayo, cada 3 años (${'2018 '.repeat(400)}${'2'.repeat(2000)} x`
    expect(refusal(long)).toContain('Escriba un día')
  })
})

describe('reading the years of a date', () => {
  it.each<[string, RuleYears]>([
    ['2026', { kind: 'list', years: [2026] }],
    ['2018, 2024 y 2030', { kind: 'list', years: [2018, 2024, 2030] }],
    ['Todos', EVERY],
    ['cada año', EVERY],
    ['cada 6 años (2018, 2024…)', { kind: 'cycle', every: 6, from: 2018, offset: 0 }],
    ['Años de elección federal', elections(0)],
    ['año previo a la elección', elections(-1)],
  ])('reads «%s»', (text, expected) => {
    expect(readYearsText(text)).toEqual(ok(expected))
  })

  it('refuses anything else with what can be written', () => {
    expect(readYearsText('a veces')).toEqual(err(expect.stringContaining('«2018, 2024»')))
  })

  it('knows the same years counted from another of them', () => {
    const cycle = (from: number, offset: number) => ({ kind: 'cycle' as const, every: 3, from, offset })
    const on = (of: RuleYears) => fixed(1, 1, of)
    expect(isSameRule(on(cycle(2015, 0)), on(cycle(2018, 0)))).toBe(true)
    expect(isSameRule(on(cycle(2015, -1)), on(cycle(2017, 0)))).toBe(true)
    expect(isSameRule(on(cycle(2015, 0)), on(cycle(2016, 0)))).toBe(false)
    expect(isSameRule(on(EVERY), on(cycle(2016, 0)))).toBe(false)
  })
})

describe('reading exceptions', () => {
  const exception = fc
    .record({ year: int(1900, 9999), day: int(0, 330), length: int(0, 30), observed: fc.boolean() })
    .map(({ year, day, length, observed }) => {
      const from = addDays(dateFrom(year, 1, 1), day)
      return { year, on: observed ? { from, until: addDays(from, length) } : null, reason: '' }
    })

  it('undoes what exceptionsText says of any', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(exception, { selector: ({ year }) => year, maxLength: 8, minLength: 1 }),
        (all) => {
          const sorted = [...all].sort((a, b) => a.year - b.year)
          expect(readExceptionsText(exceptionsText(sorted))).toEqual(ok(sorted))
        },
      ),
    )
  })
})
