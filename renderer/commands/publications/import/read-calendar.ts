import {
  DATE_READER,
  type DateColumnId,
  describeRule,
  MAX_DATE_ROWS,
  nameKey,
} from '../../../../shared/domain/publications'
import type { IsoDate } from '../../../../shared/lib/iso-date'
import { err, ok, type Result } from '../../../../shared/lib/result'
import type { Sheet, SheetMark } from '../../../../shared/lib/sheet'
import { joinSpanish } from '../../../../shared/lib/spanish'
import { longDay } from '../../../../shared/lib/spanish-date'
import { type CalendarEvent, type DamagedEvent, lengthOf, readEvent } from './calendar-event'
import type { CalendarFailure } from './calendar-failure'
import { type EventRule, recurrenceRule, ruleOfDays } from './event-rule'
import { looksLikeCalendar, splitCalendar } from './split-calendar'

/** A calendar as a sheet of dates: a row for each event that may become one. */
export interface CalendarSheet {
  readonly sheet: Sheet
  /** What the rows do not say of the calendar, in Spanish. */
  readonly notes: readonly string[]
}

/** Columns of the rows, as the template titles them. */
const COLUMNS: readonly DateColumnId[] = ['name', 'rule', 'validUntil', 'note']
const RULE_COLUMN = COLUMNS.indexOf('rule')
/** Days that a note names; more are counted. */
const NAMED_DAYS = 4

interface Row {
  readonly name: string
  readonly note: string
  /** When it falls, or why no rule says it, in words that follow the place of the cell. */
  readonly when: Result<EventRule, string>
}

function daysText(days: readonly IsoDate[]): string {
  const named = days.slice(0, NAMED_DAYS).map(longDay)
  const rest = days.length - named.length
  return joinSpanish(rest > 0 ? [...named, `${rest} más`] : named)
}

const OR_LEAVE = 'escriba aquí la regla o deje fuera la fila.'

/** When the events of one name fall that repeat nothing: each stands for its own days. */
function whenOfDays(days: readonly IsoDate[]): Row['when'] {
  const rule = ruleOfDays(days)
  if (rule) return ok({ rule, until: '' })
  return err(`en el calendario cae en días sueltos (${daysText(days)}); ${OR_LEAVE}`)
}

function whenOf(event: CalendarEvent, days: readonly IsoDate[]): Row['when'] {
  const { start, recurs } = event
  if (start === null) return err(`el evento no dice qué día es, o dice uno que no existe; ${OR_LEAVE}`)
  if (recurs.length === 0) return whenOfDays(days)
  const [year = 0, month = 0, day = 0] = start.split('-').map(Number)
  const rule = recurrenceRule(recurs, { year, month, day })
  return rule.ok ? rule : err(`en el calendario ${rule.error}; ${OR_LEAVE}`)
}

/** What of an event no rule says, and so is not imported. */
function eventNotes(event: CalendarEvent): readonly string[] {
  const { added, removed, recurs } = event
  const name = `«${event.name || 'Un evento sin nombre'}»`
  const notes: string[] = []
  const length = lengthOf(event)
  if (removed.length > 0)
    notes.push(`${name}: el calendario la quita el ${daysText(removed)}; no se importa.`)
  if (added.length > 0 && recurs.length > 0) {
    notes.push(`${name}: el calendario la agrega además el ${daysText(added)}; no se importa.`)
  }
  if (length > 1) notes.push(`${name} dura ${length} días en el calendario; se toma el primero.`)
  return notes
}

function exceptionNote({ name, start }: CalendarEvent, day: IsoDate): string {
  const said = start === null || start === day ? 'la cambia' : `la pasa al ${longDay(start)}`
  return `«${name || 'Un evento sin nombre'}»: en vez del ${longDay(day)}, el calendario ${said}; no se importa.`
}

function isDamaged(event: CalendarEvent | DamagedEvent): event is DamagedEvent {
  return 'damaged' in event
}

/** Gathers the events into rows: those of one name that repeat nothing are one. */
class CalendarRows {
  readonly #singles = new Map<string, { readonly event: CalendarEvent; readonly days: IsoDate[] }>()
  readonly #rows: (() => Row)[] = []
  readonly notes: string[] = []

  add(event: CalendarEvent | DamagedEvent): void {
    if (isDamaged(event)) {
      const when = err(`el evento está dañado en el archivo; ${OR_LEAVE}`)
      this.#rows.push(() => ({ name: event.name, note: '', when }))
    } else if (event.isCancelled) {
      this.notes.push(`«${event.name}» está cancelada en el calendario y se dejó fuera.`)
    } else if (event.exceptionTo !== null) {
      this.notes.push(exceptionNote(event, event.exceptionTo))
    } else {
      this.notes.push(...eventNotes(event))
      this.#addEvent(event)
    }
  }

  #addEvent(event: CalendarEvent): void {
    const { name, note, start, recurs, added } = event
    const isSingle = recurs.length === 0 && start !== null && name !== ''
    const known = isSingle ? this.#singles.get(nameKey(name)) : undefined
    const days = start === null ? [] : [start, ...(recurs.length === 0 ? added : [])]
    if (known) {
      known.days.push(...days)
      return
    }
    if (isSingle) this.#singles.set(nameKey(name), { event, days })
    this.#rows.push(() => ({ name, note, when: whenOf(event, days) }))
  }

  toSheet(): Sheet {
    const marks: SheetMark[] = []
    const rows = this.#rows.slice(0, MAX_DATE_ROWS).map((make, index) => {
      const { name, note, when } = make()
      if (when.ok) return [name, describeRule(when.value.rule, () => null), when.value.until, note]
      marks.push({ kind: 'unsayable', row: index + 2, column: RULE_COLUMN, says: when.error })
      return [name, '', '', note]
    })
    return { rows: [COLUMNS.map((id) => DATE_READER.titleOf(id)), ...rows], marks }
  }
}

function counted(count: number, one: string, many: string): readonly string[] {
  if (count === 0) return []
  return [count === 1 ? one : `${count.toLocaleString('es-MX')} ${many}`]
}

/**
 * Reads the events of a calendar as rows of a sheet of dates: what a rule can say, in words; of the rest,
 * the name and why, to be written in place. `timeZone` is that of the body, for hours told in UTC.
 */
export function readCalendar(text: string, timeZone: string): Result<CalendarSheet, CalendarFailure> {
  if (!looksLikeCalendar(text)) return err('not-a-calendar')
  const { events, cut, others } = splitCalendar(text)
  if (events.length === 0) return err(cut > 0 ? 'damaged' : 'no-events')
  const rows = new CalendarRows()
  for (const lines of events) rows.add(readEvent(lines, timeZone))
  const notes = [
    ...counted(
      cut,
      'Un evento está incompleto y se dejó fuera.',
      'eventos están incompletos y se dejaron fuera.',
    ),
    ...counted(
      others,
      'Una tarea o nota del calendario no se usa.',
      'tareas o notas del calendario no se usan.',
    ),
    ...rows.notes,
  ]
  return ok({ sheet: rows.toSheet(), notes })
}
