import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  dateOfDay,
  dayNumber,
  daysBetween,
  endOfMonth,
  minutesOf,
  nthWeekday,
  timeOfMinutes,
  weekdayOf,
} from '../../../../shared/lib/day'
import { isoDate } from '../../../../shared/lib/iso-date'

const anyDay = fc.integer({ min: dayNumber(isoDate('1900-01-01')), max: dayNumber(isoDate('2199-12-31')) })

describe('days', () => {
  it.each([
    ['2016-02-28', 1, '2016-02-29'],
    ['2017-02-28', 1, '2017-03-01'],
    ['2000-02-28', 1, '2000-02-29'],
    ['1900-02-28', 1, '1900-03-01'],
    ['2017-12-31', 1, '2018-01-01'],
    ['2017-01-01', -1, '2016-12-31'],
    ['2017-03-26', 1, '2017-03-27'],
  ])('%s plus %i days is %s', (from, days, to) => {
    expect(addDays(isoDate(from), days)).toBe(to)
    expect(daysBetween(isoDate(from), isoDate(to))).toBe(days)
  })

  it.each([
    ['2017-01-31', 1, '2017-02-28'],
    ['2016-01-31', 1, '2016-02-29'],
    ['2016-02-29', 12, '2017-02-28'],
    ['2017-08-31', 2, '2017-10-31'],
    ['2017-11-15', 2, '2018-01-15'],
    ['2017-12-31', 2, '2018-02-28'],
    ['2017-03-31', -1, '2017-02-28'],
    ['2017-01-15', -13, '2015-12-15'],
  ])('%s plus %i months is %s', (from, months, to) => {
    expect(addMonths(isoDate(from), months)).toBe(to)
  })

  it('knows days of the week and of the month', () => {
    expect(weekdayOf(isoDate('2017-11-15'))).toBe(3)
    expect(weekdayOf(isoDate('1969-12-31'))).toBe(3)
    expect(nthWeekday(2021, 2, 1, 1)).toBe('2021-02-01')
    expect(nthWeekday(2021, 11, 1, 3)).toBe('2021-11-15')
    expect(endOfMonth(2100, 2)).toBe('2100-02-28')
  })

  it('numbers days one after another, there and back, and months never pass their last day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, months) => {
        const date = dateOfDay(day)
        expect(dayNumber(date)).toBe(day)
        expect((weekdayOf(date) + 1) % 7).toBe(weekdayOf(addDays(date, 1)))
        const moved = addMonths(date, months)
        expect(moved <= endOfMonth(Number(moved.slice(0, 4)), Number(moved.slice(5, 7)))).toBe(true)
        expect(Number(moved.slice(8)) <= Number(date.slice(8))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('turns minutes into times of day and refuses those outside', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1439 }),
        (minutes) => minutesOf(timeOfMinutes(minutes)) === minutes,
      ),
    )
    expect(() => timeOfMinutes(1440)).toThrow(RangeError)
  })
})
