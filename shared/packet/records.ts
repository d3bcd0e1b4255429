import { z } from 'zod'
import { audienceSchema, originIdSchema, versionsSchema } from '../domain/packets'
import { instantSchema } from '../lib/iso-date'
import { TABLE_NAMES } from '../schema/tables'

/** Name of the format of registros.jsonl. */
export const RECORDS_FORMAT = 'quorum-records'
/** Version of the format of registros.jsonl; a larger one is refused. */
export const RECORDS_VERSION = 1

/** Caps on registros.jsonl: bytes in one line and in all, and lines. */
export const RECORDS_LIMITS = {
  lineBytes: 4 * 1024 * 1024,
  bytes: 512 * 1024 * 1024,
  lines: 1_000_000,
} as const

/**
 * First line of registros.jsonl. `schema` is the version of the rows; `origin` names the journal they were
 * read from, at record `headSeq`; `withheld` names, by table, the top fields that the audience does not
 * get: whoever takes the rows in keeps what he has there, or the empty value.
 */
export const recordsHeaderSchema = z
  .strictObject({
    format: z.literal(RECORDS_FORMAT),
    version: z.int().min(1),
    schema: z.int().min(1),
    audience: audienceSchema,
    packetId: z.uuid(),
    packetVersion: z.int().min(1),
    bodyId: z.uuid(),
    bodyName: z.string().min(1).max(500),
    sessionId: z.uuid().nullable(),
    origin: originIdSchema,
    headSeq: z.int().min(0),
    headHash: z.string().regex(/^[0-9a-f]{64}$/),
    madeAt: instantSchema,
    withheld: z.partialRecord(z.enum(TABLE_NAMES), z.array(z.string().min(1)).readonly()).readonly(),
    lines: z.int().min(0),
  })
  .readonly()
/** First line of registros.jsonl: what the lines after it are. */
export type RecordsHeader = z.infer<typeof recordsHeaderSchema>

/**
 * Every other line: a row (null when it is gone), its table and key, and which changes it contains.
 * `lacking` names fields that whoever made the packet never got himself, besides those of the header.
 */
export const recordLineSchema = z
  .strictObject({
    table: z.string().min(1).max(60),
    key: z.string().min(1).max(300),
    versions: versionsSchema,
    lacking: z.array(z.string().min(1).max(60)).max(40).readonly().optional(),
    row: z.record(z.string(), z.unknown()).nullable(),
  })
  .readonly()
/** One row of a packet, not yet checked against the schema of its table. */
export type RecordLine = z.infer<typeof recordLineSchema>
