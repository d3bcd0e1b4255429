import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WorkCalendar } from '../../../../../shared/domain/calendar'
import {
  computeDue,
  type Deadline,
  type DeadlineContext,
  deadlineSchema,
  deadlineText,
  dueDateOf,
  dueText,
  endOfPeriod,
  endsBeforeStart,
  type Term,
} from '../../../../../shared/domain/deadlines'
import { isoDate } from '../../../../../shared/lib/iso-date'
import { calendarOf } from '../../../../helpers/make-calendar'

const A = calendarOf()
const B = calendarOf('2021-04-01..2021-04-02 Jueves y Viernes Santos')
const C = calendarOf('2021-04-01..2021-04-02 Jueves y Viernes Santos', '2021-05-05 Batalla de Puebla')
const D = calendarOf('2021-03-29..2021-04-02 Semana Santa')

function deadline(term: Term, date: string | null, changes: Record<string, unknown> = {}): Deadline {
  return deadlineSchema.parse({
    term,
    start: { event: 'approval', date, time: null, ...changes },
    wording: '',
  })
}

function context(calendar: WorkCalendar = A, changes: Partial<DeadlineContext> = {}): DeadlineContext {
  return { calendar, nextSession: null, periodsMet: 0, ...changes }
}

function businessDays(amount: number, everyDayCounts = false): Term {
  return { kind: 'business-days', amount, everyDayCounts }
}

function dueOf(
  term: Term,
  date: string | null,
  calendar: WorkCalendar = A,
  time: string | null = null,
): string {
  const due = computeDue(deadline(term, date, { time }), context(calendar))
  return due.kind === 'date' ? [due.due, ...(due.time ? [due.time] : [])].join(' ') : due.kind
}

describe('the due dates of the agreement 003/2021 (domain §2.7)', () => {
  it.each([
    ['A', 3, '2021-03-25', A, false, '2021-03-30'],
    ['A', 60, '2021-03-25', A, false, '2021-06-17'],
    ['B', 3, '2021-03-25', B, false, '2021-03-30'],
    ['B', 60, '2021-03-25', B, false, '2021-06-21'],
    ['C', 3, '2021-03-25', C, false, '2021-03-30'],
    ['C', 60, '2021-03-25', C, false, '2021-06-22'],
    ['D', 3, '2021-03-25', D, false, '2021-04-06'],
    ['D', 60, '2021-03-25', D, false, '2021-06-24'],
    ['E', 3, '2021-03-25', A, true, '2021-03-28'],
    ['E', 60, '2021-03-25', A, true, '2021-05-24'],
    ['F', 3, '2021-03-25', A, false, '2021-03-30'],
    ['F', 60, '2021-03-30', A, false, '2021-06-22'],
  ] as const)('%s: %i days from %s', (_scenario, amount, from, calendar, everyDay, due) => {
    expect(dueOf(businessDays(amount, everyDay), from, calendar)).toBe(due)
  })

  it('002: five working days from 23-nov-2016, whose holiday came before', () => {
    expect(dueOf(businessDays(5), '2016-11-23')).toBe('2016-11-30')
  })

  it('shows the count day by day, with the reason of each day skipped', () => {
    const due = computeDue(deadline(businessDays(3), '2021-03-25'), context(D))
    if (due.kind !== 'date') throw new Error('no date')
    expect(due.trace.map(({ date, counted, skipped }) => [date, counted ?? skipped?.kind])).toEqual([
      ['2021-03-26', 1],
      ['2021-03-27', 'weekend'],
      ['2021-03-28', 'weekend'],
      ['2021-03-29', 'closed'],
      ['2021-03-30', 'closed'],
      ['2021-03-31', 'closed'],
      ['2021-04-01', 'closed'],
      ['2021-04-02', 'closed'],
      ['2021-04-03', 'weekend'],
      ['2021-04-04', 'weekend'],
      ['2021-04-05', 2],
      ['2021-04-06', 3],
    ])
  })
})

