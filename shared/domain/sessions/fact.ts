import { z } from 'zod'
import { clockTimeSchema, instantSchema } from '../../lib/iso-date'
import { bodyRulesSchema, genderSchema } from '../bodies'
import {
  attendeeIdSchema,
  factIdSchema,
  itemIdSchema,
  pointIdSchema,
  sessionIdSchema,
  voteIdSchema,
} from './ids'

/** Where an attendee stands: in the room, not come, excused, or gone out for now. */
export const presenceStatusSchema = z.enum(['present', 'absent', 'excused', 'away'])
/** Where an attendee stands: in the room, not come, excused, or gone out for now. */
export type PresenceStatus = z.infer<typeof presenceStatusSchema>

/** Kinds of speech seen in the real minutas (domain §1.4); "narrates" is prose without a speaker. */
export const speechActSchema = z.enum([
  'informs',
  'presents',
  'suggests',
  'instructs',
  'urges',
  'proposes',
  'requests',
  'points-out',
  'specifies',
  'gives-floor',
  'asks',
  'reiterates',
  'narrates',
])
/** Kind of speech act. */
export type SpeechAct = z.infer<typeof speechActSchema>

/**
 * Who speaks: somebody of the attendance list, or a named person who is not in it (000: Diana Díaz,
 * Lissette Morones), which the app allows and flags.
 */
export const speakerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('attendee'), attendeeId: attendeeIdSchema }),
  z.strictObject({
    kind: z.literal('outsider'),
    fullName: z.string().trim().min(1),
    honorificLong: z.string().trim(),
    gender: genderSchema,
    charge: z.string().trim(),
  }),
])
/** Who speaks: an attendee, or a named person outside the attendance list. */
export type Speaker = z.infer<typeof speakerSchema>

/** What a seat may do in a vote; absence is not an option, it follows from presence. */
export const ballotOptionSchema = z.enum(['yes', 'no', 'abstain', 'recused', 'not-voting'])
/** What a seat may do in a vote. */
export type BallotOption = z.infer<typeof ballotOptionSchema>

/** How a point ended when it was not by a vote. */
export const pointOutcomeSchema = z.enum(['received', 'withdrawn', 'deferred', 'unrecorded'])
/** How a point ended when it was not by a vote. */
export type PointOutcome = z.infer<typeof pointOutcomeSchema>

/**
 * What a review in the session says of an item that was pending. `delivered` is one period of a recurring
 * obligation met: the obligation goes on. `pending` says that it still is.
 */
export const reviewOutcomeSchema = z.enum([
  'fulfilled',
  'delivered',
  'in-progress',
  'pending',
  'cancelled',
  'moot',
])
/** What a review in the session says of an item. */
export type ReviewOutcome = z.infer<typeof reviewOutcomeSchema>

/**
 * The item that was reviewed, as it was called that day: the minuta keeps the words even when the item is
 * renamed or removed. `id` null when a file named an item that is not in the follow-up. `seq` is the number
 * that the review takes in the story of the item.
 */
export const reviewedItemSchema = z
  .strictObject({
    id: itemIdSchema.nullable(),
    code: z.string().trim().min(1).max(60),
    title: z.string().trim().min(1).max(300),
    seq: z.int().min(1),
  })
  .readonly()
/** The item that was reviewed, as it was called that day. */
export type ReviewedItem = z.infer<typeof reviewedItemSchema>

const reason = z.string().trim().min(1).nullable()
const prose = z.string().trim().min(1).max(20_000)

