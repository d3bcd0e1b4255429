import { describe, expect, it } from 'vitest'
import { federalElectionDay } from '../../../../../shared/domain/calendar'
import {
  type Commemoration,
  commemorationIn,
  commemorationSchema,
  type DateException,
  dateExceptionsSchema,
  datesOfYear,
  describeDate,
  draftOfCommemoration,
  draftOfException,
  type ExceptionDraft,
  finderOf,
  readCommemoration,
  readException,
  STARTER_DATES,
} from '../../../../../shared/domain/publications'
import { makeCommemoration } from '../../../../helpers/make-publication'

const EVERY = { kind: 'every' } as const
const ELECTION_YEARS = { kind: 'cycle', every: 3, from: 2015, offset: 0 } as const
const none = () => null

function moved(year: number, from: string, until = from, reason = '') {
  return { year, on: { from, until }, reason }
}
function skipped(year: number, reason = '') {
  return { year, on: null, reason }
}
function day(date: Commemoration, year: number, find: (id: string) => Commemoration | null = none) {
  return commemorationIn(date, year, find)?.from ?? null
}

describe('an exception of one year', () => {
  const election = makeCommemoration(1, {
    rule: { kind: 'nth', month: 6, weekday: 0, n: 1, years: ELECTION_YEARS },
    exceptions: [moved(2018, '2018-07-01'), moved(2022, '2022-04-10'), skipped(2024)],
  })

  it.each([
    ['as the rule says where there is none', 2015, '2015-06-07'],
    ['moved', 2018, '2018-07-01'],
    ['in a year that its rule leaves out', 2022, '2022-04-10'],
    ['not observed', 2024, null],
    ['as the rule says afterwards', 2027, '2027-06-06'],
    ['a year without a day stays so', 2025, null],
  ])('%s', (_, year, expected) => {
    expect(day(election, year)).toBe(expected)
  })

  it('moves a week too, and gives days to a rule that has none that year', () => {
    const week = makeCommemoration(2, {
      rule: { kind: 'week', month: 9, n: 1, weekday: null, years: EVERY },
      exceptions: [moved(2014, '2014-10-06', '2014-10-12')],
    })
    expect(commemorationIn(week, 2014, none)).toEqual({ from: '2014-10-06', until: '2014-10-12' })
    const leap = makeCommemoration(3, {
      rule: { kind: 'fixed', month: 2, day: 29, years: EVERY },
      exceptions: [moved(2026, '2026-02-28')],
    })
    expect([2025, 2026, 2028].map((year) => day(leap, year))).toEqual([null, '2026-02-28', '2028-02-29'])
  })

  it('carries along the dates that lean on it', () => {
    const after = makeCommemoration(4, {
      rule: { kind: 'relative', to: election.id, days: 7, years: EVERY },
    })
    const own = makeCommemoration(5, {
      rule: { kind: 'relative', to: after.id, days: 1, years: EVERY },
      exceptions: [moved(2015, '2015-12-01')],
    })
    const catalogue = [election, after, own]
    const find = finderOf(catalogue)
    expect([2015, 2018, 2022, 2024].map((year) => commemorationIn(after, year, find)?.from ?? null)).toEqual([
      '2015-06-14',
      '2018-07-08',
      '2022-04-17',
      null,
    ])
    expect([2015, 2018, 2024].map((year) => commemorationIn(own, year, find)?.from ?? null)).toEqual([
      '2015-12-01',
      '2018-07-09',
      null,
    ])
    expect(datesOfYear(catalogue, 2018).map(({ span }) => span.from)).toEqual([
      '2018-07-01',
      '2018-07-08',
      '2018-07-09',
    ])
  })

  it('carries along a date that leans from the turn of the year', () => {
    const newYear = makeCommemoration(6, {
      rule: { kind: 'fixed', month: 1, day: 1, years: EVERY },
      exceptions: [moved(2027, '2027-01-04')],
    })
    const eve = makeCommemoration(7, {
      rule: { kind: 'relative', to: newYear.id, days: -1, years: EVERY },
    })
    const find = finderOf([newYear, eve])
    // The eve of 4 January 2027 is in 2027, so 2026 has none of its own.
    expect([2025, 2026, 2027].map((year) => commemorationIn(eve, year, find)?.from ?? null)).toEqual([
      '2025-12-31',
      null,
      '2027-01-03',
    ])
  })

  it('gives no day while the date is not in force', () => {
    const retired = makeCommemoration(8, {
      validUntil: '2017-12-31',
      exceptions: [moved(2018, '2018-07-01')],
    })
    expect(day(retired, 2018)).toBeNull()
    expect(day(retired, 2017)).toBe('2017-05-08')
  })
})

describe('the election of the starter dates', () => {
  const starter = STARTER_DATES.find(({ name }) => name === 'Jornada Electoral')
  const election = makeCommemoration(9, { ...starter })

  it('is on the day of the calendar of rest days in every year since 2010, with why it was moved', () => {
    const years = Array.from({ length: 40 }, (_, index) => 2010 + index)
    expect(years.map((year) => day(election, year))).toEqual(years.map(federalElectionDay))
    expect(day(election, 2018)).toBe('2018-07-01')
    for (const { reason } of election.exceptions) expect(reason).not.toBe('')
  })

  it('is told with its exceptions, the latest first', () => {
    expect(describeDate(election, none)).toBe(
      'primer domingo de junio, cada 3 años (2015, 2018…), excepto 2018: 1.º de julio; 2012: 1.º de julio',
    )
  })
})

