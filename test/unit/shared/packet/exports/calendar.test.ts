import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { required } from '../../../../../shared/lib/assert'
import { calendarFile, type PacketView } from '../../../../../shared/packet'
import { makeSession } from '../../../../helpers/make-session'
import { committee, prepared } from '../../../../helpers/minuta-committee'
import { bornItem, viewOf, viewSource } from '../../../../helpers/packet-view'

function parsed(view: PacketView): ICAL.Component {
  return new ICAL.Component(ICAL.parse(calendarFile(view)))
}

function only(view: PacketView, name: string): ICAL.Component {
  const all = parsed(view).getAllSubcomponents(name)
  expect(all).toHaveLength(1)
  return required(all[0], name)
}

describe('calendar of a packet, read by another library', () => {
  const view = viewOf('members')

  it('has the session in the instants in which it was', () => {
    const event = new ICAL.Event(only(view, 'vevent'))
    expect(event.startDate.toJSDate().toISOString()).toBe('2017-11-15T17:00:00.000Z')
    expect(event.endDate.toJSDate().toISOString()).toBe('2017-11-15T17:26:00.000Z')
    expect(event.summary).toBe('Segunda sesión ordinaria 2017, CGyPE')
    expect(event.location).toBe('Sala de Usos Múltiples')
    expect(event.description).toContain('(Aprobado por mayoría)')
  })

  it('says who presided, who could vote and who came', () => {
    const attendees = only(view, 'vevent').getAllProperties('attendee')
    const told = attendees.map((property) => [
      property.getParameter('cn'),
      property.getParameter('role'),
      property.getParameter('partstat'),
    ])
    expect(told).toContainEqual(['Lic. Edmundo Jacobo Molina', 'CHAIR', 'ACCEPTED'])
    expect(told).toContainEqual(['Lic. Adrián Gerardo Pérez Cortés', 'REQ-PARTICIPANT', 'DECLINED'])
    expect(told).toContainEqual(['Mtra. Fanny Aimee Garduño Néstor', 'OPT-PARTICIPANT', 'ACCEPTED'])
    expect(attendees[0]?.getFirstValue()).toBe(`urn:uuid:${committee.president.id}`)
    expect(calendarFile(view)).not.toMatch(/mailto/i)
  })

  it('has the item as a task with the name that it always has', () => {
    const todo = only(view, 'vtodo')
    expect(todo.getFirstPropertyValue('uid')).toBe(`${bornItem().item.id}@seguimiento.quorum`)
    expect(String(todo.getFirstPropertyValue('due'))).toBe('2018-01-31')
    expect(todo.getFirstPropertyValue('status')).toBe('IN-PROCESS')
  })

  it('has the minuta, final once the session closed', () => {
    const journal = only(view, 'vjournal')
    expect(journal.getFirstPropertyValue('status')).toBe('FINAL')
    const text = String(journal.getFirstPropertyValue('description'))
    expect(text.split('\n')).toEqual(view.session?.minuta.map((paragraph) => paragraph.text))
  })

  it('of a session to come has no end and no minuta', () => {
    const before = viewOf('members', {}, viewSource({ record: prepared() }))
    expect(only(before, 'vevent').getFirstProperty('dtend')).toBeNull()
    expect(parsed(before).getAllSubcomponents('vjournal')).toEqual([])
  })

  it('of a whole body has its sessions by their day', () => {
    const backup = viewOf('backup', {}, viewSource({ record: null, sessions: [makeSession(2)] }))
    expect(String(only(backup, 'vevent').getFirstPropertyValue('dtstart'))).toBe('2017-11-15')
  })

  it('cannot be forged by a text, nor by a name in a parameter', () => {
    const text = 'x\r\nEND:VEVENT\r\nBEGIN:VALARM;"a":\\n,;<script>alert(1)</script>'
    const session = required(view.session, 'session')
    const hostile: PacketView = {
      ...view,
      session: {
        ...session,
        title: text,
        place: text,
        attendees: session.attendees.map((attendee) => ({ ...attendee, fullName: text })),
        points: session.points.map((point) => ({ ...point, title: text, outcome: text })),
        minuta: [{ id: 'a', kind: 'paragraph', text, pointId: null }],
      },
      items: view.items.map((item) => ({
        ...item,
        title: text,
        text,
        responsible: [text],
        lastUpdate: text,
      })),
    }
    const component = parsed(hostile)
    expect(component.getAllSubcomponents().map(({ name }) => name)).toEqual(['vevent', 'vjournal', 'vtodo'])
    expect(component.getAllSubcomponents('valarm')).toEqual([])
    const seen = text.replaceAll('\r\n', '\n')
    expect(only(hostile, 'vjournal').getFirstPropertyValue('description')).toBe(seen)
    expect(only(hostile, 'vevent').getFirstPropertyValue('location')).toBe(seen)
    for (const line of calendarFile(hostile).split('\r\n')) expect(line).not.toMatch(/[\r\n]/)
  })

  it('is made anew the same, and marks the version', () => {
    expect(calendarFile(viewOf('members'))).toBe(calendarFile(view))
    expect(only(view, 'vevent').getFirstPropertyValue('sequence')).toBe(1)
    expect(makeSession(2).id).toBe(view.session?.id)
  })
})
