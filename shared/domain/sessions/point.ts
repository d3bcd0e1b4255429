import { z } from 'zod'
import { pointIdSchema, sessionIdSchema } from './ids'

/** What an agenda point is about; it decides its formula in the minuta (domain §1.5, §2.11). */
export const pointKindSchema = z.enum([
  'agenda-approval',
  'prior-minutes',
  'follow-up',
  'report',
  'agreement-draft',
  'general-matters',
  'other',
])
/** What an agenda point is about. */
export type PointKind = z.infer<typeof pointKindSchema>

/** How a point is meant to end: voted, taken as received, or with no formula. */
export const closingSchema = z.enum(['vote', 'receive', 'none'])
/** How a point is meant to end. */
export type Closing = z.infer<typeof closingSchema>

/** A file kept by its SHA-256; `size` in bytes. */
export const attachmentRefSchema = z
  .strictObject({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    name: z.string().min(1).max(255),
    mediaType: z.string().min(1),
    size: z.int().min(0),
  })
  .readonly()
/** A file kept by its SHA-256; `size` in bytes. */
export type AttachmentRef = z.infer<typeof attachmentRefSchema>

/**
 * A point of the agenda (punto del orden del día). `order` is its place in the list, `number` what was
 * printed in the convocatoria. `presenter` is the text in brackets, empty when the agenda names none.
 * `approvesSessions` names the sessions whose minutas it puts to approval.
 */
export const pointSchema = z
  .strictObject({
    id: pointIdSchema,
    sessionId: sessionIdSchema,
    order: z.int().min(0),
    number: z.int().min(1),
    title: z.string().trim().min(1),
    presenter: z.string().trim(),
    kind: pointKindSchema,
    closing: closingSchema,
    approvesSessions: z.array(sessionIdSchema).readonly(),
    links: z.array(z.url({ protocol: /^https?$/ })).readonly(),
    attachments: z.array(attachmentRefSchema).readonly(),
  })
  .readonly()
/** A point of the agenda (punto del orden del día). */
export type Point = z.infer<typeof pointSchema>
