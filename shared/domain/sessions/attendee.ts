import { z } from 'zod'
import { genderSchema } from '../bodies'
import { personIdSchema, seatIdSchema, seatRoleSchema, standingSchema } from '../people'
import { attendeeIdSchema, sessionIdSchema } from './ids'

/**
 * One line of the attendance list of one session: a person called to it, with the names and captions
 * in force that day (they are copied so that a later change of the directory never rewrites an old
 * minuta). `seatId` null for an invited person without a seat; `personId` null for one who is not in
 * the directory. `hasVote` and `signs` can be overridden for this session (domain V4, V6).
 */
export const attendeeSchema = z
  .strictObject({
    id: attendeeIdSchema,
    sessionId: sessionIdSchema,
    seatId: seatIdSchema.nullable(),
    personId: personIdSchema.nullable(),
    order: z.int().min(0),
    fullName: z.string().trim().min(1),
    shortName: z.string().trim().min(1),
    initials: z.string().regex(/^[A-ZÑ]{1,4}$/),
    honorificShort: z.string().trim(),
    honorificLong: z.string().trim(),
    gender: genderSchema,
    charge: z.string().trim().min(1),
    signatureCaption: z.string().trim().min(1).nullable(),
    areaName: z.string().trim(),
    areaAcronym: z.string().trim(),
    role: seatRoleSchema,
    standing: standingSchema,
    hasVote: z.boolean(),
    signs: z.boolean(),
  })
  .readonly()
/** One line of the attendance list of one session. */
export type Attendee = z.infer<typeof attendeeSchema>
