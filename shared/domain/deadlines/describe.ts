import { longDay, monthName } from '../../lib/spanish-date'
import type { AwaitedEvent, ComputedDue, DueDate } from './compute'
import type { Deadline, Recurrence, StartEvent, Term } from './deadline'

/** How each recurrence is called. */
export const RECURRENCE_LABELS: Readonly<Record<Recurrence, string>> = {
  month: 'mensual',
  'two-months': 'cada dos meses',
  quarter: 'trimestral',
  'half-year': 'semestral',
  year: 'anual',
}

/** What sets a term running, as it ends a sentence: "a partir de la aprobación". */
export const START_EVENT_LABELS: Readonly<Record<StartEvent, string>> = {
  approval: 'la aprobación',
  'entry-into-force': 'la entrada en vigor',
  notice: 'la notificación',
  date: 'la fecha indicada',
}

/** What a due date is waiting for, as it ends "en espera de…". */
export const AWAITED_LABELS: Readonly<Record<AwaitedEvent, string>> = {
  approval: 'la aprobación',
  'entry-into-force': 'la entrada en vigor',
  notice: 'la notificación',
  'start-date': 'la fecha de inicio',
  'next-session': 'la fecha de la próxima sesión',
}

function amount(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`
}

/** A term in Spanish: "60 días hábiles", "fin de octubre de 2017", "semestral". */
export function termText(term: Term): string {
  switch (term.kind) {
    case 'business-days': {
      const text = amount(term.amount, 'día hábil', 'días hábiles')
      return term.everyDayCounts ? `${text} (todos los días y horas son hábiles)` : text
    }
    case 'natural-days':
      return amount(term.amount, 'día natural', 'días naturales')
    case 'hours':
      return `${amount(term.amount, 'hora', 'horas')}${term.workingDaysOnly ? ' en días hábiles' : ''}`
    case 'months':
      return amount(term.amount, 'mes', 'meses')
    case 'fixed-date':
      return longDay(term.date)
    case 'next-session':
      return 'próxima sesión'
    case 'end-of-month':
      return `fin de ${monthName(term.month)} de ${term.year}`
    case 'recurring':
      return RECURRENCE_LABELS[term.every]
    case 'none':
      return 'sin fecha'
  }
}

/** Whether a term counts from a start, so that its deadline must say from which. */
export function countsFromStart(term: Term): boolean {
  return !['fixed-date', 'next-session', 'end-of-month', 'none'].includes(term.kind)
}

/**
 * The rule behind a due date: "60 días hábiles a partir de la aprobación (25 de marzo de 2021); el día 1
 * es el primer día hábil siguiente".
 */
export function deadlineText({ term, start }: Deadline): string {
  if (!countsFromStart(term)) return termText(term)
  const date = start.date === null ? '' : ` (${longDay(start.date)}${start.time ? `, ${start.time}` : ''})`
  const day1 =
    term.kind === 'business-days' && !term.everyDayCounts ? '; el día 1 es el primer día hábil siguiente' : ''
  return `${termText(term)} a partir de ${START_EVENT_LABELS[start.event]}${date}${day1}`
}

/** A due date in Spanish: "17 de junio de 2021", "en espera de la notificación", "sin fecha". */
export function dueText(due: DueDate | ComputedDue): string {
  switch (due.kind) {
    case 'date':
      return due.time === null ? longDay(due.due) : `${longDay(due.due)}, ${due.time}`
    case 'waiting':
      return `en espera de ${AWAITED_LABELS[due.for]}`
    case 'none':
      return 'sin fecha'
  }
}
