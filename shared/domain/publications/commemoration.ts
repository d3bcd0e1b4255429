import { z } from 'zod'
import { isoDateSchema } from '../../lib/iso-date'
import { bodyIdSchema } from '../bodies'
import { dateExceptionsSchema } from './date-exception'
import { commemorationIdSchema, dateRuleSchema } from './date-rule'

/** How far a date reaches: the world, the country, the institution and its elections. */
export const scopeSchema = z.enum(['international', 'national', 'institutional'])
/** How far a date reaches. */
export type Scope = z.infer<typeof scopeSchema>

/**
 * A date of the catalogue (fecha conmemorativa). `suggested` marks starter data that nobody has
 * confirmed: it is never an official list. `basis` is the decree or resolution, empty when unknown;
 * `since` the first year it was observed, null when unknown. `exceptions` are the years in which it was
 * moved or not observed, in order; they win over the rule. It is in force from `validFrom` until
 * `validUntil`, both included, null meaning without end: a retired date keeps its past years.
 */
export const commemorationSchema = z
  .strictObject({
    id: commemorationIdSchema,
    bodyId: bodyIdSchema,
    name: z.string().trim().min(1).max(300),
    rule: dateRuleSchema,
    exceptions: dateExceptionsSchema,
    scope: scopeSchema,
    suggested: z.boolean(),
    basis: z.string().trim().max(1_000),
    since: z.int().min(1).max(9999).nullable(),
    note: z.string().trim().max(4_000),
    validFrom: isoDateSchema.nullable(),
    validUntil: isoDateSchema.nullable(),
  })
  .readonly()
/** A date of the catalogue (fecha conmemorativa). */
export type Commemoration = z.infer<typeof commemorationSchema>
