import { z } from 'zod'
import { bodyIdSchema } from '../bodies'

/** Names a journal for good: the hash of its first record. */
export const originIdSchema = z.string().regex(/^[0-9a-f]{64}$/)
/** Names a journal for good: the hash of its first record. */
export type OriginId = z.infer<typeof originIdSchema>

/**
 * Which changes a row contains (a version vector): for each journal, the number of the last of its
 * records that changed the row. One that contains all that another does, and more, is newer; two of
 * which neither contains the other were changed apart. No clock decides.
 */
export const versionsSchema = z.record(originIdSchema, z.int().min(1)).readonly()
/** Which changes a row contains, by journal. */
export type Versions = z.infer<typeof versionsSchema>

/**
 * Where a row that came in a packet stood when it came; written by the same change set that brings the
 * row, so that undoing the import takes back both. `id` is table + ':' + key, `bodyId` the body of the
 * packet. `deleted` remembers a row that the packet said was gone. `lacking` names the fields that the
 * packet withheld: while they are still empty here, nobody may take their emptiness for a change.
 */
export const originSchema = z
  .strictObject({
    id: z.string().min(3).max(300),
    bodyId: bodyIdSchema,
    versions: versionsSchema,
    deleted: z.boolean(),
    lacking: z.array(z.string().min(1).max(60)).max(40).readonly(),
  })
  .readonly()
/** Where a row that came in a packet stood when it came. */
export type Origin = z.infer<typeof originSchema>
