import type { Directory, DirectoryPlan } from '../../shared/domain/people'
import { planDirectoryImport } from '../../shared/domain/people'
import { type Sheet, type SheetMark, sheetProblemText } from '../../shared/lib/sheet'
import { countingEffects, makeBody } from './make-session'

export const EMPTY_DIRECTORY: Directory = { body: makeBody(), seats: [], persons: [], memberships: [] }

/** A sheet written as text: one line a row, cells between bars. */
export function sheetOf(text: string, marks: readonly SheetMark[] = []): Sheet {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return { rows: lines.map((line) => line.split('|').map((cell) => cell.trim())), marks }
}

export interface PlanOptions {
  readonly directory?: Directory
  readonly skip?: readonly number[]
  readonly columns?: DirectoryPlan['layout']['columns']
  readonly firstId?: number
}

export function planOf(sheet: Sheet, options: PlanOptions = {}): DirectoryPlan {
  return planDirectoryImport({
    sheet,
    columns: options.columns ?? null,
    memory: {},
    skip: new Set(options.skip),
    directory: options.directory ?? EMPTY_DIRECTORY,
    effects: countingEffects(options.firstId ?? 5000),
  })
}

/** The problems as the user reads them. */
export function problemsOf(plan: DirectoryPlan): readonly string[] {
  return plan.problems.map(sheetProblemText)
}

function replaced<T extends { readonly id: string }>(
  rows: readonly T[],
  plan: { readonly insert: readonly T[]; readonly update: readonly { readonly after: T }[] },
): readonly T[] {
  const after = new Map(plan.update.map((update) => [update.after.id, update.after]))
  return [...rows.map((row) => after.get(row.id) ?? row), ...plan.insert]
}

/** The directory once the plan is carried out. */
export function directoryAfter(directory: Directory, plan: DirectoryPlan): Directory {
  return {
    body: directory.body,
    seats: replaced(directory.seats, plan.seats),
    persons: replaced(directory.persons, plan.persons),
    memberships: replaced(directory.memberships, plan.memberships),
  }
}
