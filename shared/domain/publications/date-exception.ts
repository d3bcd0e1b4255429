import { z } from 'zod'
import { daysBetween } from '../../lib/day'
import { isoDateSchema, yearOf } from '../../lib/iso-date'

/** Most exceptions of one date: one for each year of two centuries. */
export const MAX_EXCEPTIONS = 200
/** Most days that a date moved to may last: longer is a mistake of the month. */
export const MAX_EXCEPTION_DAYS = 31
/** Most characters of the reason of an exception. */
export const MAX_EXCEPTION_REASON = 300

/** A day, or a stretch of days, both ends included; `until` is not before `from`. */
export const dateSpanSchema = z
  .strictObject({ from: isoDateSchema, until: isoDateSchema })
  .readonly()
  .refine(({ from, until }) => from <= until, 'it ends before it starts')
/** A day, or a stretch of days, both ends included. */
export type DateSpan = z.infer<typeof dateSpanSchema>

/**
 * What a date did in one year instead of what its rule says: it was moved to `on`, or was not observed
 * when `on` is null (domain §5, row 21: the first Sunday of June was the 1 July in 2018). A day it is
 * moved to belongs to the same year, so that no year has it twice. `reason` is the decree or resolution,
 * empty when unknown.
 */
export const dateExceptionSchema = z
  .strictObject({
    year: z.int().min(1900).max(9999),
    on: dateSpanSchema.nullable(),
    reason: z.string().trim().max(MAX_EXCEPTION_REASON),
  })
  .readonly()
  .refine(
    ({ year, on }) => on === null || (yearOf(on.from) === year && yearOf(on.until) === year),
    'its days are of another year',
  )
  .refine(({ on }) => on === null || daysBetween(on.from, on.until) < MAX_EXCEPTION_DAYS, 'it is too long')
/** What a date did in one year instead of what its rule says. */
export type DateException = z.infer<typeof dateExceptionSchema>

/** The exceptions of a date, by year, at most one for each. */
export const dateExceptionsSchema = z
  .array(dateExceptionSchema)
  .max(MAX_EXCEPTIONS)
  .readonly()
  .refine(
    (all) => all.every(({ year }, index) => index === 0 || (all[index - 1]?.year ?? year) < year),
    'years are not in order, or one is there twice',
  )
