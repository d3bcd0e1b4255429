import { z } from 'zod'
import { docTreeSchema } from '../documents'
import { changeSetSchema, sha256HexSchema } from '../journal'
import { MAX_DROPPED_FILES } from './attachments'
import type { Channel, RequestOf } from './contract'
import { MAX_DOCUMENT_BYTES } from './documents'
import { settingsPatchSchema } from './settings'

/** Most records in one answer to a read. */
export const MAX_READ_LIMIT = 5_000

const nothing = z.null()
const fileNameSchema = z.string().min(1).max(255)

/** Parser of every request; what does not parse never reaches a handler. */
export const requestSchemas: { readonly [C in Channel]: z.ZodType<RequestOf<C>> } = {
  'app:info': nothing,
  'app:discard-database': nothing,
  'journal:status': nothing,
  'journal:reopen': nothing,
  'journal:read': z.strictObject({
    afterSeq: z.int().min(0),
    limit: z.int().min(1).max(MAX_READ_LIMIT),
  }),
  'journal:append': z.strictObject({ changeSet: changeSetSchema }),
  'attachments:pick': nothing,
  'attachments:add': z.strictObject({
    paths: z.array(z.string().min(1).max(32_768)).min(1).max(MAX_DROPPED_FILES),
  }),
  'attachments:open': z.strictObject({ sha256: sha256HexSchema, name: fileNameSchema }),
  'documents:save-docx': z.strictObject({
    suggestedName: fileNameSchema,
    bytes: z
      .instanceof(Uint8Array)
      .refine((bytes) => bytes.byteLength > 0 && bytes.byteLength <= MAX_DOCUMENT_BYTES, 'size out of range'),
  }),
  'documents:save-pdf': z.strictObject({ suggestedName: fileNameSchema, tree: docTreeSchema }),
  'documents:reveal': z.strictObject({ fileId: z.uuid() }),
  'settings:get': nothing,
  'settings:set': settingsPatchSchema,
  'projector:open': z.strictObject({ sessionId: z.uuid() }),
  'projector:close': nothing,
}
