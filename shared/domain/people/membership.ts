import { z } from 'zod'
import { isoDateSchema } from '../../lib/iso-date'
import { bodyIdSchema } from '../bodies'
import { personIdSchema } from './person'
import { seatIdSchema } from './seat'

/** Identifier of a membership. */
export const membershipIdSchema = z.uuid().brand<'MembershipId'>()
/** Identifier of a membership. */
export type MembershipId = z.infer<typeof membershipIdSchema>

/** Whether the person holds the seat or stands in for whoever does. */
export const standingSchema = z.enum(['titular', 'suplente'])
/** Whether the person holds the seat or stands in for whoever does. */
export type Standing = z.infer<typeof standingSchema>

/**
 * Who occupies a seat and since when, Popolo Membership. `charge` is the caption of the attendance list
 * ("Representante de la …"); `signatureCaption` is the one of the signature sheet when it differs (000:
 * "Presidente del Comité"), null when it is the same.
 */
export const membershipSchema = z
  .strictObject({
    id: membershipIdSchema,
    bodyId: bodyIdSchema,
    seatId: seatIdSchema,
    personId: personIdSchema,
    standing: standingSchema,
    charge: z.string().trim().min(1),
    signatureCaption: z.string().trim().min(1).nullable(),
    validFrom: isoDateSchema.nullable(),
    validUntil: isoDateSchema.nullable(),
  })
  .readonly()
/** Who occupies a seat and since when. */
export type Membership = z.infer<typeof membershipSchema>
