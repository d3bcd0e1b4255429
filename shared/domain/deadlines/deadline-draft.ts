import { clockTimeSchema, isClockTime, isIsoDate, isoDate } from '../../lib/iso-date'
import { err, ok, type Result } from '../../lib/result'
import { endsBeforeStart } from './compute'
import { type Deadline, deadlineSchema, type Recurrence, type StartEvent, type TermKind } from './deadline'
import { countsFromStart } from './describe'

/** A deadline as it is typed: every field as text, only those of its kind are read. */
export interface DeadlineDraft {
  readonly kind: TermKind
  readonly amount: string
  /** "Todos los días y horas son hábiles"; for hours, whether only those of working days pass. */
  readonly everyDayCounts: boolean
  readonly date: string
  /** A month as a month field gives it: AAAA-MM. */
  readonly month: string
  readonly every: Recurrence
  readonly by: 'calendar' | 'start'
  readonly event: StartEvent
  readonly startDate: string
  readonly startTime: string
  readonly wording: string
}

/** Something wrong in a typed deadline, with the sentence for the user. */
export interface DeadlineProblem {
  readonly field: keyof DeadlineDraft
  readonly message: string
}

/** An empty form: no date. */
export const EMPTY_DEADLINE_DRAFT: DeadlineDraft = {
  kind: 'none',
  amount: '',
  everyDayCounts: false,
  date: '',
  month: '',
  every: 'half-year',
  by: 'calendar',
  event: 'approval',
  startDate: '',
  startTime: '',
  wording: '',
}

const LONGEST_WORDING = 500
const NO_SUCH_DATE = 'La fecha no existe o está incompleta.'

const AMOUNT_LIMITS: Partial<Readonly<Record<TermKind, number>>> = {
  'business-days': 3650,
  'natural-days': 3650,
  hours: 8760,
  months: 120,
}

/** The form of a stored deadline. */
export function draftOfDeadline({ term, start, wording }: Deadline): DeadlineDraft {
  const pad = (n: number) => String(n).padStart(2, '0')
  return {
    ...EMPTY_DEADLINE_DRAFT,
    kind: term.kind,
    amount: 'amount' in term ? String(term.amount) : '',
    everyDayCounts:
      (term.kind === 'business-days' && term.everyDayCounts) ||
      (term.kind === 'hours' && !term.workingDaysOnly),
    date: term.kind === 'fixed-date' ? term.date : '',
    month: term.kind === 'end-of-month' ? `${term.year}-${pad(term.month)}` : '',
    ...(term.kind === 'recurring' ? { every: term.every, by: term.by } : {}),
    event: start.event,
    startDate: start.date ?? '',
    startTime: start.time ?? '',
    wording,
  }
}

function termOf(draft: DeadlineDraft): unknown {
  const amount = Number(draft.amount)
  const [year, month] = draft.month.split('-').map(Number)
  switch (draft.kind) {
    case 'business-days':
      return { kind: draft.kind, amount, everyDayCounts: draft.everyDayCounts }
    case 'hours':
      return { kind: draft.kind, amount, workingDaysOnly: !draft.everyDayCounts }
    case 'natural-days':
    case 'months':
      return { kind: draft.kind, amount }
    case 'fixed-date':
      return { kind: draft.kind, date: draft.date.trim() }
    case 'end-of-month':
      return { kind: draft.kind, year, month }
    case 'recurring':
      return { kind: draft.kind, every: draft.every, by: draft.by }
    case 'next-session':
    case 'none':
      return { kind: draft.kind }
  }
}

function amountProblems(draft: DeadlineDraft): readonly DeadlineProblem[] {
  const limit = AMOUNT_LIMITS[draft.kind]
  if (limit === undefined) return []
  const isWhole = /^\d{1,5}$/.test(draft.amount.trim())
  const amount = Number(draft.amount)
  if (isWhole && amount >= 1 && amount <= limit) return []
  return [{ field: 'amount', message: `Escriba un número entero de 1 a ${limit}.` }]
}

function dateProblems(draft: DeadlineDraft): readonly DeadlineProblem[] {
  const problems: DeadlineProblem[] = []
  if (draft.kind === 'fixed-date' && !isIsoDate(draft.date.trim())) {
    problems.push({ field: 'date', message: NO_SUCH_DATE })
  }
  if (draft.kind === 'end-of-month' && !/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(draft.month)) {
    problems.push({ field: 'month', message: 'Elija mes y año.' })
  }
  if (draft.startDate.trim() !== '' && !isIsoDate(draft.startDate.trim())) {
    problems.push({ field: 'startDate', message: NO_SUCH_DATE })
  }
  if (draft.kind === 'hours' && draft.startTime.trim() !== '' && !isClockTime(draft.startTime.trim())) {
    problems.push({ field: 'startTime', message: 'La hora va de 00:00 a 23:59.' })
  }
  return problems
}

/** Where a deadline that ends before it starts is mended. */
function reversed(deadline: Deadline): readonly DeadlineProblem[] {
  if (!endsBeforeStart(deadline)) return []
  const field = deadline.term.kind === 'fixed-date' ? 'date' : 'month'
  return [{ field, message: 'El plazo vence antes de empezar; revise las fechas.' }]
}

/** Reads a typed deadline; every field that is wrong is named. */
export function readDeadline(draft: DeadlineDraft): Result<Deadline, readonly DeadlineProblem[]> {
  const problems = [...amountProblems(draft), ...dateProblems(draft)]
  if (draft.wording.trim().length > LONGEST_WORDING) {
    problems.push({ field: 'wording', message: `El texto pasa de ${LONGEST_WORDING} caracteres.` })
  }
  const needsDate =
    draft.event === 'date' && !['fixed-date', 'next-session', 'end-of-month', 'none'].includes(draft.kind)
  if (needsDate && draft.startDate.trim() === '') {
    problems.push({ field: 'startDate', message: 'Escriba desde qué fecha se cuenta.' })
  }
  if (problems.length > 0) return err(problems)
  const startDate = draft.startDate.trim()
  const startTime = draft.startTime.trim()
  const deadline = deadlineSchema.parse({
    term: termOf(draft),
    start: {
      event: draft.event,
      date: startDate === '' ? null : isoDate(startDate),
      time: draft.kind === 'hours' && startTime !== '' ? clockTimeSchema.parse(startTime) : null,
    },
    wording: draft.wording,
  })
  const order = reversed(deadline)
  if (order.length > 0) return err(order)
  return ok(
    countsFromStart(deadline.term) ? deadline : { ...deadline, start: { ...deadline.start, time: null } },
  )
}
