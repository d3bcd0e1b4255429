import { addDays, dateFrom, dateOfDay, dayNumber, weekdayOfDay } from '../../lib/day'
import { type IsoDate, yearOf } from '../../lib/iso-date'
import type { ClosedDay, ClosedDayId } from './closed-day'
import { type RestDay, restDaysOf } from './rest-days'

/** Why a day is not a working day. */
export type SkipReason =
  | { readonly kind: 'weekend'; readonly weekday: 'sábado' | 'domingo' }
  | { readonly kind: 'rest-day'; readonly name: string; readonly basis: string }
  | { readonly kind: 'closed'; readonly reason: string; readonly closedDayId: ClosedDayId }

/** One day of a count: its place in it, or null and why it was skipped. */
export interface CountedDay {
  readonly date: IsoDate
  readonly counted: number | null
  readonly skipped: SkipReason | null
}

/** A count of days, from the day after the start to the day it ends. */
export interface DayCount {
  readonly due: IsoDate
  readonly trace: readonly CountedDay[]
}

/** Longest search for a working day; a calendar that closes more is a mistake and throws. */
const LONGEST_CLOSURE = 1000

/**
 * Which days count. Made once from the institution's ranges and asked many times; years of rest days
 * are worked out when first needed. Weekends come first, then LFT art. 74, then the institution.
 */
export class WorkCalendar {
  readonly #closed = new Map<number, ClosedDay>()
  readonly #processes: readonly ClosedDay[]
  readonly #restDays = new Map<number, ReadonlyMap<number, RestDay>>()
  readonly #working = new Map<number, boolean>()
  readonly #years = new Map<number, Uint16Array>()

  constructor(ranges: readonly ClosedDay[]) {
    this.#processes = ranges.filter((range) => range.kind === 'electoral-process')
    for (const range of ranges) {
      if (range.kind === 'electoral-process' || range.kind === 'campaign') continue
      const last = dayNumber(range.until)
      for (let day = dayNumber(range.from); day <= last; day++) {
        if (!this.#closed.has(day)) this.#closed.set(day, range)
      }
    }
  }

  #restDay(day: number): RestDay | null {
    const year = yearOf(dateOfDay(day))
    let days = this.#restDays.get(year)
    if (!days) {
      days = new Map(restDaysOf(year).map((rest) => [dayNumber(rest.date), rest]))
      this.#restDays.set(year, days)
    }
    return days.get(day) ?? null
  }

  /** Why a day number does not count, or null when it does. */
  reasonOfDay(day: number): SkipReason | null {
    const weekday = weekdayOfDay(day)
    if (weekday === 6) return { kind: 'weekend', weekday: 'sábado' }
    if (weekday === 0) return { kind: 'weekend', weekday: 'domingo' }
    const rest = this.#restDay(day)
    if (rest) return { kind: 'rest-day', name: rest.name, basis: rest.basis }
    const closed = this.#closed.get(day)
    return closed ? { kind: 'closed', reason: closed.reason, closedDayId: closed.id } : null
  }

  /** Whether a day number counts; remembered, because lists ask for the same days again and again. */
  worksOnDay(day: number): boolean {
    let works = this.#working.get(day)
    if (works === undefined) {
      works = this.reasonOfDay(day) === null
      this.#working.set(day, works)
    }
    return works
  }

  /** For each day of a year, how many working days it has had by then, that day included. */
  #countsOf(year: number): Uint16Array {
    let counts = this.#years.get(year)
    if (!counts) {
      const first = dayNumber(dateFrom(year, 1, 1))
      counts = new Uint16Array(dayNumber(dateFrom(year, 12, 31)) - first + 1)
      let worked = 0
      for (let index = 0; index < counts.length; index++) {
        if (this.worksOnDay(first + index)) worked += 1
        counts[index] = worked
      }
      this.#years.set(year, counts)
    }
    return counts
  }

  /** Working days from 1-ene of a year up to a date of that year or a later one, both included. */
  workedSince(year: number, date: IsoDate): number {
    const last = yearOf(date)
    let worked = this.#countsOf(last)[dayNumber(date) - dayNumber(dateFrom(last, 1, 1))] ?? 0
    for (let before = year; before < last; before++) worked += this.#countsOf(before).at(-1) ?? 0
    return worked
  }

  /** The electoral process under way on a date, or null. */
  processOn(date: IsoDate): ClosedDay | null {
    return this.#processes.find((range) => range.from <= date && date <= range.until) ?? null
  }
}

