import { z } from 'zod'
import { clockTimeSchema, isoDateSchema } from '../../lib/iso-date'

/** How often a recurring obligation falls due. */
export const recurrenceSchema = z.enum(['month', 'two-months', 'quarter', 'half-year', 'year'])
/** How often a recurring obligation falls due. */
export type Recurrence = z.infer<typeof recurrenceSchema>

/** Months in one period of a recurrence. */
export const RECURRENCE_MONTHS: Readonly<Record<Recurrence, number>> = {
  month: 1,
  'two-months': 2,
  quarter: 3,
  'half-year': 6,
  year: 12,
}

const days = z.int().min(1).max(3650)

/**
 * How long somebody has (domain §2.6). Business days follow the calendar unless `everyDayCounts` ("todos
 * los días y horas son hábiles"). Hours are elapsed hours unless `workingDaysOnly`. Months end on the
 * same day, or the last one of a shorter month. A recurrence by calendar ends with each natural period
 * (30-jun, 31-dic…), a rolling one so many months after the start.
 */
export const termSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('business-days'), amount: days, everyDayCounts: z.boolean() }),
  z.strictObject({ kind: z.literal('natural-days'), amount: days }),
  z.strictObject({
    kind: z.literal('hours'),
    amount: z.int().min(1).max(8760),
    workingDaysOnly: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('months'), amount: z.int().min(1).max(120) }),
  z.strictObject({ kind: z.literal('fixed-date'), date: isoDateSchema }),
  z.strictObject({ kind: z.literal('next-session') }),
  z.strictObject({
    kind: z.literal('end-of-month'),
    year: z.int().min(1900).max(2199),
    month: z.int().min(1).max(12),
  }),
  z.strictObject({
    kind: z.literal('recurring'),
    every: recurrenceSchema,
    by: z.enum(['calendar', 'start']),
  }),
  z.strictObject({ kind: z.literal('none') }),
])
/** How long somebody has. */
export type Term = z.infer<typeof termSchema>
/** Kind of term. */
export type TermKind = Term['kind']

/** What sets a term running. */
export const startEventSchema = z.enum(['approval', 'entry-into-force', 'notice', 'date'])
/** What sets a term running. */
export type StartEvent = z.infer<typeof startEventSchema>

/**
 * A deadline: the term, what sets it running and when that happened (`date` null while it has not, or
 * nobody said; `time` matters only for hours), and the words it was given in, empty when there are none.
 */
export const deadlineSchema = z
  .strictObject({
    term: termSchema,
    start: z
      .strictObject({
        event: startEventSchema,
        date: isoDateSchema.nullable(),
        time: clockTimeSchema.nullable(),
      })
      .readonly(),
    wording: z.string().trim().max(500),
  })
  .readonly()
/** A deadline as agreed. */
export type Deadline = z.infer<typeof deadlineSchema>

/** A deadline of somebody who was given none. */
export const NO_DEADLINE: Deadline = {
  term: { kind: 'none' },
  start: { event: 'approval', date: null, time: null },
  wording: '',
}
