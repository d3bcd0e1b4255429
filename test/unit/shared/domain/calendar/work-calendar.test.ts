import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  calendarRunsOut,
  countNaturalDays,
  countWorkingDays,
  coverageText,
  draftOfClosedDay,
  isWorkingDay,
  makeCalendar,
  nextWorkingDay,
  readClosedDay,
  skipReason,
  skipText,
  workingDaysAfter,
  workingDaysBetween,
} from '../../../../../shared/domain/calendar'
import { addDays, dateOfDay, dayNumber } from '../../../../../shared/lib/day'
import { isoDate } from '../../../../../shared/lib/iso-date'
import { calendarOf, makeClosedDay } from '../../../../helpers/make-calendar'

const plain = makeCalendar([])

describe('working days', () => {
  it('says why a day does not count: weekend first, then the law, then the institution', () => {
    const calendar = calendarOf('2017-12-18..2018-01-02 Segundo periodo vacacional')
    const text = (date: string) => {
      const reason = skipReason(calendar, isoDate(date))
      return reason && skipText(reason)
    }
    expect(text('2017-12-23')).toBe('sábado')
    expect(text('2017-12-24')).toBe('domingo')
    expect(text('2017-12-25')).toBe('descanso obligatorio: Navidad (LFT art. 74, fr. VIII)')
    expect(text('2017-12-26')).toBe('inhábil: Segundo periodo vacacional')
    expect(text('2018-01-03')).toBeNull()
  })

  it('counts from the day after, over a weekend that hides a holiday', () => {
    const count = countWorkingDays(plain, isoDate('2017-11-16'), 2)
    expect(count.due).toBe('2017-11-21')
    expect(count.trace.map(({ date, counted }) => [date, counted])).toEqual([
      ['2017-11-17', 1],
      ['2017-11-18', null],
      ['2017-11-19', null],
      ['2017-11-20', null],
      ['2017-11-21', 2],
    ])
  })

  it('starts the count on the first working day when the event falls on a day that is not', () => {
    expect(countWorkingDays(plain, isoDate('2017-11-18'), 1).due).toBe('2017-11-21')
    expect(nextWorkingDay(plain, isoDate('2017-11-17'))).toBe('2017-11-21')
  })

  it('does not let an electoral process close anything, and tells of it', () => {
    const process = makeClosedDay(1, { kind: 'electoral-process', from: '2017-09-08', until: '2018-08-31' })
    const calendar = makeCalendar([process])
    expect(isWorkingDay(calendar, isoDate('2017-11-15'))).toBe(true)
    expect(calendar.processOn(isoDate('2017-11-15'))?.id).toBe(process.id)
    expect(calendar.processOn(isoDate('2018-09-01'))).toBeNull()
  })

  it('closes local election days that the institution types', () => {
    const calendar = makeCalendar([
      makeClosedDay(1, { kind: 'election', from: '2016-06-06', reason: 'Elección' }),
    ])
    expect(isWorkingDay(calendar, isoDate('2016-06-06'))).toBe(false)
  })

  it('stops at a calendar with no working day left', () => {
    const years = Array.from({ length: 12 }, (_, n) =>
      makeClosedDay(n, {
        from: `${2020 + Math.floor(n / 4)}-${['01-01', '04-01', '07-01', '10-01'][n % 4]}`,
        until: addDays(
          isoDate(`${2020 + Math.floor(n / 4)}-${['01-01', '04-01', '07-01', '10-01'][n % 4]}`),
          100,
        ),
      }),
    )
    const closed = makeCalendar(years)
    expect(() => countWorkingDays(closed, isoDate('2020-01-01'), 1)).toThrow('No working day')
    expect(() => workingDaysAfter(closed, isoDate('2020-01-01'), 1)).toThrow('No working day')
  })

  it('agrees with itself on random calendars: traces, fast counts and differences', () => {
    const day = fc.integer({ min: dayNumber(isoDate('2015-01-01')), max: dayNumber(isoDate('2031-12-31')) })
    const ranges = fc.array(fc.tuple(day, fc.integer({ min: 0, max: 30 })), { maxLength: 8 })
    fc.assert(
      fc.property(ranges, day, fc.integer({ min: 1, max: 90 }), (closed, from, amount) => {
        const calendar = makeCalendar(
          closed.map(([start, length], n) =>
            makeClosedDay(n, { from: dateOfDay(start), until: dateOfDay(start + length) }),
          ),
        )
        const start = dateOfDay(from)
        const { due, trace } = countWorkingDays(calendar, start, amount)
        expect(workingDaysAfter(calendar, start, amount)).toBe(due)
        expect(isWorkingDay(calendar, due)).toBe(true)
        expect(trace[0]?.date).toBe(addDays(start, 1))
        expect(trace.at(-1)).toEqual({ date: due, counted: amount, skipped: null })
        expect(trace.every(({ counted, skipped }) => (counted === null) === (skipped !== null))).toBe(true)
        expect(workingDaysBetween(calendar, start, due)).toBe(amount)
        expect(workingDaysBetween(calendar, due, start)).toBe(-amount)
      }),
      { numRuns: 150 },
    )
  })

  it('counts every day when all do', () => {
    expect(countNaturalDays(isoDate('2021-03-25'), 60).due).toBe('2021-05-24')
    expect(countNaturalDays(isoDate('2021-03-25'), 3).trace).toHaveLength(3)
  })
})

