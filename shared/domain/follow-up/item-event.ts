import { z } from 'zod'
import { clockTimeSchema, instantSchema, isoDateSchema } from '../../lib/iso-date'
import { bodyIdSchema } from '../bodies'
import { attachmentRefSchema, factIdSchema, sessionIdSchema } from '../sessions'
import { itemIdSchema, itemStateSchema } from './item'

/** Identifier of an event of an item. */
export const itemEventIdSchema = z.uuid().brand<'ItemEventId'>()
/** Identifier of an event of an item. */
export type ItemEventId = z.infer<typeof itemEventIdSchema>

/** By what somebody knows that it happened. */
export const sourceKindSchema = z.enum(['oficio', 'correo', 'sesion', 'otro'])
/** By what somebody knows that it happened. */
export type SourceKind = z.infer<typeof sourceKindSchema>

/**
 * The proof of an event: kind and reference ("INE/UNICOM/4321/2017"; empty when it has none). When it
 * was said in a session, which one and the fact that says so.
 */
export const sourceSchema = z
  .strictObject({
    kind: sourceKindSchema,
    reference: z.string().trim().max(300),
    sessionId: sessionIdSchema.nullable(),
    factId: factIdSchema.nullable(),
  })
  .readonly()
/** The proof of an event. */
export type EventSource = z.infer<typeof sourceSchema>

const text = z.string().trim().max(20_000)

/**
 * What happened. `start` says when the event that sets the deadline running took place (the notice was
 * received). `delivery` is one period of a recurring obligation met. `edited` is written by the app when
 * the item itself is changed. `void` takes back an earlier event that was a mistake: it stays in the
 * history and no longer counts.
 */
export const itemEventBodySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('state'), to: itemStateSchema }),
  z.strictObject({ kind: z.literal('progress') }),
  z.strictObject({
    kind: z.literal('extension'),
    due: isoDateSchema,
    grantedBy: z.string().trim().min(1).max(200),
  }),
  z.strictObject({ kind: z.literal('start'), date: isoDateSchema, time: clockTimeSchema.nullable() }),
  z.strictObject({ kind: z.literal('delivery'), period: z.string().trim().max(100) }),
  z.strictObject({
    kind: z.literal('edited'),
    changes: z
      .array(z.strictObject({ field: z.string().min(1), before: text, after: text }).readonly())
      .min(1)
      .readonly(),
  }),
  z.strictObject({ kind: z.literal('void'), targetId: itemEventIdSchema }),
])
/** What happened to an item. */
export type ItemEventBody = z.infer<typeof itemEventBodySchema>
/** Kind of event. */
export type ItemEventKind = ItemEventBody['kind']

/**
 * One event of an item. Append-only: `seq` gives the order of writing within the item, from 1; `on` is
 * the day it happened, which decides how the item stood on any day; `recordedAt` is when it was typed
 * and decides nothing. `author` is who reports it. `note` may be empty, except in a progress note.
 */
export const itemEventSchema = z
  .strictObject({
    id: itemEventIdSchema,
    bodyId: bodyIdSchema,
    itemId: itemIdSchema,
    seq: z.int().min(1),
    recordedAt: instantSchema,
    on: isoDateSchema,
    author: z.string().trim().min(1).max(200),
    source: sourceSchema,
    body: itemEventBodySchema,
    note: text,
    evidence: z.array(attachmentRefSchema).max(100).readonly(),
  })
  .readonly()
/** One event of an item. */
export type ItemEvent = z.infer<typeof itemEventSchema>
