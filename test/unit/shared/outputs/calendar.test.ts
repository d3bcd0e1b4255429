import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { todosFile } from '../../../../shared/outputs'
import { foldIcsLine, icsText } from '../../../../shared/outputs/calendar/ics'
import { makeItem, makeItemEvent } from '../../../helpers/make-item'
import { makeRecord } from '../../../helpers/outputs'

const AT = '2017-11-15T17:00:00.000Z'

/** The lines of a calendar as a reader sees them, after joining the folded ones. */
function unfolded(ics: string): readonly string[] {
  return ics.replace(/\r\n[ \t]/g, '').split('\r\n')
}

const dated = {
  term: { kind: 'end-of-month', year: 2017, month: 10 },
  start: { event: 'approval', date: '2017-08-30', time: null },
  wording: 'a finales del mes de octubre',
}

describe('lines of a calendar', () => {
  it('fold under 75 bytes between characters, and unfold to the same', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }).map((text) => `SUMMARY:${icsText(text)}`),
        (line) => {
          const folded = foldIcsLine(line)
          expect(folded.replace(/\r\n /g, '')).toBe(line)
          for (const part of folded.split('\r\n')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75)
        },
      ),
    )
  })

  it('escape what would end a value', () => {
    expect(icsText('a,b;c\\d\r\nEND:VTODO')).toBe('a\\,b\\;c\\\\d\\nEND:VTODO')
  })
})

describe('the tasks of an área', () => {
  it('fall due on the day, whatever the zone, under a name that never changes', () => {
    const item = makeItem(1, { title: 'Portal, «Elecciones»; fase 2', deadline: dated, priority: 'high' })
    const lines = unfolded(todosFile([makeRecord(item)], AT))
    expect(lines).toContain('DUE;VALUE=DATE:20171031')
    expect(lines).toContain(`UID:${item.id}@seguimiento.quorum`)
    expect(lines).toContain('SUMMARY:SEG-2017-001: Portal\\, «Elecciones»\\; fase 2')
    expect(lines).toContain('DTSTAMP:20171115T170000Z')
    expect(lines).toContain('STATUS:NEEDS-ACTION')
    expect(lines).toContain('PRIORITY:1')
    expect(lines.join('\n')).toContain('Plazo: «a finales del mes de octubre»')
  })

  it('grow in sequence and state with the story', () => {
    const item = makeItem(1)
    const events = [
      makeItemEvent(item, 1, '2017-09-20', { kind: 'state', to: 'in-progress' }),
      makeItemEvent(item, 2, '2017-10-20', { kind: 'state', to: 'fulfilled' }),
    ]
    const lines = unfolded(todosFile([makeRecord(item, events)], AT))
    expect(lines).toContain('SEQUENCE:2')
    expect(lines).toContain('STATUS:COMPLETED')
    expect(lines.some((line) => line.startsWith('DUE'))).toBe(false)
  })

  it('cannot be forged by a title', () => {
    const item = makeItem(1, { title: 'x\nEND:VTODO\nBEGIN:VEVENT' })
    const lines = unfolded(todosFile([makeRecord(item)], AT))
    expect(lines.filter((line) => line === 'END:VTODO')).toHaveLength(1)
    expect(lines).not.toContain('BEGIN:VEVENT')
  })
})
