import { describe, expect, it } from 'vitest'
import { type LayerKind, marksOf, readLayers } from '../../../../../renderer/features/calendar/layers'
import { closedDaySchema, makeCalendar } from '../../../../../shared/domain/calendar'
import { isoDate } from '../../../../../shared/lib/iso-date'
import { makeBody, testId } from '../../../../helpers/make-session'

const d = isoDate
const year = { from: d('2027-01-01'), until: d('2027-12-31') }

function range(n: number, kind: string, from: string, until: string, reason: string) {
  return closedDaySchema.parse({ id: testId(70_000 + n), bodyId: makeBody().id, kind, from, until, reason })
}

const closedDays = [
  range(1, 'closed', '2027-03-22', '2027-03-23', 'Semana Santa'),
  range(2, 'campaign', '2026-12-30', '2027-01-02', 'Campaña local'),
  range(3, 'electoral-process', '2028-01-01', '2028-06-01', 'Otro año'),
]
const source = { sessions: [], records: [], calendar: makeCalendar(closedDays), closedDays }

function textsOn(day: string, ...on: readonly LayerKind[]): readonly string[] {
  return (marksOf(source, new Set(on), year).get(d(day)) ?? []).map(({ text }) => text)
}

describe('the layers of the calendar', () => {
  it('shows the rest days of the law and the closed days of the institution, never weekends', () => {
    expect(textsOn('2027-02-01', 'closed')[0]).toMatch(/^Descanso obligatorio: .*art\. 74/)
    expect(textsOn('2027-03-22', 'closed')).toEqual(['Inhábil: Semana Santa'])
    expect(textsOn('2027-03-27', 'closed')).toEqual([])
  })

  it('shows electoral periods within the year and what they are', () => {
    expect(textsOn('2027-01-02', 'period')).toEqual(['Campaña electoral: Campaña local'])
    expect(textsOn('2027-01-03', 'period')).toEqual([])
    expect(marksOf(source, new Set(['period']), year).has(d('2026-12-31'))).toBe(false)
  })

  it('says nothing of a layer that is off', () => {
    expect(textsOn('2027-01-02', 'closed')).toEqual([])
    expect(marksOf(source, new Set(), year).size).toBe(0)
  })

  it('remembers which layers were on; all of them at first', () => {
    expect(readLayers(null).size).toBe(4)
    expect([...readLayers('period session x')]).toEqual(['session', 'period'])
    expect(readLayers('').size).toBe(0)
  })
})
