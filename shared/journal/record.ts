import { z } from 'zod'
import { type Change, type ChangeSet, changeSetSchema } from './change-set'
import { canonicalJson, type JsonValue } from './json'

/** One line of the journal: a change set, its place in the chain and the hash that seals both. */
export interface JournalRecord {
  /** Position in the journal, from 1 without gaps. */
  readonly seq: number
  /** Hash of the record before, or {@link GENESIS_HASH} for the first. */
  readonly prev: string
  /** SHA-256 of {@link hashInput}, 64 lower-case hex digits. */
  readonly hash: string
  /** When the record was written, by the main process's clock: UTC, ISO 8601. Order comes from seq. */
  readonly at: string
  /** Version of the rows inside (SCHEMA_VERSION of the writer). */
  readonly schema: number
  readonly changeSet: ChangeSet
}

/** What a record's hash covers, apart from the hash of the record before. */
export type JournalRecordBody = Pick<JournalRecord, 'seq' | 'at' | 'schema' | 'changeSet'>

/** The `prev` of the first record: the chain begins at nothing. */
export const GENESIS_HASH = '0'.repeat(64)

/** A SHA-256 in lower-case hex. */
export const sha256HexSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** Parses one record; says nothing about its hash being right, which needs the digest. */
export const journalRecordSchema: z.ZodType<JournalRecord> = z
  .strictObject({
    seq: z.int().min(1),
    prev: sha256HexSchema,
    hash: sha256HexSchema,
    at: z.iso.datetime(),
    schema: z.int().min(1),
    changeSet: changeSetSchema,
  })
  .readonly()

/** Canonical JSON of the part of a record that its hash covers besides `prev`. */
export function recordBodyText(body: JournalRecordBody): string {
  const { seq, at, schema, changeSet } = body
  return canonicalJson({ seq, at, schema, changeSet: changeSetAsJson(changeSet) })
}

/** Where the changes of a body begin; nothing that the body has before them can hold this text. */
const CHANGES = '"changes":['

/**
 * {@link recordBodyText} in pieces, of a change set whose first changes were already written as text, part by
 * part, by {@link changesText}: the pieces together are the body of the whole. The change set holds the rest
 * of the changes, at least one.
 */
export function recordBodyPieces(body: JournalRecordBody, ahead: readonly string[]): readonly string[] {
  const text = recordBodyText(body)
  if (ahead.length === 0) return [text]
  const start = text.indexOf(CHANGES) + CHANGES.length
  return [text.slice(0, start), ...ahead.map((part) => `${part},`), text.slice(start)]
}

/** Canonical JSON of some changes without the brackets around them. */
export function changesText(changes: readonly Change[]): string {
  return canonicalJson(changes.map(changeAsJson)).slice(1, -1)
}

/** The text whose SHA-256 is the record's hash: `prev`, a newline, and the canonical body. */
export function hashInput(record: JournalRecordBody & Pick<JournalRecord, 'prev'>): string {
  return sealInput(record.prev, recordBodyText(record))
}

/** {@link hashInput} of a body that was already written as text. */
export function sealInput(prev: string, body: string): string {
  return `${prev}\n${body}`
}

// An interface has no index signature, so the compiler needs the fields spelt out to see JSON in it.
function changeSetAsJson(changeSet: ChangeSet): JsonValue {
  const { id, at, label, undoOf, changes } = changeSet
  return {
    id,
    at,
    label,
    undoOf,
    changes: changes.map(changeAsJson),
  }
}

function changeAsJson({ table, key, before, after }: Change): JsonValue {
  return { table, key, before, after }
}
