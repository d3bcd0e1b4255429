import type { SheetLayout } from './layout'
import type { SheetProblem } from './problems'

/** What a good row does: brings something new, changes something, or nothing. */
export type RowOutcome = 'new' | 'changed' | 'same'

/** A row that can be imported. */
export interface PlannedSheetRow<Id extends string> {
  readonly row: number
  readonly outcome: RowOutcome
  /** Columns whose value was proposed because the cell is blank. */
  readonly proposed: readonly Id[]
}

/** A row that says what is known already: it is not imported. */
export interface RepeatedRow {
  readonly row: number
  /** What it repeats, in Spanish: "repite la fila 3". */
  readonly says: string
}

/**
 * Everything an import would do, and everything that is wrong with the sheet: what the preview shows.
 * Each import adds to it the records that it would store.
 */
export interface SheetPlan<Id extends string> {
  readonly layout: SheetLayout<Id>
  /** False when the sheet as a whole cannot be read; its one kind of problem is then about all of it. */
  readonly isUsable: boolean
  /** Rows that can be imported, in order. */
  readonly rows: readonly PlannedSheetRow<Id>[]
  readonly repeated: readonly RepeatedRow[]
  /** Not empty: nothing is imported unless the user leaves these rows out. In order. */
  readonly problems: readonly SheetProblem<Id>[]
  /** Things worth knowing that stop nothing, in Spanish. */
  readonly notes: readonly string[]
}

/** A row of the preview. */
export type PreviewRow<Id extends string, P extends SheetPlan<Id>> =
  | { readonly kind: 'good'; readonly row: number; readonly planned: P['rows'][number] }
  | { readonly kind: 'bad'; readonly row: number; readonly problems: readonly SheetProblem<Id>[] }
  | { readonly kind: 'repeated'; readonly row: number; readonly says: string }
  | { readonly kind: 'skipped'; readonly row: number }

/** Rows of the sheet in order, as the import would treat them. */
export function previewRows<Id extends string, P extends SheetPlan<Id>>(
  plan: P,
  skip: ReadonlySet<number>,
): readonly PreviewRow<Id, P>[] {
  const problems = new Map<number, SheetProblem<Id>[]>()
  for (const problem of plan.problems) {
    const ofRow = problems.get(problem.row)
    if (ofRow) ofRow.push(problem)
    else problems.set(problem.row, [problem])
  }
  const rows: PreviewRow<Id, P>[] = [
    ...plan.rows.map((planned) => ({ kind: 'good', row: planned.row, planned }) as const),
    ...[...problems].map(([row, ofRow]) => ({ kind: 'bad', row, problems: ofRow }) as const),
    ...plan.repeated.map(({ row, says }) => ({ kind: 'repeated', row, says }) as const),
    ...[...skip].map((row) => ({ kind: 'skipped', row }) as const),
  ]
  return rows.sort((a, b) => a.row - b.row)
}

/** How many rows would do what. */
export type PreviewCounts = Readonly<Record<RowOutcome | 'bad' | 'repeated' | 'skipped', number>>

/** Counts the rows of a preview by what they would do. */
export function countRows<Id extends string, P extends SheetPlan<Id>>(
  rows: readonly PreviewRow<Id, P>[],
): PreviewCounts {
  const counts = { new: 0, changed: 0, same: 0, bad: 0, repeated: 0, skipped: 0 }
  for (const row of rows) counts[row.kind === 'good' ? row.planned.outcome : row.kind] += 1
  return counts
}

/** How many rows an import would store. */
export function rowsToStore<Id extends string>(plan: SheetPlan<Id>): number {
  return plan.rows.reduce((count, { outcome }) => (outcome === 'same' ? count : count + 1), 0)
}

function figure(count: number): string {
  return count.toLocaleString('es-MX')
}

const COUNTED: readonly (readonly [keyof PreviewCounts, string, string])[] = [
  ['new', 'nueva', 'nuevas'],
  ['changed', 'con cambios', 'con cambios'],
  ['same', 'ya está igual', 'ya están igual'],
  ['repeated', 'repetida', 'repetidas'],
  ['bad', 'con problemas', 'con problemas'],
  ['skipped', 'desmarcada', 'desmarcadas'],
]

/** "9 nuevas · 1 con cambios · 2 con problemas". */
export function countsText(counts: PreviewCounts): string {
  const said = COUNTED.filter(([kind]) => counts[kind] > 0).map(
    ([kind, one, many]) => `${figure(counts[kind])} ${counts[kind] === 1 ? one : many}`,
  )
  return said.length === 0 ? 'ninguna fila con datos' : said.join(' · ')
}

/** "1 fila", "12 filas". */
export function rowsText(count: number): string {
  return count === 1 ? '1 fila' : `${figure(count)} filas`
}
