import { z } from 'zod'

/** Identifier of a session. */
export const sessionIdSchema = z.uuid().brand<'SessionId'>()
/** Identifier of a session. */
export type SessionId = z.infer<typeof sessionIdSchema>

/** Identifier of an attendee of one session. */
export const attendeeIdSchema = z.uuid().brand<'AttendeeId'>()
/** Identifier of an attendee of one session. */
export type AttendeeId = z.infer<typeof attendeeIdSchema>

/** Identifier of an agenda point of one session. */
export const pointIdSchema = z.uuid().brand<'PointId'>()
/** Identifier of an agenda point of one session. */
export type PointId = z.infer<typeof pointIdSchema>

/** Identifier of a recorded fact. */
export const factIdSchema = z.uuid().brand<'FactId'>()
/** Identifier of a recorded fact. */
export type FactId = z.infer<typeof factIdSchema>

/** Identifier of a vote (Popolo VoteEvent). */
export const voteIdSchema = z.uuid().brand<'VoteId'>()
/** Identifier of a vote (Popolo VoteEvent). */
export type VoteId = z.infer<typeof voteIdSchema>

/** Identifier of an item of the follow-up; here, below the follow-up, because facts of a session name items. */
export const itemIdSchema = z.uuid().brand<'ItemId'>()
/** Identifier of an item of the follow-up. */
export type ItemId = z.infer<typeof itemIdSchema>
