import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOfDay, timeOfMinutes } from '../../../../shared/lib/day'
import { clockTimeSchema, isoDate, wallClock } from '../../../../shared/lib/iso-date'
import { instantAt, offsetDateTime } from '../../../../shared/lib/wall-instant'

const noon = clockTimeSchema.parse('12:00')

describe('instant of a wall clock', () => {
  it.each([
    ['2017-11-15', 'America/Mexico_City', '2017-11-15T18:00:00.000Z', '-06:00'],
    ['2017-07-15', 'America/Mexico_City', '2017-07-15T17:00:00.000Z', '-05:00'],
    // Mexico gave up daylight saving time in 2022.
    ['2023-07-15', 'America/Mexico_City', '2023-07-15T18:00:00.000Z', '-06:00'],
    ['2017-11-15', 'America/Tijuana', '2017-11-15T20:00:00.000Z', '-08:00'],
    ['2017-11-15', 'UTC', '2017-11-15T12:00:00.000Z', '+00:00'],
    ['2017-11-15', 'Asia/Kolkata', '2017-11-15T06:30:00.000Z', '+05:30'],
  ])('noon of %s in %s', (date, zone, instant, offset) => {
    expect(instantAt(isoDate(date), noon, zone)).toBe(instant)
    expect(offsetDateTime(isoDate(date), noon, zone)).toBe(`${date}T12:00:00${offset}`)
  })

  it('is shown by that clock as what was asked, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 25_000 }), fc.nat({ max: 1439 }), (day, minute) => {
        const [date, time] = [dateOfDay(day), timeOfMinutes(minute)]
        const shown = wallClock(instantAt(date, time, 'America/Mexico_City'), 'America/Mexico_City')
        // The hour that a change of clocks skips is the only one that no clock shows.
        if (time >= '02:00' && time < '03:00' && shown.time !== time) return
        expect(shown).toEqual({ date, time })
      }),
      { numRuns: 300 },
    )
  })

  it('reads an hour that the clocks skip as the hour before the change', () => {
    const skipped = instantAt(isoDate('2017-04-02'), clockTimeSchema.parse('02:30'), 'America/Mexico_City')
    expect(['2017-04-02T08:30:00.000Z', '2017-04-02T07:30:00.000Z']).toContain(skipped)
  })
})
