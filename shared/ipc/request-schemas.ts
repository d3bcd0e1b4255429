import { z } from 'zod'
import { docTreeSchema, printableSchema } from '../documents'
import { CHANGE_SET_LIMITS, changeSetSchema, sha256HexSchema, stagedChangesSchema } from '../journal'
import { MAX_ATTACHMENT_BYTES, MAX_DROPPED_FILES } from './attachments'
import type { Channel, RequestOf } from './contract'
import { FILE_KINDS, MAX_DOCUMENT_BYTES, MAX_FOLDER_FILES } from './documents'
import {
  cancelPacketSchema,
  incomingUrlSchema,
  packetAttachSchema,
  packetFinishSchema,
  packetPieceSchema,
  packetStartSchema,
  uploadPieceSchema,
  yearFileSchema,
  yearStartSchema,
} from './packet-schemas'
import { settingsPatchSchema } from './settings'

/** Most records in one answer to a read. */
export const MAX_READ_LIMIT = 5_000

const nothing = z.null()
const fileNameSchema = z.string().min(1).max(255)

const bytesSchema = z
  .instanceof(Uint8Array)
  .refine((bytes) => bytes.byteLength > 0 && bytes.byteLength <= MAX_DOCUMENT_BYTES, 'size out of range')
const madeFileSchema = z.strictObject({ kind: z.enum(FILE_KINDS), name: fileNameSchema, bytes: bytesSchema })

const madeAttachmentSchema = z.strictObject({
  name: fileNameSchema,
  mediaType: z
    .string()
    .max(127)
    .regex(/^[a-z0-9.+-]+\/[a-z0-9.+-]+$/),
  bytes: bytesSchema,
})

/** Parser of every request; what does not parse never reaches a handler. */
export const requestSchemas: { readonly [C in Channel]: z.ZodType<RequestOf<C>> } = {
  'app:info': nothing,
  'app:discard-database': nothing,
  'app:notify': z.strictObject({
    title: z.string().min(1).max(100),
    body: z.string().max(400),
    opens: z.enum(['open-follow-up', 'open-calendar']),
  }),
  'journal:status': nothing,
  'journal:reopen': nothing,
  'journal:read': z.strictObject({
    afterSeq: z.int().min(0),
    limit: z.int().min(1).max(MAX_READ_LIMIT),
  }),
  'journal:append': z.strictObject({ changeSet: changeSetSchema }),
  'journal:stage': stagedChangesSchema,
  'journal:append-staged': z
    .strictObject({ changeSet: changeSetSchema, staged: z.int().min(1) })
    .refine(
      ({ changeSet, staged }) => staged + changeSet.changes.length <= CHANGE_SET_LIMITS.changes,
      'too many changes',
    ),
  'attachments:pick': nothing,
  'attachments:add': z.strictObject({
    paths: z.array(z.string().min(1).max(32_768)).min(1).max(MAX_DROPPED_FILES),
  }),
  'attachments:store': madeAttachmentSchema,
  'attachments:open': z.strictObject({ sha256: sha256HexSchema, name: fileNameSchema }),
  'attachments:start-upload': z.strictObject({
    sha256: sha256HexSchema,
    name: fileNameSchema,
    size: z.int().min(1).max(MAX_ATTACHMENT_BYTES),
  }),
  'attachments:send-upload': uploadPieceSchema,
  'attachments:finish-upload': z.strictObject({ uploadId: z.uuid() }),
  'attachments:cancel-upload': z.strictObject({ uploadId: z.uuid() }),
  'packet:begin': packetStartSchema,
  'packet:add': packetPieceSchema,
  'packet:attach': packetAttachSchema,
  'packet:finish': packetFinishSchema,
  'packet:cancel': cancelPacketSchema,
  'packet:signing-key': nothing,
  'packet:replace-signing-key': nothing,
  'year:begin': yearStartSchema,
  'year:add': packetPieceSchema,
  'year:attach': yearFileSchema,
  'year:finish': cancelPacketSchema,
  'year:cancel': cancelPacketSchema,
  'incoming:pick': nothing,
  'incoming:add': z.strictObject({ path: z.string().min(1).max(32_768) }),
  'incoming:take': nothing,
  'incoming:close': z.strictObject({ url: incomingUrlSchema }),
  'documents:save-docx': z.strictObject({
    suggestedName: fileNameSchema,
    bytes: bytesSchema,
  }),
  'documents:save-pdf': z.strictObject({ suggestedName: fileNameSchema, tree: printableSchema }),
  'documents:render-pdf': z.strictObject({ tree: docTreeSchema }),
  'documents:save-file': madeFileSchema,
  'documents:save-folder': z.strictObject({
    files: z.array(madeFileSchema).min(1).max(MAX_FOLDER_FILES),
  }),
  'documents:reveal': z.strictObject({ fileId: z.uuid() }),
  'settings:get': nothing,
  'settings:set': settingsPatchSchema,
  'projector:open': z.strictObject({ sessionId: z.uuid() }),
  'projector:close': nothing,
}
