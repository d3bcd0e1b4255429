import { z } from 'zod'
import { clockTimeSchema, isoDateSchema } from '../../lib/iso-date'
import { bodyIdSchema } from '../bodies'
import { attendeeIdSchema, sessionIdSchema } from './ids'

/** Kind of session; ordinals run by type and year (000, 001, 002). */
export const sessionTypeSchema = z.enum(['ordinaria', 'extraordinaria'])
/** Kind of session. */
export type SessionType = z.infer<typeof sessionTypeSchema>

/** Where people are: in the room, connected, or both (INE practice since 2020). */
export const modalitySchema = z.enum(['presencial', 'virtual', 'semipresencial'])
/** Where people are. */
export type Modality = z.infer<typeof modalitySchema>

/**
 * A session as prepared. What happens in it is not here but in its facts. `ordinal` null when the
 * session is not numbered (003). `signatureOrder` lists the attendees in the order of the signature
 * sheet; those not listed follow in the order of the attendance list. `antecedent` marks a session held
 * before the app was in use, kept only so that others can name it: it has no agenda and no facts, it is
 * not to be recorded, and its `time` of 00:00 means that nobody knows it.
 */
export const sessionSchema = z
  .strictObject({
    id: sessionIdSchema,
    bodyId: bodyIdSchema,
    type: sessionTypeSchema,
    ordinal: z.int().min(1).max(999).nullable(),
    date: isoDateSchema,
    time: clockTimeSchema,
    place: z.string().trim(),
    modality: modalitySchema,
    signatureOrder: z.array(attendeeIdSchema).readonly(),
    antecedent: z.literal(true).optional(),
  })
  .readonly()
/** A session as prepared: when, where, which. */
export type Session = z.infer<typeof sessionSchema>
