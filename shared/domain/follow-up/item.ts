import { z } from 'zod'
import { isoDateSchema } from '../../lib/iso-date'
import { bodyIdSchema } from '../bodies'
import { deadlineSchema } from '../deadlines'
import { personIdSchema, seatIdSchema } from '../people'
import { attachmentRefSchema, factIdSchema, itemIdSchema, pointIdSchema, sessionIdSchema } from '../sessions'

export { type ItemId, itemIdSchema } from '../sessions'

/** How an item stands (domain §6, 14; "sin materia" when there is nothing left to do). */
export const itemStateSchema = z.enum(['pending', 'in-progress', 'fulfilled', 'cancelled', 'moot'])
/** How an item stands. */
export type ItemState = z.infer<typeof itemStateSchema>

/** Every state, in the order of the board. */
export const ITEM_STATES: readonly ItemState[] = itemStateSchema.options

/** Importance of an item. */
export const prioritySchema = z.enum(['high', 'normal', 'low'])
/** Importance of an item. */
export type Priority = z.infer<typeof prioritySchema>

/**
 * Somebody who answers for an item or helps with it. `name` is how it was said ("UNICOM", "áreas que
 * validan tableros"); `seatId` and `personId` when it is one of the directory, else null.
 */
export const partySchema = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    seatId: seatIdSchema.nullable(),
    personId: personIdSchema.nullable(),
  })
  .readonly()
/** Somebody who answers for an item or helps with it. */
export type Party = z.infer<typeof partySchema>

/**
 * Where an item comes from. From a session: the fact that agreed it (null when the session was not
 * recorded here), its point, and the printed number of the point when only that is known.
 */
export const itemOriginSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('session'),
    sessionId: sessionIdSchema,
    factId: factIdSchema.nullable(),
    pointId: pointIdSchema.nullable(),
    pointNumber: z.int().min(1).nullable(),
  }),
  z.strictObject({ kind: z.literal('report'), reference: z.string().trim().min(1).max(300) }),
  z.strictObject({ kind: z.literal('manual'), note: z.string().trim().max(300) }),
])
/** Where an item comes from. */
export type ItemOrigin = z.infer<typeof itemOriginSchema>

const parties = z.array(partySchema).max(100).readonly()

/**
 * An item of the follow-up: something agreed that somebody must do. How it stands is not here but in
 * its events. `text` is what was agreed, word for word, empty when nobody wrote it. `responsible` is
 * empty only when the source names nobody: rules ask for one. `external` names whoever outside the
 * institution it depends on (INAI), empty when nobody. `openedOn` is when it became pending.
 */
export const itemSchema = z
  .strictObject({
    id: itemIdSchema,
    bodyId: bodyIdSchema,
    code: z.string().trim().min(1).max(60),
    title: z.string().trim().min(1).max(300),
    text: z.string().trim().max(20_000),
    origin: itemOriginSchema,
    responsible: parties,
    supporting: parties,
    external: z.string().trim().max(200),
    priority: prioritySchema,
    tags: z.array(z.string().trim().min(1).max(40)).max(20).readonly(),
    deadline: deadlineSchema,
    openedOn: isoDateSchema,
    attachments: z.array(attachmentRefSchema).max(100).readonly(),
  })
  .readonly()
/** An item of the follow-up. */
export type Item = z.infer<typeof itemSchema>
