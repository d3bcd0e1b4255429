import { z } from 'zod'
import { instantSchema } from '../../lib/iso-date'
import { bodyIdSchema } from '../bodies'
import { sessionIdSchema } from '../sessions'

/** Identifier of a packet that was made here. */
export const packetIdSchema = z.uuid().brand<'PacketId'>()
/** Identifier of a packet that was made here. */
export type PacketId = z.infer<typeof packetIdSchema>

/** For whom a packet is made; it decides, field by field, what goes in. */
export const audienceSchema = z.enum(['public', 'members', 'backup'])
/** For whom a packet is made: anybody, the members of the body, or one's own other laptop. */
export type Audience = z.infer<typeof audienceSchema>

/**
 * What one thing of a packet said when it was made, so that the next version can tell what changed: a
 * point, an annex, an agreement, an item of the follow-up, a document. `id` is stable between versions;
 * `digest` is the SHA-256 of everything the reader shows of it; `label` and `text` are for people.
 */
export const outlineEntrySchema = z
  .strictObject({
    id: z.string().min(1).max(300),
    kind: z.enum(['session', 'attendance', 'point', 'annex', 'vote', 'agreement', 'item', 'document']),
    label: z.string().max(500),
    text: z.string().max(4_000),
    digest: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .readonly()
/** Most things that are remembered of a packet. */
export const MAX_OUTLINE = 20_000

/** What one thing of a packet said when it was made. */
export type OutlineEntry = z.infer<typeof outlineEntrySchema>

/**
 * A packet that was made here. `sessionId` null for a whole body. `version` counts the packets of the
 * same session and audience, from 1. `headSeq` and `headHash` are the journal's head at that moment;
 * `fileSha256` is that of the finished file; `fingerprint` that of the signing key, null when unsigned.
 * `namedVotes` says whether it told who voted what; not known of one that does not say.
 */
export const packetSchema = z
  .strictObject({
    id: packetIdSchema,
    bodyId: bodyIdSchema,
    sessionId: sessionIdSchema.nullable(),
    audience: audienceSchema,
    version: z.int().min(1),
    madeAt: instantSchema,
    headSeq: z.int().min(0),
    headHash: z.string().regex(/^[0-9a-f]{64}$/),
    fileName: z.string().min(1).max(255),
    fileSha256: z.string().regex(/^[0-9a-f]{64}$/),
    size: z.int().min(0),
    encrypted: z.boolean(),
    fingerprint: z.string().nullable(),
    namedVotes: z.boolean().optional(),
    outline: z.array(outlineEntrySchema).max(MAX_OUTLINE).readonly(),
  })
  .readonly()
/** A packet that was made here. */
export type Packet = z.infer<typeof packetSchema>
