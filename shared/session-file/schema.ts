import { z } from 'zod'
import { genderSchema, majoritySchema } from '../domain/bodies'
import { isTimeZone } from '../domain/bodies/body'
import { seatRoleSchema, standingSchema } from '../domain/people'
import {
  ballotOptionSchema,
  closingSchema,
  modalitySchema,
  pointKindSchema,
  pointOutcomeSchema,
  presenceStatusSchema,
  reviewOutcomeSchema,
  sessionTypeSchema,
  speechActSchema,
} from '../domain/sessions'
import { clockTimeSchema, isoDateSchema } from '../lib/iso-date'

/** Word that every session file carries in `format`. */
export const SESSION_FILE_FORMAT = 'quorum-session'

/** Version of the format that this build writes and reads; a larger one is refused. */
export const SESSION_FILE_VERSION = 1

/** Largest session file that is read, in bytes of UTF-8: 5 MB. */
export const SESSION_FILE_MAX_BYTES = 5_000_000

const line = z.string().trim().min(1).max(2000)
const optionalLine = z.string().trim().max(2000)
const prose = z.string().trim().min(1).max(20_000)
/** A person by her initials, or a seat by its acronym; resolved against the attendance list. */
const who = z.string().trim().min(1).max(40)

const bodySchema = z.strictObject({
  name: line,
  shortName: line,
  acronym: z.string().trim().min(1).max(40),
  institution: line,
  gender: genderSchema,
  agreementPattern: line.nullable(),
  timeZone: z.string().refine(isTimeZone, 'no existe; escriba por ejemplo America/Mexico_City'),
  rules: z
    .strictObject({
      quorumSeats: z.int().min(1).max(500).optional(),
      majority: majoritySchema.optional(),
      castingVote: z.boolean().optional(),
      reason: line,
    })
    .optional(),
})

const seatSchema = z.strictObject({
  acronym: who,
  name: line,
  role: seatRoleSchema,
  hasVote: z.boolean(),
  signs: z.boolean(),
})

const personSchema = z.strictObject({
  initials: z.string().regex(/^[A-ZÑ]{1,4}$/, 'lleva de una a cuatro letras mayúsculas, sin acentos'),
  fullName: line,
  shortName: line,
  honorificShort: optionalLine,
  honorificLong: optionalLine,
  gender: genderSchema,
  /** Acronym of the seat she comes for; absent for somebody invited without one. */
  seat: who.optional(),
  standing: standingSchema.optional(),
  charge: line,
  signatureCaption: line.optional(),
  validFrom: isoDateSchema.optional(),
  validUntil: isoDateSchema.optional(),
})

const attendanceSchema = z.strictObject({
  person: who,
  /** Answer to the roll call; absent when it never reached her, or `record` tells it. */
  status: z.enum(['present', 'absent', 'excused']).optional(),
  remote: z.boolean().optional(),
  // What is otherwise in this session than her seat says, or all of it for somebody without a seat.
  role: seatRoleSchema.optional(),
  hasVote: z.boolean().optional(),
  signs: z.boolean().optional(),
  areaName: optionalLine.optional(),
  areaAcronym: z.string().trim().max(40).optional(),
})

const sessionSchema = z.strictObject({
  type: sessionTypeSchema,
  ordinal: z.int().min(1).max(999).nullable(),
  date: isoDateSchema,
  time: clockTimeSchema,
  place: optionalLine,
  modality: modalitySchema,
  rollCall: clockTimeSchema.optional(),
})

const earlierSessionSchema = z.strictObject({
  type: sessionTypeSchema,
  ordinal: z.int().min(1).max(999).nullable(),
  date: isoDateSchema,
  time: clockTimeSchema.optional(),
  place: optionalLine.optional(),
  modality: modalitySchema.optional(),
})

/** A file that goes with a point where the session was exported; its bytes are not here. */
const annexSchema = z.strictObject({
  name: line,
  path: optionalLine,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: optionalLine,
  size: z.int().min(0),
})

const agendaPointSchema = z.strictObject({
  title: line,
  /** Printed number; its place in the agenda when absent. */
  number: z.int().min(1).max(500).optional(),
  presenter: optionalLine.optional(),
  kind: pointKindSchema.optional(),
  closing: closingSchema.optional(),
  approves: z.array(isoDateSchema).max(50).optional(),
  links: z
    .array(z.url({ protocol: /^https?$/ }))
    .max(50)
    .optional(),
  annexes: z.array(annexSchema).max(500).optional(),
})

const outsiderSchema = z.strictObject({
  fullName: line,
  honorificLong: optionalLine,
  gender: genderSchema,
  charge: optionalLine,
})

const at = clockTimeSchema.optional()
const number = z.int().min(0).max(500).optional()
const countSchema = z.strictObject({
  yes: number,
  no: number,
  abstain: number,
  recused: number,
  notVoting: number,
  absent: number,
})

