import { assertNever } from '../../lib/assert'
import { addDays, addMonths, dayNumber, endOfMonth, monthOf } from '../../lib/day'
import { type ClockTime, type IsoDate, yearOf } from '../../lib/iso-date'
import {
  type CountedDay,
  countNaturalDays,
  countWorkingDays,
  type WorkCalendar,
  workingDaysAfter,
} from '../calendar'
import { type Deadline, RECURRENCE_MONTHS, type Recurrence, type StartEvent } from './deadline'
import { elapseHours } from './hours'

/** What computing a due date needs besides the deadline itself. */
export interface DeadlineContext {
  readonly calendar: WorkCalendar
  /** Date of the first session after the one that set the term; null while it has not been called. */
  readonly nextSession: IsoDate | null
  /** Periods of a recurring obligation already met. */
  readonly periodsMet: number
}

/** What a due date is waiting for. */
export type AwaitedEvent = Exclude<StartEvent, 'date'> | 'start-date' | 'next-session'

/** When something is due, without the account of every day. `time` null: at the end of that day. */
export type DueDate =
  | { readonly kind: 'date'; readonly due: IsoDate; readonly time: ClockTime | null }
  | { readonly kind: 'waiting'; readonly for: AwaitedEvent }
  | { readonly kind: 'none' }

/** When something is due, with every day of the count and why some were skipped. */
export type ComputedDue =
  | (Extract<DueDate, { kind: 'date' }> & { readonly trace: readonly CountedDay[] })
  | Exclude<DueDate, { kind: 'date' }>

/** Last day of the natural period that a date falls in: 30-jun for the first half of a year. */
export function endOfPeriod(date: IsoDate, every: Recurrence): IsoDate {
  const months = RECURRENCE_MONTHS[every]
  return endOfMonth(yearOf(date), Math.ceil(monthOf(date) / months) * months)
}

/** The n-th due date of a recurrence, from 0. By calendar the first period is that of the start. */
function recurrenceDue(start: IsoDate, every: Recurrence, by: 'calendar' | 'start', n: number): IsoDate {
  const months = RECURRENCE_MONTHS[every]
  if (by === 'start') return addMonths(start, months * (n + 1))
  const last = addMonths(endOfPeriod(start, every), months * n)
  return endOfMonth(yearOf(last), monthOf(last))
}

function awaitedStart(event: StartEvent): AwaitedEvent {
  return event === 'date' ? 'start-date' : event
}

type Counting = (
  start: IsoDate,
  amount: number,
) => { readonly due: IsoDate; readonly trace: readonly CountedDay[] }

/** The day account is only built when somebody will read it. */
function counting(calendar: WorkCalendar, everyDayCounts: boolean, traced: boolean): Counting {
  if (everyDayCounts) return traced ? countNaturalDays : (start, n) => ({ due: addDays(start, n), trace: [] })
  if (traced) return (start, amount) => countWorkingDays(calendar, start, amount)
  return (start, amount) => ({ due: workingDaysAfter(calendar, start, amount), trace: [] })
}

function dueOn(due: IsoDate, trace: readonly CountedDay[] = []): ComputedDue {
  return { kind: 'date', due, time: null, trace }
}

function compute(deadline: Deadline, context: DeadlineContext, traced: boolean): ComputedDue {
  const { term, start } = deadline
  if (term.kind === 'none') return { kind: 'none' }
  if (term.kind === 'fixed-date') return dueOn(term.date)
  if (term.kind === 'end-of-month') return dueOn(endOfMonth(term.year, term.month))
  if (term.kind === 'next-session') {
    return context.nextSession === null
      ? { kind: 'waiting', for: 'next-session' }
      : dueOn(context.nextSession)
  }
  if (start.date === null) return { kind: 'waiting', for: awaitedStart(start.event) }
  switch (term.kind) {
    case 'business-days':
    case 'natural-days': {
      const everyDay = term.kind === 'natural-days' || term.everyDayCounts
      const count = counting(context.calendar, everyDay, traced)(start.date, term.amount)
      return dueOn(count.due, count.trace)
    }
    case 'hours':
      return { kind: 'date', ...elapseHours(start.date, start.time, term, context.calendar) }
    case 'months':
      return dueOn(addMonths(start.date, term.amount))
    case 'recurring':
      return dueOn(recurrenceDue(start.date, term.every, term.by, context.periodsMet))
    default:
      return assertNever(term)
  }
}

/**
 * When a deadline falls due, with the count day by day. Waiting when what sets it running has not
 * happened, or the next session has no date; none when no date was ever given.
 */
export function computeDue(deadline: Deadline, context: DeadlineContext): ComputedDue {
  return compute(deadline, context, true)
}

/** The same due date without the account of every day, for lists of thousands. */
export function dueDateOf(deadline: Deadline, context: DeadlineContext): DueDate {
  const computed = compute(deadline, context, false)
  return computed.kind === 'date' ? { kind: 'date', due: computed.due, time: computed.time } : computed
}

/** Whether a deadline ends before it starts, which only a fixed date or month can (a mistake of years). */
export function endsBeforeStart({ term, start }: Deadline): boolean {
  if (start.date === null) return false
  if (term.kind === 'fixed-date') return dayNumber(term.date) < dayNumber(start.date)
  return term.kind === 'end-of-month' && endOfMonth(term.year, term.month) < start.date
}
