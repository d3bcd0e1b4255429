import ICAL from 'ical.js'
import { addDays, dayNumber } from '../../../../shared/lib/day'
import { type IsoDate, instantSchema, isIsoDate, isoDate, wallClock } from '../../../../shared/lib/iso-date'

/** An event of a calendar, as it is written. */
export interface CalendarEvent {
  /** What ties an exception to its recurrence; empty when the calendar does not say. */
  readonly uid: string
  readonly name: string
  readonly note: string
  /** The day it falls on, by the clock of the body; null when it says none, or one that does not exist. */
  readonly start: IsoDate | null
  /** Last of its days; the first when it lasts one. */
  readonly end: IsoDate | null
  readonly recurs: readonly ICAL.Recur[]
  /** Days added to the recurrence one by one. */
  readonly added: readonly IsoDate[]
  /** Days taken from the recurrence. */
  readonly removed: readonly IsoDate[]
  /** The day of the recurrence that this event says otherwise; null when it is no exception. */
  readonly exceptionTo: IsoDate | null
  readonly isCancelled: boolean
}

/** An event whose lines cannot be read; its name when at least that can. */
export interface DamagedEvent {
  readonly damaged: true
  readonly name: string
}

/** The day that a value says as it is written; the library would move 30 February to March. */
function dayOf(value: unknown, timeZone: string): IsoDate | null {
  // A period has its start first.
  const text: unknown = Array.isArray(value) ? value[0] : value
  if (typeof text !== 'string' || !isIsoDate(text.slice(0, 10))) return null
  const instant = instantSchema.safeParse(text)
  // A time of its own zone is on the wall there; one in UTC is of another day on the wall of the body.
  return instant.success ? wallClock(instant.data, timeZone).date : isoDate(text.slice(0, 10))
}

function textOf(event: ICAL.Component, property: string): string {
  return String(event.getFirstPropertyValue(property) ?? '').trim()
}

/** The days that a property says, in the order of the event. */
function daysOf(event: ICAL.Component, property: string, timeZone: string): readonly IsoDate[] {
  return event
    .getAllProperties(property)
    .flatMap((each) => each.toJSON().slice(3))
    .flatMap((value) => dayOf(value, timeZone) ?? [])
}

function dayIn(event: ICAL.Component, property: string, timeZone: string): IsoDate | null {
  return daysOf(event, property, timeZone)[0] ?? null
}

/** The last day of an event: its end is the first moment that it no longer takes. */
function lastDay(event: ICAL.Component, start: IsoDate, timeZone: string): IsoDate {
  const duration = event.getFirstPropertyValue('duration')
  if (duration instanceof ICAL.Duration) {
    return addDays(start, Math.max(0, duration.weeks * 7 + duration.days - 1))
  }
  const time = event.getFirstPropertyValue('dtend')
  const end = dayIn(event, 'dtend', timeZone)
  if (end === null || end <= start || !(time instanceof ICAL.Time)) return start
  const isWhole = time.isDate || (time.hour === 0 && time.minute === 0)
  return isWhole ? addDays(end, -1) : end
}

function readParsed(event: ICAL.Component, timeZone: string): CalendarEvent {
  const start = dayIn(event, 'dtstart', timeZone)
  return {
    uid: textOf(event, 'uid'),
    name: textOf(event, 'summary'),
    note: textOf(event, 'description'),
    start,
    end: start === null ? null : lastDay(event, start, timeZone),
    recurs: event
      .getAllProperties('rrule')
      .map((property) => property.getFirstValue())
      .filter((value) => value instanceof ICAL.Recur),
    added: daysOf(event, 'rdate', timeZone),
    removed: daysOf(event, 'exdate', timeZone),
    exceptionTo: dayIn(event, 'recurrence-id', timeZone),
    isCancelled: textOf(event, 'status').toUpperCase() === 'CANCELLED',
  }
}

function parse(lines: string): ICAL.Component | null {
  try {
    return new ICAL.Component(ICAL.parse(lines))
  } catch {
    // The library throws for whatever is not written as calendars are.
    return null
  }
}

/** The name alone of an event that cannot be read whole. */
function nameAlone(lines: string): string {
  const line = /^SUMMARY[;:].*(?:\r\n[ \t].*)*/im.exec(lines)?.[0] ?? ''
  const event = parse(`BEGIN:VEVENT\r\n${line}\r\nEND:VEVENT`)
  return event === null ? '' : textOf(event, 'summary')
}

/** Reads the lines of one event. */
export function readEvent(lines: string, timeZone: string): CalendarEvent | DamagedEvent {
  const event = parse(lines)
  return event === null ? { damaged: true, name: nameAlone(lines) } : readParsed(event, timeZone)
}

/** How many days an event takes. */
export function lengthOf({ start, end }: CalendarEvent): number {
  return start === null || end === null ? 0 : dayNumber(end) - dayNumber(start) + 1
}
