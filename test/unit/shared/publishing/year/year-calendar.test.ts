import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { yearCalendar } from '../../../../../shared/publishing'
import { makePublication } from '../../../../helpers/make-publication'

const AT = '2026-01-02T03:04:05.000Z'
const plan = [
  makePublication(1, {
    title: 'Día de la Mujer; igualdad, ya',
    on: '2026-03-08',
    from: '2026-03-06',
    until: '2026-03-08',
    state: 'approved',
    note: 'Línea 1\nLínea 2\\fin',
  }),
  makePublication(2, { title: 'En borrador', on: '2026-05-10' }),
  makePublication(3, { title: 'Retirada', on: '2026-06-01', state: 'withdrawn' }),
  makePublication(4, { title: 'Ñandú', on: '2026-02-01', state: 'published' }),
]

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
  return { calendar, events }
}

describe('yearCalendar', () => {
  it('is read by a calendar: what was approved, whole days, texts as they were', () => {
    const { calendar, events } = read(yearCalendar(2026, plan, 'approved', AT))
    expect(events.map(({ summary }) => summary)).toEqual(['Ñandú', 'Día de la Mujer; igualdad, ya'])
    const [, women] = events
    expect(women?.startDate.toString()).toBe('2026-03-06')
    expect(women?.endDate.toString()).toBe('2026-03-09')
    expect(women?.startDate.isDate).toBe(true)
    expect(women?.description).toBe('Línea 1\nLínea 2\\fin')
    expect(calendar.getFirstPropertyValue('x-wr-caldesc')).toContain('Solo lo aprobado')
  })

  it('takes drafts only when asked, and then file and entry say so', () => {
    const { calendar, events } = read(yearCalendar(2026, plan, 'with-drafts', AT))
    expect(events.map(({ summary }) => summary)).toContain('BORRADOR (propuesta): En borrador')
    expect(events.map(({ summary }) => summary).join()).not.toContain('Retirada')
    expect(calendar.getFirstPropertyValue('x-wr-caldesc')).toContain('Incluye borradores')
  })

  it('keeps the identity of an entry, so that a newer file updates it', () => {
    const uid = (at: string) =>
      read(yearCalendar(2026, plan, 'approved', at)).events.map((event) => event.uid)
    expect(uid(AT)).toEqual(uid('2026-09-09T00:00:00.000Z'))
  })
})
