import { describe, expect, it } from 'vitest'
import type { Reminder, ReminderKind } from '../../../../shared/domain/publications'
import { publicationNotice, reminderText } from '../../../../shared/outputs'
import { makePublication } from '../../../helpers/make-publication'

function reminder(n: number, kind: ReminderKind, daysLeft = 0): Reminder {
  return { kind, publication: makePublication(n), daysLeft }
}

describe('what the desktop says of the plan', () => {
  it('says nothing when nothing asks for attention', () => {
    expect(publicationNotice([])).toBeNull()
  })

  it('counts each kind and names the first three with what they ask for', () => {
    const notice = publicationNotice([
      reminder(1, 'late'),
      reminder(2, 'today'),
      reminder(3, 'withdraw'),
      reminder(4, 'coming', 2),
    ])
    expect(notice?.title).toBe('Calendario: 1 hoy, 1 por retirar, 1 en los próximos días y 1 sin publicar')
    expect(notice?.body.split('\n')).toEqual([
      'Publicación 1: pasó su ventana y no consta que se publicara',
      'Publicación 2: se publica hoy',
      'Publicación 3: pasó su ventana y falta retirarla',
    ])
  })

  it('says of an open window that it is open, not that its day is today', () => {
    expect(publicationNotice([reminder(1, 'started')])).toEqual({
      title: 'Calendario: 1 con la ventana abierta',
      body: 'Publicación 1: su ventana está abierta y no consta que se publicara',
    })
  })

  it('fits a notice however long the titles are', () => {
    const long = { ...reminder(1, 'withdraw'), publication: makePublication(1, { title: 'x'.repeat(300) }) }
    const notice = publicationNotice([long, long, long])
    expect(notice?.body.length).toBeLessThanOrEqual(400)
    expect(notice?.title.length).toBeLessThanOrEqual(100)
  })

  it('tells the días hábiles left', () => {
    expect(reminderText(reminder(1, 'coming', 1))).toBe('en 1 día hábil')
    expect(reminderText(reminder(1, 'coming', 3))).toBe('en 3 días hábiles')
    expect(reminderText(reminder(1, 'coming', 0))).toBe('antes del próximo día hábil')
  })
})
