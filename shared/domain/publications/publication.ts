import { z } from 'zod'
import { instantSchema, isoDateSchema } from '../../lib/iso-date'
import { bodyIdSchema } from '../bodies'
import { partySchema } from '../follow-up'
import { attachmentRefSchema, factIdSchema, sessionIdSchema } from '../sessions'
import { channelIdSchema } from './channel'
import { commemorationIdSchema } from './date-rule'

/** Identifier of a publication. */
export const publicationIdSchema = z.uuid().brand<'PublicationId'>()
/** Identifier of a publication. */
export type PublicationId = z.infer<typeof publicationIdSchema>

/** How a publication stands, in the order in which it goes. */
export const publicationStateSchema = z.enum([
  'proposed',
  'in-review',
  'approved',
  'scheduled',
  'published',
  'withdrawn',
])
/** How a publication stands. */
export type PublicationState = z.infer<typeof publicationStateSchema>

/** What the criteria ask of every publication (domain §2.9; 002 §6; issue of 2017, point 8). */
export const checkSchema = z.enum(['has-image', 'no-capitals', 'spelling-reviewed', 'public-information'])
/** What the criteria ask of every publication. */
export type Check = z.infer<typeof checkSchema>

/**
 * An image of a publication. `alt` is what it shows, in words; `rights` and `source` say by what right it
 * is used and where it comes from. `width` and `height` in pixels; `hash` is the perceptual hash (64
 * bits as 16 hex digits), null when it could not be made. `focus` is the point that a crop must keep,
 * as fractions of width and height.
 */
export const publicationImageSchema = z
  .strictObject({
    file: attachmentRefSchema,
    alt: z.string().trim().max(2_000),
    rights: z.string().trim().max(500),
    source: z.string().trim().max(500),
    width: z.int().min(1),
    height: z.int().min(1),
    hash: z
      .string()
      .regex(/^[0-9a-f]{16}$/)
      .nullable(),
    focus: z.strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }).readonly(),
  })
  .readonly()
/** An image of a publication. */
export type PublicationImage = z.infer<typeof publicationImageSchema>

/** One channel of a publication and what became of it there; null where nothing is known yet. */
export const placementSchema = z
  .strictObject({
    channelId: channelIdSchema,
    publishedOn: isoDateSchema.nullable(),
    withdrawnOn: isoDateSchema.nullable(),
    link: z.url({ protocol: /^https?$/ }).nullable(),
    evidence: z.array(attachmentRefSchema).max(20).readonly(),
    /** People reached (alcance), as the network tells it. */
    reach: z.int().min(0).nullable(),
  })
  .readonly()
/** One channel of a publication and what became of it there. */
export type Placement = z.infer<typeof placementSchema>

/**
 * The consult to the CNCS: without an answer in 48 hours it is not allowed (domain §2.9, rule 9). Null
 * `answer` while there is none.
 */
export const consultSchema = z
  .strictObject({
    sentAt: instantSchema,
    answer: z
      .strictObject({ allowed: z.boolean(), at: instantSchema, reference: z.string().trim().max(300) })
      .readonly()
      .nullable(),
  })
  .readonly()
/** The consult to the CNCS. */
export type Consult = z.infer<typeof consultSchema>

/** The agreement that approves a publication: a fact of a session recorded here, or how it is called. */
export const approvalSchema = z
  .strictObject({
    sessionId: sessionIdSchema.nullable(),
    factId: factIdSchema.nullable(),
    reference: z.string().trim().min(1).max(300),
  })
  .readonly()
/** The agreement that approves a publication. */
export type Approval = z.infer<typeof approvalSchema>

/**
 * Something to publish on a day of a year. `on` is the day; it is shown from `from` until `until`. For a
 * date of the catalogue `commemorationId` names it, null for anything else. `year` is the year of the
 * plan it belongs to. `confirmed` are the checks that a person answered for; those that the app can
 * see by itself are not stored. `history` only grows: each state with the day and who says so.
 */
export const publicationSchema = z
  .strictObject({
    id: publicationIdSchema,
    bodyId: bodyIdSchema,
    commemorationId: commemorationIdSchema.nullable(),
    /** The publication of an earlier year it was started from, null when from nothing. */
    startedFrom: publicationIdSchema.nullable(),
    year: z.int().min(1900).max(9999),
    title: z.string().trim().min(1).max(300),
    on: isoDateSchema,
    from: isoDateSchema,
    until: isoDateSchema,
    placements: z.array(placementSchema).max(40).readonly(),
    images: z.array(publicationImageSchema).max(40).readonly(),
    note: z.string().trim().max(20_000),
    hashtags: z
      .array(z.string().regex(/^#[\p{L}\p{N}_]{1,99}$/u))
      .max(40)
      .readonly(),
    links: z
      .array(z.url({ protocol: /^https?$/ }))
      .max(40)
      .readonly(),
    responsible: z.array(partySchema).max(20).readonly(),
    approval: approvalSchema.nullable(),
    confirmed: z.array(checkSchema).max(10).readonly(),
    consult: consultSchema.nullable(),
    state: publicationStateSchema,
    history: z
      .array(
        z
          .strictObject({
            state: publicationStateSchema,
            on: isoDateSchema,
            recordedAt: instantSchema,
            author: z.string().trim().max(200),
            note: z.string().trim().max(2_000),
          })
          .readonly(),
      )
      .min(1)
      .max(1_000)
      .readonly(),
  })
  .readonly()
/** Something to publish on a day of a year. */
export type Publication = z.infer<typeof publicationSchema>
