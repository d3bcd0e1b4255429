import type { Result } from '../../../shared/lib/result'
import type { ColumnMemory, NamedSheet, SheetDraft, SheetPlan } from '../../../shared/lib/sheet'
import type { ImportSource } from './use-import-doors'

/** How planning is followed, and left. */
export interface PlanRun {
  /** From 0 to 1. */
  readonly onProgress: (progress: number) => void
  readonly signal: AbortSignal
}

/** What is done with a sheet; `name` is that of its file, or of the pasted cells. */
export interface SheetJob<Id extends string, P extends SheetPlan<Id>> {
  /** Reads the sheets of a source; the error is a sentence. */
  readonly read: (
    source: Exclude<ImportSource, { kind: 'ask' }>,
    name: string,
  ) => Promise<Result<readonly NamedSheet[], string>>
  /** What importing the sheet would do. Another function when what is stored changes. */
  readonly plan: (draft: SheetDraft<Id>, name: string, run: PlanRun) => Promise<P>
  /** Stores the rows; false when it could not, and then it has been told why. */
  readonly store: (draft: SheetDraft<Id>, name: string, asked: StoreRequest) => Promise<boolean>
  /** What headings meant in earlier imports. */
  readonly memory: ColumnMemory<Id>
  readonly onRemember: (memory: ColumnMemory<Id>) => void
}

/** Which rows are stored. */
export interface StoreRequest {
  /** The user asked to leave out the rows with problems. */
  readonly onlyGoodRows: boolean
  /** How many the preview says that will be stored. */
  readonly count: number
}
