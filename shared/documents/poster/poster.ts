import { z } from 'zod'

/** Sheets a poster is made for, both lying: 11 × 17 inches and letter. */
export const posterPaperSchema = z.enum(['tabloid', 'letter'])
/** Sheets a poster is made for, both lying: 11 × 17 inches and letter. */
export type PosterPaper = z.infer<typeof posterPaperSchema>

/** What a day can be marked as; several at once. */
export const dayMarkSchema = z.enum(['date', 'draft', 'closed', 'process', 'campaign'])
/** What a day can be marked as; several at once. */
export type PosterMark = z.infer<typeof dayMarkSchema>

const line = z.string().max(4_000)

const entrySchema = z
  .strictObject({
    /** What stands before the name: the day of the month, or a whole date outside of the year. */
    day: z.string().min(1).max(40),
    title: line.min(1),
    /** The days it is shown on, in words; empty when it is that day alone. */
    window: z.string().max(100),
    draft: z.boolean(),
  })
  .readonly()
/** A name under a month. */
export type PosterEntry = z.infer<typeof entrySchema>

const entries = z.array(entrySchema).max(20_000).readonly()

const monthSchema = z
  .strictObject({
    name: line.min(1),
    /** Weeks from Monday to Sunday; null for days of other months. */
    weeks: z
      .array(
        z
          .array(
            z
              .strictObject({
                day: z.int().min(1).max(31),
                marks: z.array(dayMarkSchema).max(5).readonly(),
              })
              .readonly()
              .nullable(),
          )
          .length(7)
          .readonly(),
      )
      .min(4)
      .max(6)
      .readonly(),
    entries,
  })
  .readonly()
/** A month of a poster. */
export type PosterMonth = z.infer<typeof monthSchema>

/**
 * A year to be hung on a wall: twelve months with their weeks and names, on one sheet if they fit and going
 * on in as many more as they need. What it says, not how it is drawn: how many names fit is found out then.
 */
export const yearPosterSchema = z
  .strictObject({
    kind: z.literal('year-poster'),
    paper: posterPaperSchema,
    language: z.literal('es-MX'),
    title: line.min(1),
    body: line,
    institution: line,
    /** Told in a frame below the title; null for nothing to tell. */
    notice: line.nullable(),
    /** What the marks mean, in the order of the legend. */
    legend: z
      .array(z.strictObject({ mark: dayMarkSchema, text: line.min(1) }).readonly())
      .max(12)
      .readonly(),
    footer: line,
    months: z.array(monthSchema).length(12).readonly(),
    /** Names of other years, which no month of this one has; none usually. */
    outside: z
      .strictObject({ title: line.min(1), entries })
      .readonly()
      .nullable(),
  })
  .readonly()
/** A year to be hung on a wall. */
export type YearPoster = z.infer<typeof yearPosterSchema>
