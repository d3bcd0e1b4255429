import { z } from 'zod'
import { isoDateSchema } from '../../lib/iso-date'
import { bodyIdSchema } from '../bodies'

/** Identifier of a seat. */
export const seatIdSchema = z.uuid().brand<'SeatId'>()
/** Identifier of a seat. */
export type SeatId = z.infer<typeof seatIdSchema>

/** What a seat does in the body; only the first three sit as members. */
export const seatRoleSchema = z.enum([
  'presidency',
  'technical-secretariat',
  'member',
  'content-manager',
  'guest',
])
/** What a seat does in the body. */
export type SeatRole = z.infer<typeof seatRoleSchema>

/**
 * A seat (área with a place in the body), Popolo Post. The vote belongs to the seat, not to the person
 * (000, 001: "Representante de la…"). `validUntil` null means still in force; names of units change
 * (UNICOM 2017, UTSI 2021), so a renamed unit is a new seat and old documents keep the old name.
 */
export const seatSchema = z
  .strictObject({
    id: seatIdSchema,
    bodyId: bodyIdSchema,
    order: z.int().min(0),
    name: z.string().trim().min(1),
    acronym: z.string().trim(),
    role: seatRoleSchema,
    hasVote: z.boolean(),
    signs: z.boolean(),
    validFrom: isoDateSchema.nullable(),
    validUntil: isoDateSchema.nullable(),
  })
  .readonly()
/** A seat (área) of a body; `validFrom` null means since always. */
export type Seat = z.infer<typeof seatSchema>
