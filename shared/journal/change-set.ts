import { z } from 'zod'
import { TABLE_NAMES, type TableName } from '../schema/tables'
import { findJsonProblem, isJsonObject, type JsonObject } from './json'

/** A stored row as the journal sees it: plain JSON, whose fields only the row schemas understand. */
export type Row = JsonObject

/** One row put or deleted, with what was there before so that it can be undone. */
export interface Change {
  readonly table: TableName
  /** Primary key of the row. */
  readonly key: string
  /** Row as it was; null when the change inserts it. */
  readonly before: Row | null
  /** Row as it becomes; null when the change deletes it. */
  readonly after: Row | null
}

/** Everything that one action of the user changes; it is stored whole or not at all. */
export interface ChangeSet {
  /** UUID version 7; repeating the last acknowledged id is answered without storing it again. */
  readonly id: string
  /** When the user acted, by the renderer's clock: UTC, ISO 8601. */
  readonly at: string
  /** What the user did, in Spanish, as the history shows it. */
  readonly label: string
  /** Id of the change set that this one reverts; null for an ordinary action. */
  readonly undoOf: string | null
  readonly changes: readonly Change[]
}

/** Caps on one change set; an import that needs more is split by its command. */
export const CHANGE_SET_LIMITS = { changes: 100_000, keyLength: 200, labelLength: 500 } as const

const rowSchema = z.custom<Row>(isJsonObject, {
  error: (issue) => {
    const problem = findJsonProblem(issue.input)
    return problem === null ? 'not a plain object' : `${problem.reason} at ${problem.path}`
  },
})

const changeSchema = z
  .strictObject({
    table: z.enum(TABLE_NAMES),
    key: z.string().min(1).max(CHANGE_SET_LIMITS.keyLength),
    before: rowSchema.nullable(),
    after: rowSchema.nullable(),
  })
  .readonly()
  .refine((change) => change.before !== null || change.after !== null, 'a change needs a before or an after')

/** Most changes in one part of a change set that is handed over in parts. */
const MAX_PART = 1_000

/** Changes of a large change set that are handed over ahead of it. */
export interface StagedChanges {
  /** Id of the change set that they belong to. */
  readonly changeSetId: string
  /** How many changes were handed over before these; 0 begins again. */
  readonly from: number
  readonly changes: readonly Change[]
}

/** Parses a part of a change set from outside, as strictly as a whole one. */
export const stagedChangesSchema: z.ZodType<StagedChanges> = z
  .strictObject({
    changeSetId: z.uuidv7(),
    from: z.int().min(0).max(CHANGE_SET_LIMITS.changes),
    changes: z.array(changeSchema).min(1).max(MAX_PART).readonly(),
  })
  .readonly()

/** Parses a change set from outside; unknown keys, prototype keys and oversized values are refused. */
export const changeSetSchema: z.ZodType<ChangeSet> = z
  .strictObject({
    id: z.uuidv7(),
    at: z.iso.datetime(),
    label: z.string().min(1).max(CHANGE_SET_LIMITS.labelLength),
    undoOf: z.uuidv7().nullable(),
    changes: z.array(changeSchema).min(1).max(CHANGE_SET_LIMITS.changes).readonly(),
  })
  .readonly()
