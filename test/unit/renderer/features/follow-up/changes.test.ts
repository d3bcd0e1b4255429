import { describe, expect, it } from 'vitest'
import { changesSince, lastSession } from '../../../../../renderer/features/follow-up/changes'
import { makeCalendar } from '../../../../../shared/domain/calendar'
import { type Item, type ItemEvent, recordOf } from '../../../../../shared/domain/follow-up'
import { sessionSchema } from '../../../../../shared/domain/sessions'
import { isoDate } from '../../../../../shared/lib/iso-date'
import { makeItem, makeItemEvent } from '../../../../helpers/make-item'
import { testId } from '../../../../helpers/make-session'

const context = { calendar: makeCalendar([]), today: isoDate('2017-12-20'), sessionDates: [] }
const record = (item: Item, ...events: readonly ItemEvent[]) => recordOf(item, events, context)

function session(n: number, date: string) {
  return sessionSchema.parse({
    id: testId(n),
    bodyId: testId(1),
    type: 'ordinaria',
    ordinal: n,
    date,
    time: '11:00',
    place: '',
    modality: 'presencial',
    signatureOrder: [],
  })
}

const held = session(2, '2017-11-15')

describe('what changed since a session', () => {
  const quiet = makeItem(1)
  const told = makeItem(2)
  const done = makeItem(3)
  const added = makeItem(4, { openedOn: '2017-12-01' })
  const changes = changesSince(
    [
      record(quiet, makeItemEvent(quiet, 1, '2017-11-14', { kind: 'progress' }, { note: 'Antes' })),
      record(told, makeItemEvent(told, 1, '2017-12-04', { kind: 'progress' }, { note: 'Después' })),
      record(done, makeItemEvent(done, 1, '2017-12-05', { kind: 'state', to: 'fulfilled' })),
      record(added),
    ],
    held,
  )

  it('has the items with something written since, and the new ones', () => {
    expect(changes.map(({ record: { item }, isNew }) => [item.code, isNew])).toEqual([
      [told.code, false],
      [done.code, false],
      [added.code, true],
    ])
  })

  it('says how each one stood when the session ended', () => {
    expect(changes.map(({ before }) => before)).toEqual(['pending', 'pending', null])
    expect(changes[1]?.events.map(({ on }) => on)).toEqual(['2017-12-05'])
  })

  it('counts from the last session already held', () => {
    const sessions = [session(1, '2017-05-10'), held, session(3, '2018-02-10')]
    expect(lastSession(sessions, isoDate('2017-12-20'))).toBe(held)
    expect(lastSession(sessions, isoDate('2017-01-01'))).toBeNull()
  })
})
