import { describe, expect, it } from 'vitest'
import { usualPeriod } from '../../../../../shared/domain/follow-up'
import { isoDate } from '../../../../../shared/lib/iso-date'
import { makeSession } from '../../../../helpers/make-session'

const june = makeSession(1, { date: '2017-06-21' })
const august = makeSession(2, { date: '2017-08-30' })
const november = makeSession(3, { date: '2017-11-15' })
const items = [{ openedOn: isoDate('2017-05-02') }, { openedOn: isoDate('2017-07-01') }]

describe('the usual period of a report', () => {
  it('goes from the session before to the one that receives it, whatever the order of the list', () => {
    for (const sessions of [
      [june, august, november],
      [november, august, june],
    ]) {
      expect(usualPeriod(november, november.date, sessions, items)).toEqual({
        from: { date: '2017-08-30', sessionId: august.id },
        until: { date: '2017-11-15', sessionId: november.id },
      })
    }
  })

  it('goes back to the oldest item when there was no session before, and ends on a day between sessions', () => {
    expect(usualPeriod(june, june.date, [june, august], items).from).toEqual({
      date: '2017-05-02',
      sessionId: null,
    })
    expect(usualPeriod(null, isoDate('2017-09-15'), [june, august, november], items)).toEqual({
      from: { date: '2017-08-30', sessionId: august.id },
      until: { date: '2017-09-15', sessionId: null },
    })
  })
})