/** A calendar of the institution's ranges over weekends and LFT art. 74. */
export function makeCalendar(ranges: readonly ClosedDay[]): WorkCalendar {
  return new WorkCalendar(ranges)
}

/** Why a date is not a working day, or null when it is. */
export function skipReason(calendar: WorkCalendar, date: IsoDate): SkipReason | null {
  return calendar.reasonOfDay(dayNumber(date))
}

/** Whether a date is a working day (día hábil). */
export function isWorkingDay(calendar: WorkCalendar, date: IsoDate): boolean {
  return calendar.worksOnDay(dayNumber(date))
}

/** The first working day after a date. */
export function nextWorkingDay(calendar: WorkCalendar, date: IsoDate): IsoDate {
  return countWorkingDays(calendar, date, 1).due
}

/**
 * Counts working days: day 1 is the first one after `start`, and the count ends on day `amount`
 * (domain §2.7). The trace has every day in between with the reason it was skipped.
 */
export function countWorkingDays(calendar: WorkCalendar, start: IsoDate, amount: number): DayCount {
  const trace: CountedDay[] = []
  let counted = 0
  let day = dayNumber(start)
  let idle = 0
  while (counted < amount) {
    day += 1
    const skipped = calendar.reasonOfDay(day)
    idle = skipped ? idle + 1 : 0
    if (idle > LONGEST_CLOSURE) throw new Error(`No working day before ${dateOfDay(day)}`)
    if (!skipped) counted += 1
    trace.push({ date: dateOfDay(day), counted: skipped ? null : counted, skipped })
  }
  return { due: dateOfDay(day), trace }
}

/** The last day of a count of working days, without the account of every day. */
export function workingDaysAfter(calendar: WorkCalendar, start: IsoDate, amount: number): IsoDate {
  let day = dayNumber(start)
  for (let counted = 0, idle = 0; counted < amount; ) {
    day += 1
    const works = calendar.worksOnDay(day)
    idle = works ? 0 : idle + 1
    if (idle > LONGEST_CLOSURE) throw new Error(`No working day before ${dateOfDay(day)}`)
    if (works) counted += 1
  }
  return dateOfDay(day)
}

/** Counts calendar days, all of them: day 1 is the day after `start`. */
export function countNaturalDays(start: IsoDate, amount: number): DayCount {
  const trace = Array.from({ length: amount }, (_, index) => ({
    date: addDays(start, index + 1),
    counted: index + 1,
    skipped: null,
  }))
  return { due: addDays(start, amount), trace }
}

/**
 * Working days after `from` up to and including `to`; negative when `to` comes first, 0 when both are
 * the same or only days that do not count lie between.
 */
export function workingDaysBetween(calendar: WorkCalendar, from: IsoDate, to: IsoDate): number {
  if (to < from) return -workingDaysBetween(calendar, to, from)
  const year = yearOf(from)
  return calendar.workedSince(year, to) - calendar.workedSince(year, from)
}

/** Why a day was skipped, in Spanish: "sábado", "descanso obligatorio: Navidad (LFT art. 74, fr. VIII)". */
export function skipText(reason: SkipReason): string {
  switch (reason.kind) {
    case 'weekend':
      return reason.weekday
    case 'rest-day':
      return `descanso obligatorio: ${reason.name} (${reason.basis})`
    case 'closed':
      return `inhábil: ${reason.reason}`
  }
}