describe('other terms', () => {
  it.each([
    ['natural days over a year end', { kind: 'natural-days', amount: 20 }, '2017-12-20', '2018-01-09'],
    ['natural days over 29-feb', { kind: 'natural-days', amount: 2 }, '2016-02-28', '2016-03-01'],
    ['a month from the 31st', { kind: 'months', amount: 1 }, '2017-01-31', '2017-02-28'],
    ['a month from the 31st of a leap year', { kind: 'months', amount: 1 }, '2016-01-31', '2016-02-29'],
    ['two months (passwords, 002 §6.xxxiii)', { kind: 'months', amount: 2 }, '2017-12-31', '2018-02-28'],
    [
      'a fixed date, whatever the start',
      { kind: 'fixed-date', date: isoDate('2017-10-31') },
      '2017-08-30',
      '2017-10-31',
    ],
    ['the end of a month', { kind: 'end-of-month', year: 2017, month: 10 }, null, '2017-10-31'],
    ['the end of a leap february', { kind: 'end-of-month', year: 2024, month: 2 }, null, '2024-02-29'],
  ] as const)('%s', (_, term, from, due) => {
    expect(dueOf(term, from)).toBe(due)
  })

  it.each([
    ['48 h from a Friday, elapsed', 48, false, '2017-11-17', '18:30', '2017-11-19 18:30'],
    [
      '48 h from a Friday before a long weekend, working days only',
      48,
      true,
      '2017-11-17',
      '18:30',
      '2017-11-22 18:30',
    ],
    ['hours that end at midnight', 6, false, '2017-11-17', '18:00', '2017-11-18 00:00'],
    ['hours that begin on a day that does not count', 2, true, '2017-11-18', '10:00', '2017-11-21 02:00'],
    ['48 h without a time: the end of the second day', 48, false, '2017-11-17', null, '2017-11-19'],
    ['one hour without a time', 1, false, '2017-11-17', null, '2017-11-18'],
    ['48 h without a time, working days only', 48, true, '2017-11-17', null, '2017-11-22'],
  ] as const)('%s', (_, amount, workingDaysOnly, from, time, due) => {
    expect(dueOf({ kind: 'hours', amount, workingDaysOnly }, from, A, time)).toBe(due)
  })

  it('waits for what has not happened, and says for what', () => {
    const wait = (event: string) => computeDue(deadline(businessDays(5), null, { event }), context())
    expect(wait('entry-into-force')).toEqual({ kind: 'waiting', for: 'entry-into-force' })
    expect(wait('notice')).toEqual({ kind: 'waiting', for: 'notice' })
    expect(wait('date')).toEqual({ kind: 'waiting', for: 'start-date' })
    const next = deadline({ kind: 'next-session' }, '2017-08-30')
    expect(computeDue(next, context())).toEqual({ kind: 'waiting', for: 'next-session' })
    expect(dueText(computeDue(next, context()))).toBe('en espera de la fecha de la próxima sesión')
    expect(dueOf({ kind: 'none' }, '2017-08-30')).toBe('none')
    expect(computeDue(next, context(A, { nextSession: isoDate('2017-11-15') }))).toMatchObject({
      due: '2017-11-15',
    })
  })

  it.each([
    ['half-year', '2017-11-15', ['2017-12-31', '2018-06-30', '2018-12-31']],
    ['quarter', '2017-08-30', ['2017-09-30', '2017-12-31', '2018-03-31']],
    ['two-months', '2017-11-15', ['2017-12-31', '2018-02-28', '2018-04-30']],
    ['month', '2016-01-31', ['2016-01-31', '2016-02-29', '2016-03-31']],
    ['year', '2017-11-15', ['2017-12-31', '2018-12-31', '2019-12-31']],
  ] as const)('a recurrence by calendar: %s', (every, from, dues) => {
    for (const [periodsMet, due] of dues.entries()) {
      const term: Term = { kind: 'recurring', every, by: 'calendar' }
      expect(computeDue(deadline(term, from), context(A, { periodsMet }))).toMatchObject({ due })
    }
  })

  it('a rolling recurrence is counted from its start without losing the last day', () => {
    const dues = [0, 1, 2].map((periodsMet) => {
      const term: Term = { kind: 'recurring', every: 'month', by: 'start' }
      const due = computeDue(deadline(term, '2017-01-31'), context(A, { periodsMet }))
      return due.kind === 'date' && due.due
    })
    expect(dues).toEqual(['2017-02-28', '2017-03-31', '2017-04-30'])
    expect(endOfPeriod(isoDate('2017-06-30'), 'half-year')).toBe('2017-06-30')
  })

  it('notices a deadline that ends before it starts', () => {
    const fixed = (date: string) => deadline({ kind: 'fixed-date', date: isoDate(date) }, '2017-08-30')
    expect(endsBeforeStart(fixed('2017-08-29'))).toBe(true)
    expect(endsBeforeStart(fixed('2017-08-30'))).toBe(false)
    expect(endsBeforeStart(deadline({ kind: 'end-of-month', year: 2017, month: 7 }, '2017-08-30'))).toBe(true)
    expect(endsBeforeStart(deadline({ kind: 'end-of-month', year: 2017, month: 8 }, '2017-08-30'))).toBe(
      false,
    )
  })

  it('explains the rule beside the date', () => {
    expect(deadlineText(deadline(businessDays(60), '2021-03-25'))).toBe(
      '60 días hábiles a partir de la aprobación (25 de marzo de 2021); el día 1 es el primer día hábil siguiente',
    )
    expect(deadlineText(deadline(businessDays(1, true), null, { event: 'notice' }))).toBe(
      '1 día hábil (todos los días y horas son hábiles) a partir de la notificación',
    )
    expect(deadlineText(deadline({ kind: 'end-of-month', year: 2017, month: 10 }, null))).toBe(
      'fin de octubre de 2017',
    )
  })

  it('gives lists the same date as the account of every day, and never one before the start', () => {
    const term = fc.oneof(
      fc.record({
        kind: fc.constant('business-days' as const),
        amount: fc.integer({ min: 1, max: 120 }),
        everyDayCounts: fc.boolean(),
      }),
      fc.record({ kind: fc.constant('natural-days' as const), amount: fc.integer({ min: 1, max: 400 }) }),
      fc.record({
        kind: fc.constant('hours' as const),
        amount: fc.integer({ min: 1, max: 500 }),
        workingDaysOnly: fc.boolean(),
      }),
      fc.record({ kind: fc.constant('months' as const), amount: fc.integer({ min: 1, max: 24 }) }),
      fc.record({
        kind: fc.constant('recurring' as const),
        every: fc.constantFrom('month', 'two-months', 'quarter', 'half-year', 'year'),
        by: fc.constantFrom('calendar', 'start'),
      }),
    )
    const start = fc.date({ min: new Date('2015-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(
        term,
        start,
        fc.integer({ min: 0, max: 1439 }),
        fc.nat(4),
        (one, day, minute, periodsMet) => {
          const date = day.toISOString().slice(0, 10)
          const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
          const asked = deadline(one as Term, date, { time })
          const full = computeDue(asked, context(D, { periodsMet }))
          const quick = dueDateOf(asked, context(D, { periodsMet }))
          if (full.kind !== 'date') throw new Error('no date')
          expect(quick).toEqual({ kind: 'date', due: full.due, time: full.time })
          expect(full.due >= date).toBe(true)
          expect(
            full.trace.every((counted, n, all) => n === 0 || (all[n - 1]?.date ?? '') < counted.date),
          ).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })
})
