import { type DateException, type DateRule, spanOf } from '../../../../shared/domain/publications'
import { type IsoDate, yearOf } from '../../../../shared/lib/iso-date'
import { joinSpanish } from '../../../../shared/lib/spanish'
import { longDay } from '../../../../shared/lib/spanish-date'
import type { CalendarEvent } from './calendar-event'

/** Days that a sentence names; more are counted. */
const NAMED_DAYS = 4

/** Exceptions of a date, and what of them the catalogue cannot say. */
export interface FoundExceptions {
  readonly exceptions: readonly DateException[]
  readonly notes: readonly string[]
}

/** "1 de julio de 2018 y 3 de junio de 2021". */
export function daysText(days: readonly IsoDate[]): string {
  const named = days.slice(0, NAMED_DAYS).map(longDay)
  const rest = days.length - named.length
  return joinSpanish(rest > 0 ? [...named, `${rest} más`] : named)
}

/** How an event is called in a sentence. */
export function calledOf({ name }: Pick<CalendarEvent, 'name'>): string {
  return name === '' ? 'Un evento sin nombre' : `«${name}»`
}

/** What is told of an exception that is not imported. */
export function exceptionNote(event: CalendarEvent, day: IsoDate): string {
  const { start, isCancelled } = event
  const moved = start === null || start === day ? 'la cambia' : `la pasa al ${longDay(start)}`
  const said = isCancelled ? 'la quita' : moved
  return `${calledOf(event)}: en vez del ${longDay(day)}, el calendario ${said}; no se importa.`
}

/** Where an exception puts its day; undefined when that is no exception of its year. */
function movedTo({ start, end, isCancelled }: CalendarEvent, year: number): DateException['on'] | undefined {
  if (isCancelled) return null
  if (start === null || end === null || yearOf(start) !== year || yearOf(end) !== year) return undefined
  return { from: start, until: end }
}

/**
 * What an event that repeats does in single years: days taken from it (EXDATE), said again (RECURRENCE-ID)
 * or added (RDATE). A year whose day was taken and another given was moved. `rule` is what its recurrence
 * is in the catalogue; null when it is nothing there.
 */
export function exceptionsOf(
  event: CalendarEvent,
  saidAgain: readonly CalendarEvent[],
  rule: DateRule | null,
): FoundExceptions {
  const years = new Map<number, DateException>()
  const notes: string[] = []
  const isOfRule = (day: IsoDate) =>
    rule !== null && spanOf(rule, yearOf(day), () => null)?.from === day && yearOf(day) >= 1900
  const lost = event.removed.filter((day) => !isOfRule(day))
  for (const day of event.removed.filter(isOfRule)) {
    years.set(yearOf(day), { year: yearOf(day), on: null, reason: '' })
  }
  const extra = event.added.filter((day) => {
    const isMoved = years.get(yearOf(day))?.on === null
    if (isMoved) years.set(yearOf(day), { year: yearOf(day), on: { from: day, until: day }, reason: '' })
    return !isMoved
  })
  for (const other of saidAgain) {
    const day = other.exceptionTo
    if (day === null) continue
    const on = isOfRule(day) ? movedTo(other, yearOf(day)) : undefined
    if (on === undefined) notes.push(exceptionNote(other, day))
    else if (on?.from !== day || on.until !== day)
      years.set(yearOf(day), { year: yearOf(day), on, reason: '' })
  }
  if (lost.length > 0 && rule === null) {
    notes.push(`${calledOf(event)}: el calendario la quita el ${daysText(lost)}; no se importa.`)
  }
  if (extra.length > 0) {
    notes.push(`${calledOf(event)}: el calendario la agrega además el ${daysText(extra)}; no se importa.`)
  }
  return { exceptions: [...years.values()].sort((a, b) => a.year - b.year), notes }
}
