import { describe, expect, it } from 'vitest'
import { federalElectionDay, handoverDay, restDaysOf } from '../../../../../shared/domain/calendar'
import { weekdayOf } from '../../../../../shared/lib/day'

const datesOf = (year: number) => restDaysOf(year).map(({ date }) => date)

describe('LFT art. 74 by rule', () => {
  it('gives the rest days of 2021 (003), those on a weekend where they fall', () => {
    expect(datesOf(2021)).toEqual([
      '2021-01-01',
      '2021-02-01',
      '2021-03-15',
      '2021-05-01',
      '2021-06-06',
      '2021-09-16',
      '2021-11-15',
      '2021-12-25',
    ])
    expect([
      weekdayOf(datesOf(2021)[3] ?? expect.fail()),
      weekdayOf(datesOf(2021)[7] ?? expect.fail()),
    ]).toEqual([6, 6])
  })

  it('puts the commemorative Mondays of 2016 and 2017 where they were', () => {
    expect(datesOf(2016)).toEqual([
      '2016-01-01',
      '2016-02-01',
      '2016-03-21',
      '2016-05-01',
      '2016-09-16',
      '2016-11-21',
      '2016-12-25',
    ])
    expect(datesOf(2017)).toContain('2017-11-20')
  })

  it.each([
    [2012, '2012-12-01'],
    [2018, '2018-12-01'],
    [2019, null],
    [2024, '2024-10-01'],
    [2030, '2030-10-01'],
    [2036, '2036-10-01'],
  ])('hands the presidency over in %i on %s', (year, day) => {
    expect(handoverDay(year)).toBe(day)
    if (day) expect(datesOf(year)).toContain(day)
    expect(datesOf(year)).not.toContain(year >= 2024 ? `${year}-12-01` : `${year}-10-01`)
  })

  it.each([
    [2012, '2012-07-01'],
    [2015, '2015-06-07'],
    [2017, null],
    [2018, '2018-07-01'],
    [2021, '2021-06-06'],
    [2024, '2024-06-02'],
    [2027, '2027-06-06'],
  ])('votes in %i on %s', (year, day) => {
    expect(federalElectionDay(year)).toBe(day)
  })

  it('says of each day what it is and which fraction orders it, for a century', () => {
    for (let year = 2006; year <= 2106; year++) {
      const days = restDaysOf(year)
      expect(days.filter(({ basis }) => !/^LFT art\. 74, fr\. [IVX]+$/.test(basis))).toEqual([])
      expect(days.length).toBe(
        7 + Number(handoverDay(year) !== null) + Number(federalElectionDay(year) !== null),
      )
      for (const { date, basis } of days) {
        if (['II', 'III', 'VI'].includes(basis.slice(16))) expect(weekdayOf(date)).toBe(1)
      }
    }
  })
})
