import { daysBetween } from '../../lib/day'
import type { IsoDate } from '../../lib/iso-date'
import { type WorkCalendar, workingDaysBetween } from '../calendar'
import {
  AWAITED_LABELS,
  type AwaitedEvent,
  type DeadlineContext,
  type DueDate,
  dueDateOf,
} from '../deadlines'
import type { ItemStanding } from './fold'

/** Working days before the due date from which an item is due soon. */
export const DUE_SOON_DAYS = 5

/** How close the due date is, in working days (calendar days when every day counts). */
export type Urgency =
  | { readonly kind: 'overdue'; readonly days: number }
  | { readonly kind: 'today' }
  | { readonly kind: 'soon'; readonly days: number }
  | { readonly kind: 'later'; readonly days: number }
  | { readonly kind: 'waiting'; readonly for: AwaitedEvent }
  | { readonly kind: 'no-date' }
  | { readonly kind: 'closed' }

/** What is needed to know how close a due date is. */
export interface UrgencyContext extends Omit<DeadlineContext, 'periodsMet'> {
  readonly today: IsoDate
  /** From how many working days before it is due soon; {@link DUE_SOON_DAYS} unless given. */
  readonly soonWithin?: number
}

/** The due date in force: that of the last extension, or else the one computed from the deadline. */
export function dueOf(
  standing: Pick<ItemStanding, 'deadline' | 'extension' | 'periodsMet'>,
  context: Omit<DeadlineContext, 'periodsMet'>,
): DueDate {
  if (standing.extension) return { kind: 'date', due: standing.extension.due, time: null }
  return dueDateOf(standing.deadline, { ...context, periodsMet: standing.periodsMet })
}

/** Days left by the calendar of the deadline; negative when it has passed. */
export function daysLeft(
  standing: Pick<ItemStanding, 'deadline'>,
  due: IsoDate,
  today: IsoDate,
  calendar: WorkCalendar,
): number {
  const { term } = standing.deadline
  const everyDay = term.kind === 'business-days' && term.everyDayCounts
  return everyDay ? daysBetween(today, due) : workingDaysBetween(calendar, today, due)
}

/** How close an item is to its due date. Closed items have none. */
export function urgencyOf(standing: ItemStanding, due: DueDate, context: UrgencyContext): Urgency {
  if (!standing.isOpen) return { kind: 'closed' }
  if (due.kind === 'none') return { kind: 'no-date' }
  if (due.kind === 'waiting') return due
  const { today } = context
  if (due.due === today) return { kind: 'today' }
  const days = daysLeft(standing, due.due, today, context.calendar)
  if (due.due < today) return { kind: 'overdue', days: -days }
  return days <= (context.soonWithin ?? DUE_SOON_DAYS) ? { kind: 'soon', days } : { kind: 'later', days }
}

/** "vence en 3 días hábiles", "venció hace 1 día hábil", "vence hoy", "sin fecha". */
export function urgencyText(urgency: Urgency): string {
  const days = (n: number) => `${n} ${n === 1 ? 'día hábil' : 'días hábiles'}`
  switch (urgency.kind) {
    case 'overdue':
      return urgency.days === 0 ? 'vencido' : `venció hace ${days(urgency.days)}`
    case 'today':
      return 'vence hoy'
    case 'soon':
    case 'later':
      return urgency.days === 0 ? 'vence antes del próximo día hábil' : `vence en ${days(urgency.days)}`
    case 'waiting':
      return `en espera de ${AWAITED_LABELS[urgency.for]}`
    case 'no-date':
      return 'sin fecha'
    case 'closed':
      return ''
  }
}