/** Number of the point that something is about, when it is not the one under discussion. */
const aboutPoint = z.int().min(1).optional()
const declared = z.strictObject({ result: z.enum(['approved', 'rejected']), reason: line })
const castingVote = z.enum(['yes', 'no'])

/** A vote told fact by fact, for one in the middle of which something else happened. */
const voteSteps = [
  z.strictObject({ do: z.literal('vote-open'), at, subject: line.optional() }),
  z.strictObject({ do: z.literal('ballot'), at, who, option: ballotOptionSchema, reason: line.optional() }),
  z.strictObject({
    do: z.literal('rest'),
    at,
    option: ballotOptionSchema,
    exceptions: z
      .array(z.strictObject({ who, option: ballotOptionSchema, reason: line.optional() }))
      .max(500)
      .optional(),
  }),
  z.strictObject({ do: z.literal('casting-vote'), at, option: castingVote }),
  z.strictObject({ do: z.literal('vote-close'), at, declared: declared.optional() }),
] as const

const stepSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('open'), at }),
  z.strictObject({ do: z.literal('quorum'), at, present: number, required: number }),
  z.strictObject({ do: z.literal('point'), at, number: z.int().min(1) }),
  z.strictObject({
    do: z.literal('speech'),
    at,
    /** Null when it is known that nobody was named. */
    speaker: who.nullable().optional(),
    outsider: outsiderSchema.optional(),
    point: aboutPoint,
    act: speechActSchema,
    text: prose,
  }),
  z.strictObject({
    do: z.literal('vote'),
    at,
    subject: line.optional(),
    unanimous: z.literal(true).optional(),
    ballots: z.record(z.string(), ballotOptionSchema).optional(),
    rest: ballotOptionSchema.optional(),
    reasons: z.record(z.string(), line).optional(),
    castingVote: castingVote.optional(),
    declared: declared.optional(),
    result: z.enum(['approved', 'rejected', 'tied']).optional(),
    by: z.enum(['unanimity', 'majority', 'casting-vote', 'declaration']).optional(),
    count: countSchema.optional(),
  }),
  ...voteSteps,
  z.strictObject({
    do: z.literal('outcome'),
    at,
    outcome: pointOutcomeSchema,
    point: z.int().min(1).optional(),
    reason: line.optional(),
  }),
  z.strictObject({
    do: z.literal('agreement'),
    at,
    point: aboutPoint,
    number: line.nullable(),
    text: prose,
  }),
  z.strictObject({
    do: z.literal('commitment'),
    at,
    text: prose,
    responsible: z.array(line).max(50),
    due: line.optional(),
    point: aboutPoint,
    fromLastSpeech: z.boolean().optional(),
    /** The speech it was taken from, counting those of `record` from 1. */
    fromSpeech: z.int().min(1).optional(),
  }),
  z.strictObject({
    do: z.literal('review'),
    at,
    item: z.string().trim().min(1).max(60),
    title: z.string().trim().min(1).max(300),
    outcome: reviewOutcomeSchema,
    note: prose.optional(),
    /** How many items there were to review, reviewed or not. */
    listed: z.int().min(1).max(100_000).optional(),
  }),
  z.strictObject({
    do: z.literal('presence'),
    at,
    who,
    status: presenceStatusSchema,
    remote: z.boolean().optional(),
  }),
  z.strictObject({ do: z.literal('recess'), at }),
  z.strictObject({ do: z.literal('resume'), at }),
  z.strictObject({ do: z.literal('close'), at }),
])

/** Shape of a session file; what the parts say about each other is checked apart. */
export const sessionFileSchema = z
  .strictObject({
    format: z.literal(SESSION_FILE_FORMAT),
    version: z.literal(SESSION_FILE_VERSION),
    notes: z.array(optionalLine).max(100).optional(),
    /** Times that go back are as they were recorded, and no mistake of whoever wrote the file. */
    clock: z.literal('as-recorded').optional(),
    body: bodySchema,
    seats: z.array(seatSchema).min(1).max(500),
    people: z.array(personSchema).min(1).max(500),
    earlierSessions: z.array(earlierSessionSchema).max(200).optional(),
    session: sessionSchema,
    attendance: z.array(attendanceSchema).min(1).max(500),
    agenda: z.array(agendaPointSchema).min(1).max(200),
    signatures: z.array(who).max(500).optional(),
    record: z.array(stepSchema).max(5000),
  })
  .readonly()

/**
 * A session in the documented JSON format: the body and its seats, who came, the agenda, and the
 * ordered script of what happened. The README documents every key.
 */
export type SessionFile = z.infer<typeof sessionFileSchema>
/** One step of what happened in the session. */
export type SessionFileStep = SessionFile['record'][number]
/** A person named by the file, with the seat she comes for. */
export type SessionFilePerson = SessionFile['people'][number]
/** A vote as the file tells it. */
export type SessionFileVote = Extract<SessionFileStep, { do: 'vote' }>
