import { z } from 'zod'
import { genderSchema } from '../../domain/bodies'
import { itemStateSchema } from '../../domain/follow-up'
import { audienceSchema, outlineEntrySchema } from '../../domain/packets'
import {
  ballotOptionSchema,
  modalitySchema,
  presenceStatusSchema,
  sessionTypeSchema,
} from '../../domain/sessions'
import { clockTimeSchema, instantSchema, isoDateSchema } from '../../lib/iso-date'
import type { PacketView } from './packet-view'

const text = z.string()
const name = z.string().min(1)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0)

/** A list that nobody changes. */
function listOf<T extends z.ZodType>(item: T) {
  return z.array(item).readonly()
}

const fileSchema = z.strictObject({ id: name, path: name, name, mediaType: text, size: count, sha256 })

const documentSchema = z.strictObject({
  kind: z.enum(['convocatoria', 'attendance', 'minuta', 'signatures', 'follow-up', 'combined']),
  title: text,
  files: listOf(fileSchema),
})

const attendeeSchema = z.strictObject({
  id: name,
  personId: text.nullable(),
  seatId: text.nullable(),
  fullName: text,
  honorificShort: text,
  gender: genderSchema,
  charge: text,
  areaName: text,
  areaAcronym: text,
  role: text,
  hasVote: z.boolean(),
  status: presenceStatusSchema.nullable(),
  remote: z.boolean(),
})

const castSchema = z.union([ballotOptionSchema, z.literal('absent')])

const voteSchema = z.strictObject({
  id: name,
  subject: text.nullable(),
  round: z.int().min(1),
  openedAt: clockTimeSchema,
  closedAt: clockTimeSchema,
  counts: z.strictObject({
    yes: count,
    no: count,
    abstain: count,
    recused: count,
    notVoting: count,
    absent: count,
  }),
  outcome: z.enum(['approved', 'rejected', 'tied']),
  by: z.enum(['unanimity', 'majority', 'casting-vote', 'declaration']),
  castingVote: z.strictObject({ option: z.enum(['yes', 'no']), attendeeId: text.nullable() }).nullable(),
  ballots: listOf(
    z.strictObject({ attendeeId: name, option: castSchema, reason: text.nullable() }),
  ).nullable(),
  sentence: text,
})

const pointSchema = z.strictObject({
  id: name,
  number: z.int().min(1),
  title: text,
  presenter: text,
  outcome: text,
  result: z.enum([
    'approved',
    'rejected',
    'tied',
    'received',
    'withdrawn',
    'deferred',
    'none',
    'open',
    'pending',
  ]),
  annexes: listOf(fileSchema),
  links: listOf(text),
  votes: listOf(voteSchema),
  agreements: listOf(z.strictObject({ id: name, number: text.nullable(), text })),
})

const sessionSchema = z.strictObject({
  id: name,
  title: text,
  type: sessionTypeSchema,
  ordinal: z.int().nullable(),
  date: isoDateSchema,
  time: clockTimeSchema,
  place: text,
  modality: modalitySchema,
  phase: z.enum(['before', 'in-session', 'recess', 'closed']),
  openedAt: clockTimeSchema.nullable(),
  closedAt: clockTimeSchema.nullable(),
  quorum: z.strictObject({ present: count, required: count }).nullable(),
  attendees: listOf(attendeeSchema),
  points: listOf(pointSchema),
  minuta: listOf(
    z.strictObject({
      id: name,
      kind: z.enum(['heading', 'paragraph', 'list-item']),
      text,
      pointId: text.nullable(),
    }),
  ),
})

const itemSchema = z.strictObject({
  id: name,
  code: text,
  title: text,
  text,
  responsible: listOf(text),
  supporting: listOf(text),
  state: itemStateSchema,
  openedOn: isoDateSchema,
  due: isoDateSchema.nullable(),
  term: text,
  lastUpdate: text,
  pointId: text.nullable(),
})

const changesSchema = z.strictObject({
  sinceVersion: z.int().min(1),
  sinceMadeAt: instantSchema,
  added: listOf(outlineEntrySchema),
  removed: listOf(outlineEntrySchema),
  changed: listOf(z.strictObject({ before: outlineEntrySchema, after: outlineEntrySchema })),
})

/** Shape of the view of a packet, as `sesion.json` carries it where the session format cannot. */
export const packetViewSchema: z.ZodType<PacketView> = z.strictObject({
  layout: z.int().min(1),
  packetId: name,
  version: z.int().min(1),
  audience: audienceSchema,
  madeAt: instantSchema,
  headSeq: count,
  headHash: sha256,
  body: z.strictObject({
    id: name,
    name: text,
    shortName: text,
    acronym: text,
    institution: text,
    gender: genderSchema,
    timeZone: text,
  }),
  session: sessionSchema.nullable(),
  sessions: listOf(z.strictObject({ id: name, title: text, date: isoDateSchema })),
  documents: listOf(documentSchema),
  items: listOf(itemSchema),
  changes: changesSchema.nullable(),
})
