import { z } from 'zod'
import { sha256HexSchema } from '../journal'
import { MAX_PASSPHRASE_LENGTH, PACKET_CHUNK_BYTES } from './packet'

/** Largest packet that is begun, in bytes: 1 TiB. */
const MAX_EXPECTED_BYTES = 1024 ** 4

/** Most lines of bag-info.txt. */
const MAX_INFO_LINES = 100

const jobId = z.uuid()

/** Which paths a bag may have is for its writer to say, in words that the user reads. */
const bagPath = z.string().min(1).max(300)

const piece = z
  .instanceof(Uint8Array)
  .refine((bytes) => bytes.byteLength <= PACKET_CHUNK_BYTES, 'size out of range')

/** How a year is to be written. */
export const yearStartSchema = z.strictObject({
  format: z.enum(['zip', 'folder']),
  suggestedName: z.string().min(1).max(255),
  expectedBytes: z.int().min(0).max(MAX_EXPECTED_BYTES),
})

/** A stored file that goes out with a year. */
export const yearFileSchema = z.strictObject({
  jobId,
  path: bagPath,
  sha256: sha256HexSchema,
  role: z.enum(['image', 'evidence']),
})

/** How a packet is to be written. */
export const packetStartSchema = z.strictObject({
  suggestedName: z.string().min(1).max(255),
  bagName: z
    .string()
    .max(100)
    .regex(/^[A-Za-z0-9_-]+$/),
  passphrase: z.string().min(1).max(MAX_PASSPHRASE_LENGTH).nullable(),
  expectedBytes: z.int().min(0).max(MAX_EXPECTED_BYTES),
})

/** A piece of a file of a packet. */
export const packetPieceSchema = z.strictObject({ jobId, path: bagPath, bytes: piece, last: z.boolean() })

/** A stored attachment that goes into a packet. */
export const packetAttachSchema = z.strictObject({ jobId, path: bagPath, sha256: sha256HexSchema })

/** How a packet is closed; values become one line each when they are written. */
export const packetFinishSchema = z.strictObject({
  jobId,
  info: z
    .array(z.tuple([z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,79}$/), z.string().max(2_000)]))
    .max(MAX_INFO_LINES),
  sign: z.boolean(),
})

/** The packet whose writing is given up. */
export const cancelPacketSchema = z.strictObject({ jobId })

/** Address of a packet that was opened here, and nothing else. */
export const incomingUrlSchema = z.string().regex(/^app:\/\/quorum\/entrante\/[A-Za-z0-9_-]{43}$/)

/** A piece of an attachment out of a packet. */
export const uploadPieceSchema = z.strictObject({ uploadId: z.uuid(), bytes: piece })
