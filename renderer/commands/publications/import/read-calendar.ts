import {
  DATE_READER,
  type DateColumnId,
  describeRule,
  exceptionsText,
  MAX_DATE_ROWS,
  nameKey,
} from '../../../../shared/domain/publications'
import type { IsoDate } from '../../../../shared/lib/iso-date'
import { err, ok, type Result } from '../../../../shared/lib/result'
import type { Sheet, SheetMark } from '../../../../shared/lib/sheet'
import { type CalendarEvent, type DamagedEvent, lengthOf, readEvent } from './calendar-event'
import type { CalendarFailure } from './calendar-failure'
import { calledOf, daysText, exceptionNote, exceptionsOf } from './event-exceptions'
import { type EventRule, recurrenceRule, ruleOfDays } from './event-rule'
import { looksLikeCalendar, splitCalendar } from './split-calendar'

/** A calendar as a sheet of dates: a row for each event that may become one. */
export interface CalendarSheet {
  readonly sheet: Sheet
  /** What the rows do not say of the calendar, in Spanish. */
  readonly notes: readonly string[]
}

/** Columns of the rows, as the template titles them. */
const COLUMNS: readonly DateColumnId[] = ['name', 'rule', 'exceptions', 'validUntil', 'note']
const RULE_COLUMN = COLUMNS.indexOf('rule')
const OR_LEAVE = 'escriba aquí la regla o deje fuera la fila.'

/** When an event falls, or why no rule says it, in words that follow the place of the cell. */
type When = Result<EventRule, string>

/** An event that becomes a row; `days` are those that it falls on when it repeats nothing. */
interface RowEvent {
  readonly event: CalendarEvent
  readonly days: IsoDate[]
}

function whenOf({ event: { start, recurs }, days }: RowEvent): When {
  if (start === null) return err(`el evento no dice qué día es, o dice uno que no existe; ${OR_LEAVE}`)
  if (recurs.length === 0) {
    const rule = ruleOfDays(days)
    if (rule) return ok({ rule, until: '' })
    return err(`en el calendario cae en días sueltos (${daysText(days)}); ${OR_LEAVE}`)
  }
  const [year = 0, month = 0, day = 0] = start.split('-').map(Number)
  const rule = recurrenceRule(recurs, { year, month, day })
  return rule.ok ? rule : err(`en el calendario ${rule.error}; ${OR_LEAVE}`)
}

function isDamaged(event: CalendarEvent | RowEvent | DamagedEvent): event is DamagedEvent {
  return 'damaged' in event
}

/** Gathers the events into rows: those of one name that repeat nothing are one. */
class CalendarRows {
  readonly #singles = new Map<string, RowEvent>()
  readonly #rows: (RowEvent | DamagedEvent)[] = []
  /** Exceptions by the identifier of what they are exceptions to. */
  readonly #saidAgain = new Map<string, CalendarEvent[]>()
  readonly notes: string[] = []
  /** How many rows are of events that repeat nothing. */
  once = 0

  add(event: CalendarEvent | DamagedEvent): void {
    if (isDamaged(event)) this.#rows.push(event)
    else if (event.exceptionTo !== null) {
      const { uid } = event
      this.#saidAgain.set(uid, [...(this.#saidAgain.get(uid) ?? []), event])
    } else if (event.isCancelled) {
      this.notes.push(`${calledOf(event)} está cancelada en el calendario y se dejó fuera.`)
    } else this.#addEvent(event)
  }

  #addEvent(event: CalendarEvent): void {
    const { name, start, recurs, added } = event
    const length = lengthOf(event)
    if (length > 1) {
      this.notes.push(`${calledOf(event)} dura ${length} días en el calendario; se toma el primero.`)
    }
    const isSingle = recurs.length === 0 && start !== null && name !== ''
    const known = isSingle ? this.#singles.get(nameKey(name)) : undefined
    const days = start === null ? [] : [start, ...(recurs.length === 0 ? added : [])]
    if (known) {
      known.days.push(...days)
      return
    }
    const row = { event, days }
    if (isSingle) this.#singles.set(nameKey(name), row)
    this.#rows.push(row)
  }

  /** The exceptions of an event as a cell; those that it cannot say are told. */
  #exceptionCell({ event }: RowEvent, when: When): string {
    if (event.recurs.length === 0) return ''
    const saidAgain = event.uid === '' ? [] : (this.#saidAgain.get(event.uid) ?? [])
    this.#saidAgain.delete(event.uid)
    const found = exceptionsOf(event, saidAgain, when.ok ? when.value.rule : null)
    this.notes.push(...found.notes)
    return exceptionsText(found.exceptions)
  }

  #cells(row: RowEvent | DamagedEvent, when: When): readonly string[] {
    if (isDamaged(row)) return [row.name, '', '', '', '']
    const { name, note } = row.event
    const exceptions = this.#exceptionCell(row, when)
    if (!when.ok) return [name, '', '', '', note]
    if (row.event.recurs.length === 0) this.once += 1
    return [name, describeRule(when.value.rule, () => null), exceptions, when.value.until, note]
  }

  toSheet(): Sheet {
    const marks: SheetMark[] = []
    const rows = this.#rows.slice(0, MAX_DATE_ROWS).map((row, index) => {
      const when: When = isDamaged(row)
        ? err(`el evento está dañado en el archivo; ${OR_LEAVE}`)
        : whenOf(row)
      if (!when.ok) marks.push({ kind: 'unsayable', row: index + 2, column: RULE_COLUMN, says: when.error })
      return this.#cells(row, when)
    })
    for (const event of [...this.#saidAgain.values()].flat()) {
      if (event.exceptionTo !== null) this.notes.push(exceptionNote(event, event.exceptionTo))
    }
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
  const sheet = rows.toSheet()
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
    ...counted(
      rows.once,
      'Una fecha no se repite en el calendario: queda solo en su año; si es de cada año, cámbielo después en el catálogo.',
      'fechas no se repiten en el calendario: quedan solo en su año; si son de cada año, cámbielo después en el catálogo.',
    ),
    ...rows.notes,
  ]
  return ok({ sheet, notes })
}
