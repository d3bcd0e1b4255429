import ICAL from 'ical.js'
import type { CommemorationDraft } from '../../../../shared/domain/publications'
import { err, ok, type Result } from '../../../../shared/lib/result'
import { eventRule } from './event-rule'

/** Largest calendar that is read, in bytes: 5 MB, some ten thousand events. */
export const MAX_CALENDAR_BYTES = 5_000_000

/** An event that was not taken, and why, in words that follow its name. */
export interface LeftEvent {
  readonly name: string
  readonly why: string
}

/** What a calendar holds for the catalogue. */
export interface CalendarDates {
  readonly drafts: readonly CommemorationDraft[]
  readonly left: readonly LeftEvent[]
}

function draftOf(event: ICAL.Component): Result<CommemorationDraft, LeftEvent> {
  const told = String(event.getFirstPropertyValue('summary') ?? '').trim()
  const name = told === '' ? 'Un evento sin nombre' : told
  const start = event.getFirstPropertyValue('dtstart')
  if (told === '') return err({ name, why: 'no se puede agregar sin nombre' })
  if (!(start instanceof ICAL.Time)) return err({ name, why: 'no dice qué día es' })
  if (event.hasProperty('recurrence-id')) return err({ name, why: 'es la excepción de un año' })
  const read = eventRule(event, start)
  if (!read.ok) return err({ name, why: read.error })
  return ok({
    name,
    rule: read.value.rule,
    exceptions: [],
    scope: 'institutional',
    suggested: false,
    basis: '',
    since: '',
    note: String(event.getFirstPropertyValue('description') ?? '').trim(),
    validFrom: '',
    validUntil: read.value.until,
  })
}

/** Reads the events of a calendar file; null when it is none. Each that cannot be taken is named. */
export function readCalendar(text: string): CalendarDates | null {
  const drafts: CommemorationDraft[] = []
  const left: LeftEvent[] = []
  try {
    const calendar = new ICAL.Component(ICAL.parse(text))
    if (calendar.name !== 'vcalendar') return null
    for (const event of calendar.getAllSubcomponents('vevent')) {
      const draft = draftOf(event)
      if (draft.ok) drafts.push(draft.value)
      else left.push(draft.error)
    }
  } catch {
    // The library throws for whatever is not a calendar.
    return null
  }
  return { drafts, left }
}