describe('ranges of the institution', () => {
  it('reads a range, and a single day without its end', () => {
    expect(
      readClosedDay({ kind: 'closed', from: '2021-04-01', until: '', reason: ' Jueves Santo ' }),
    ).toEqual({
      ok: true,
      value: { kind: 'closed', from: '2021-04-01', until: '2021-04-01', reason: 'Jueves Santo' },
    })
    const range = makeClosedDay(1, { from: '2021-03-29', until: '2021-04-02' })
    expect(readClosedDay(draftOfClosedDay(range))).toMatchObject({ ok: true, value: { until: '2021-04-02' } })
    expect(draftOfClosedDay(makeClosedDay(1, { from: '2021-05-05' })).until).toBe('')
  })

  it.each([
    ['a day that does not exist', { from: '2021-02-30' }, ['from']],
    ['an end before the start', { from: '2021-04-02', until: '2021-04-01' }, ['until']],
    ['an end that does not exist', { until: '2021-13-01' }, ['until']],
    ['a range of a year', { until: '2022-04-01' }, ['until']],
    ['no reason', { reason: '  ' }, ['reason']],
    ['everything', { from: '', reason: '' }, ['from', 'reason']],
  ])('refuses %s', (_, change, fields) => {
    const draft = {
      kind: 'closed' as const,
      from: '2021-04-01',
      until: '',
      reason: 'Semana Santa',
      ...change,
    }
    const read = readClosedDay(draft)
    expect(!read.ok && read.error.map(({ field }) => field)).toEqual(fields)
  })

  it('warns when the list runs out within 60 days, or already has', () => {
    const today = isoDate('2017-11-15')
    const ranges = (until: string) => [
      makeClosedDay(1, { from: '2017-01-01' }),
      makeClosedDay(2, { from: until }),
    ]
    expect(calendarRunsOut([], today)).toEqual({ kind: 'empty' })
    expect(calendarRunsOut(ranges('2018-01-15'), today)).toEqual({ kind: 'covered', until: '2018-01-15' })
    expect(calendarRunsOut(ranges('2018-01-14'), today)).toEqual({
      kind: 'runs-out',
      until: '2018-01-14',
      days: 60,
    })
    expect(calendarRunsOut(ranges('2017-11-14'), today)).toEqual({ kind: 'ran-out', until: '2017-11-14' })
    expect(coverageText(calendarRunsOut(ranges('2018-01-14'), today))).toContain(
      'termina el 14 de enero de 2018',
    )
    expect(coverageText(calendarRunsOut(ranges('2019-01-14'), today))).toBeNull()
    const process = makeClosedDay(3, { kind: 'electoral-process', from: '2017-09-08', until: '2018-08-31' })
    expect(calendarRunsOut([process], today)).toEqual({ kind: 'empty' })
  })
})
