import { err, ok, type Result } from '../lib/result'
import { followUpStep } from './steps/0001-follow-up'
import { itemReviewsStep } from './steps/0002-item-reviews'
import { dateExceptionsStep } from './steps/0003-date-exceptions'
import type { TableName } from './tables'
import { SCHEMA_VERSION } from './version'

/** A row of any version, before its schema has been checked. */
export type AnyRow = Readonly<Record<string, unknown>>

/**
 * One change of the stored shape, from a version to the next. It restates what it touches and imports
 * nothing from today's domain, so that it still means the same years later. Returning null drops the row.
 */
export interface MigrationStep {
  readonly from: number
  readonly slug: string
  readonly migrate: (table: TableName, row: AnyRow) => AnyRow | null
}

/** Steps in order, one per version; append only. Version 1 is the first, so there is none before it. */
export const MIGRATION_STEPS: readonly MigrationStep[] = [followUpStep, itemReviewsStep, dateExceptionsStep]

/** Why a row cannot be brought to the present version. */
export type MigrationProblem =
  | { readonly code: 'too-new'; readonly found: number; readonly supported: number }
  | { readonly code: 'no-path'; readonly from: number }

/** Brings a row of an older version to `target` by applying every step in between; null means dropped. */
export function migrateRow(
  table: TableName,
  row: AnyRow,
  from: number,
  steps: readonly MigrationStep[] = MIGRATION_STEPS,
  target: number = SCHEMA_VERSION,
): Result<AnyRow | null, MigrationProblem> {
  if (from > target) return err({ code: 'too-new', found: from, supported: target })
  let current: AnyRow | null = row
  for (let version = from; version < target && current !== null; version++) {
    const step = steps.find((candidate) => candidate.from === version)
    if (!step) return err({ code: 'no-path', from: version })
    current = step.migrate(table, current)
  }
  return ok(current)
}