describe('exceptions in words', () => {
  const told = (exceptions: readonly unknown[]) => describeDate(makeCommemoration(1, { exceptions }), none)

  it.each([
    [[], '1.º de mayo'],
    [[skipped(2020)], '1.º de mayo, excepto 2020: no se observa'],
    [[moved(2020, '2020-05-04', '2020-05-10')], '1.º de mayo, excepto 2020: 4 al 10 de mayo'],
    [[moved(2020, '2020-04-30', '2020-05-02')], '1.º de mayo, excepto 2020: 30 de abril al 2 de mayo'],
    [
      [2018, 2019, 2020, 2021].map((year) => skipped(year)),
      '1.º de mayo, excepto 2021: no se observa; 2020: no se observa; 2019: no se observa y 1 año más',
    ],
    [
      [2017, 2018, 2019, 2020, 2021].map((year) => skipped(year)),
      '1.º de mayo, excepto 2021: no se observa; 2020: no se observa; 2019: no se observa y 2 años más',
    ],
  ])('%j', (exceptions, words) => {
    expect(told(exceptions)).toBe(words)
  })
})

describe('what may be stored', () => {
  it.each([
    ['one of each year, in order', [skipped(2018), moved(2020, '2020-01-01', '2020-01-31')], true],
    ['the same year twice', [skipped(2018), skipped(2018)], false],
    ['years out of order', [skipped(2020), skipped(2018)], false],
    ['a day of another year', [moved(2018, '2019-01-01')], false],
    ['a stretch into another year', [moved(2018, '2018-12-31', '2019-01-01')], false],
    ['an end before its start', [moved(2018, '2018-07-02', '2018-07-01')], false],
    ['more than 31 days', [moved(2018, '2018-07-01', '2018-08-01')], false],
    ['a reason of 301 characters', [skipped(2018, 'x'.repeat(301))], false],
    ['a year before 1900', [skipped(1899)], false],
    ['201 years', Array.from({ length: 201 }, (_, n) => skipped(1900 + n)), false],
  ])('%s', (_, exceptions, isStored) => {
    expect(dateExceptionsSchema.safeParse(exceptions).success).toBe(isStored)
    const date = { ...makeCommemoration(1), exceptions }
    expect(commemorationSchema.safeParse(date).success).toBe(isStored)
  })
})

describe('an exception as it is typed', () => {
  const typed = (changes: Partial<ExceptionDraft>): ExceptionDraft => ({
    year: '2018',
    observed: true,
    from: '2018-07-01',
    until: '',
    reason: '',
    ...changes,
  })
  const problems = (changes: Partial<ExceptionDraft>, others: readonly ExceptionDraft[] = []) => {
    const read = readException(typed(changes), others)
    return read.ok ? [] : read.error.map(({ field, message }) => `${field}: ${message}`)
  }

  it('is read, and written again as it was', () => {
    const stored: readonly DateException[] = dateExceptionsSchema.parse([
      moved(2018, '2018-07-01', '2018-07-01', 'LGIPE'),
      skipped(2020, 'Acuerdo 4'),
      moved(2021, '2021-07-01', '2021-07-07'),
    ])
    for (const exception of stored) {
      expect(readException(draftOfException(exception), [])).toEqual({ ok: true, value: exception })
    }
    expect(problems({ observed: false, from: 'lo que había', until: '' })).toEqual([])
  })

  it.each([
    [{ year: '' }, 'year: Escriba el año con cuatro cifras, por ejemplo 2018.'],
    [{ year: '18' }, 'year: Escriba el año con cuatro cifras, por ejemplo 2018.'],
    [{ year: '10000' }, 'year: Escriba el año con cuatro cifras, por ejemplo 2018.'],
    [{ year: '1899', observed: false }, 'year: El año más antiguo que se admite es 1900.'],
    [{ from: '' }, 'from: Elija a qué día se pasó, o marque que ese año no se observa.'],
    [{ from: '2018-02-30' }, 'from: La fecha no existe o está incompleta.'],
    [{ from: '2019-07-01' }, 'from: Ese día no es de 2018: la excepción es solo de ese año.'],
    [{ until: '2019-01-01' }, 'until: Ese día no es de 2018: la excepción es solo de ese año.'],
    [{ until: '2018-06-30' }, 'until: Termina antes de empezar.'],
    [{ until: '2018-08-01' }, 'until: Dura 32 días y el máximo es 31.'],
    [{ reason: 'x'.repeat(301) }, 'reason: El motivo tiene 301 caracteres y el máximo es 300.'],
  ] as const)('%j is refused with what to do', (changes, message) => {
    expect(problems(changes)).toEqual([message])
  })

  it('is one for each year, and stored in order with its date', () => {
    expect(problems({}, [typed({})])).toEqual([
      'year: El año 2018 ya tiene una excepción. Cámbiela en vez de agregar otra.',
    ])
    const date = makeCommemoration(1, { exceptions: [skipped(2020)] })
    const draft = draftOfCommemoration(date)
    const read = readCommemoration({ ...draft, exceptions: [...draft.exceptions, typed({})] }, null, none)
    expect(read.ok && read.value.exceptions.map(({ year }) => year)).toEqual([2018, 2020])
    const wrong = readCommemoration({ ...draft, exceptions: [typed({}), typed({ from: '' })] }, null, none)
    expect(wrong.ok ? [] : wrong.error.map(({ field, message }) => `${field}: ${message}`)).toEqual([
      'exceptions: Excepción de 2018: El año 2018 ya tiene una excepción. Cámbiela en vez de agregar otra.',
      'exceptions: Excepción de 2018: Elija a qué día se pasó, o marque que ese año no se observa.',
    ])
  })
})