/** Every ordinary fact, by kind. Corrections are apart because they speak of other facts. */
const plainFactBodies = [
  // The rules in force that day stay with the session: changing them later re-decides no old vote.
  z.strictObject({ kind: z.literal('session-opened'), rules: bodyRulesSchema.optional() }),
  z.strictObject({
    kind: z.literal('presence'),
    attendeeId: attendeeIdSchema,
    status: presenceStatusSchema,
    remote: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('quorum-verified') }),
  z.strictObject({ kind: z.literal('point-opened'), pointId: pointIdSchema }),
  z.strictObject({
    kind: z.literal('speech'),
    pointId: pointIdSchema,
    speaker: speakerSchema.nullable(),
    act: speechActSchema,
    text: prose,
  }),
  z.strictObject({
    kind: z.literal('vote-opened'),
    voteId: voteIdSchema,
    pointId: pointIdSchema,
    subject: z.string().trim().min(1).nullable(),
  }),
  z.strictObject({
    kind: z.literal('ballot'),
    voteId: voteIdSchema,
    attendeeId: attendeeIdSchema,
    option: ballotOptionSchema,
    reason,
  }),
  z.strictObject({
    kind: z.literal('ballots-rest'),
    voteId: voteIdSchema,
    option: ballotOptionSchema,
    /** Seats that did otherwise, put right in a correction; none when it was typed. */
    exceptions: z
      .array(z.strictObject({ attendeeId: attendeeIdSchema, option: ballotOptionSchema, reason }))
      .readonly()
      .optional(),
  }),
  z.strictObject({ kind: z.literal('casting-vote'), voteId: voteIdSchema, option: z.enum(['yes', 'no']) }),
  z.strictObject({
    kind: z.literal('vote-closed'),
    voteId: voteIdSchema,
    declared: z
      .strictObject({ result: z.enum(['approved', 'rejected']), reason: z.string().trim().min(1) })
      .nullable(),
  }),
  z.strictObject({
    kind: z.literal('point-outcome'),
    pointId: pointIdSchema,
    outcome: pointOutcomeSchema,
    reason,
  }),
  z.strictObject({
    kind: z.literal('agreement'),
    pointId: pointIdSchema,
    number: z.string().trim().min(1).nullable(),
    text: prose,
  }),
  z.strictObject({
    kind: z.literal('commitment'),
    pointId: pointIdSchema,
    sourceFactId: factIdSchema.nullable(),
    text: prose,
    responsible: z.array(z.string().trim().min(1)).readonly(),
    due: z.string().trim().min(1).nullable(),
  }),
  z.strictObject({
    kind: z.literal('item-reviewed'),
    pointId: pointIdSchema,
    item: reviewedItemSchema,
    outcome: reviewOutcomeSchema,
    note: prose.nullable(),
    /** How many items the session had to review when this was said; absent when nobody counted. */
    listed: z.int().min(1).optional(),
  }),
  z.strictObject({ kind: z.literal('recess-started') }),
  z.strictObject({ kind: z.literal('recess-ended') }),
  z.strictObject({ kind: z.literal('session-closed') }),
] as const

/** What an ordinary fact says happened. */
export const plainFactBodySchema = z.discriminatedUnion('kind', plainFactBodies)
/** What an ordinary fact says happened. */
export type PlainFactBody = z.infer<typeof plainFactBodySchema>

/**
 * A correction names the fact it mends: with a replacement, that fact now reads so, in its old place;
 * without one it never counts. A correction can itself be voided (undo, redo), but not replaced.
 */
export const correctionBodySchema = z.strictObject({
  kind: z.literal('correction'),
  targetId: factIdSchema,
  replacement: z.strictObject({ body: plainFactBodySchema, time: clockTimeSchema }).nullable(),
  reason,
  /** True for an undo (Ctrl+Z) or a redo; a fact voided on purpose is a gesture like any other. */
  undo: z.literal(true).optional(),
})
/** A fact that mends or voids an earlier one. */
export type CorrectionBody = z.infer<typeof correctionBodySchema>

/** What a fact says. */
export const factBodySchema = z.discriminatedUnion('kind', [...plainFactBodies, correctionBodySchema])
/** What a fact says. */
export type FactBody = z.infer<typeof factBodySchema>

/**
 * One recorded fact (hecho). Append-only. `seq` gives the order within the session, from 1, without
 * gaps; `recordedAt` is when it was typed and never decides anything; `time` is the wall-clock time
 * the secretary gives it. Facts typed with one gesture share `gesture` and are undone together.
 */
export const factSchema = z
  .strictObject({
    id: factIdSchema,
    sessionId: sessionIdSchema,
    seq: z.int().min(1),
    recordedAt: instantSchema,
    time: clockTimeSchema,
    gesture: z.uuid(),
    body: factBodySchema,
  })
  .readonly()
/** One recorded fact (hecho) of a session. */
export type Fact = z.infer<typeof factSchema>
