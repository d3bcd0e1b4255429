import { z } from 'zod'

const month = z.int().min(1).max(12)
const weekday = z.int().min(0).max(6)

/** Identifier of a date of the catalogue. */
export const commemorationIdSchema = z.uuid().brand<'CommemorationId'>()
/** Identifier of a date of the catalogue. */
export type CommemorationId = z.infer<typeof commemorationIdSchema>

/**
 * In which years a rule gives a day: all; every so many years counted from one (2018 and 3 for federal
 * elections); the ones before those (−1 for the start of the electoral process); or a list.
 */
export const ruleYearsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('every') }),
  z.strictObject({
    kind: z.literal('cycle'),
    every: z.int().min(2).max(100),
    from: z.int().min(1900).max(9999),
    offset: z.int().min(-3).max(3),
  }),
  z.strictObject({ kind: z.literal('list'), years: z.array(z.int().min(1900).max(9999)).min(1).max(200) }),
])
/** In which years a rule gives a day. */
export type RuleYears = z.infer<typeof ruleYearsSchema>

/**
 * Rule of a date. `fixed` is a day of the month (29 February gives a day in leap years only); `nth` the
 * n-th weekday of a month, the last one when n is −1; `week` a weekday of the n-th week of a month, or
 * the whole week (Monday to Sunday), where the first week is the first with a working day
 * (Monday to Friday) of the month; `relative` so many days after (before when negative) another date
 * of the catalogue; `easter` so many days after Easter Sunday. Weekdays: 0 domingo … 6 sábado.
 */
export const dateRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), month, day: z.int().min(1).max(31), years: ruleYearsSchema }),
  z.strictObject({
    kind: z.literal('nth'),
    month,
    weekday,
    n: z.union([z.literal(-1), z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
    years: ruleYearsSchema,
  }),
  z.strictObject({
    kind: z.literal('week'),
    month,
    n: z.int().min(1).max(5),
    /** The weekday of that week; null for the whole week. */
    weekday: weekday.nullable(),
    years: ruleYearsSchema,
  }),
  z.strictObject({
    kind: z.literal('relative'),
    to: commemorationIdSchema,
    days: z.int().min(-366).max(366),
    years: ruleYearsSchema,
  }),
  z.strictObject({ kind: z.literal('easter'), days: z.int().min(-90).max(90), years: ruleYearsSchema }),
])
/** Rule of a date. */
export type DateRule = z.infer<typeof dateRuleSchema>
