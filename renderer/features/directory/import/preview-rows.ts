import type { DirectoryPlan, ImportProblem, PlannedRow } from '../../../../shared/domain/people'
import type { ImportDraft } from './import-draft'

/** A row of the preview. */
export type PreviewRow =
  | { readonly kind: 'good'; readonly row: number; readonly planned: PlannedRow }
  | { readonly kind: 'bad'; readonly row: number; readonly problems: readonly ImportProblem[] }
  | { readonly kind: 'skipped'; readonly row: number }

/** Rows of the sheet in order, as the import would treat them. */
export function previewRows(draft: ImportDraft, plan: DirectoryPlan): readonly PreviewRow[] {
  const problems = new Map<number, ImportProblem[]>()
  for (const problem of plan.problems) {
    problems.set(problem.row, [...(problems.get(problem.row) ?? []), problem])
  }
  const rows: PreviewRow[] = [
    ...plan.rows.map((planned) => ({ kind: 'good', row: planned.row, planned }) as const),
    ...[...problems].map(([row, ofRow]) => ({ kind: 'bad', row, problems: ofRow }) as const),
    ...[...draft.skip].map((row) => ({ kind: 'skipped', row }) as const),
  ]
  return rows.sort((a, b) => a.row - b.row)
}

/** How many rows would do what. */
export interface PreviewCounts {
  readonly new: number
  readonly changed: number
  readonly same: number
  readonly bad: number
  readonly skipped: number
}

export function countRows(rows: readonly PreviewRow[]): PreviewCounts {
  const outcomes = rows.map((row) => (row.kind === 'good' ? row.planned.outcome : row.kind))
  const count = (outcome: string) => outcomes.filter((each) => each === outcome).length
  return {
    new: count('new'),
    changed: count('changed'),
    same: count('same'),
    bad: count('bad'),
    skipped: count('skipped'),
  }
}

function figure(count: number): string {
  return count.toLocaleString('es-MX')
}

/** "9 nuevas · 1 con cambios · 2 con problemas". */
export function countsText(counts: PreviewCounts): string {
  const parts: readonly (readonly [number, string, string])[] = [
    [counts.new, 'nueva', 'nuevas'],
    [counts.changed, 'con cambios', 'con cambios'],
    [counts.same, 'ya está igual', 'ya están igual'],
    [counts.bad, 'con problemas', 'con problemas'],
    [counts.skipped, 'desmarcada', 'desmarcadas'],
  ]
  const said = parts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${figure(count)} ${count === 1 ? one : many}`)
  return said.length === 0 ? 'ninguna fila con datos' : said.join(' · ')
}

/** "1 fila", "12 filas". */
export function rowsText(count: number): string {
  return count === 1 ? '1 fila' : `${figure(count)} filas`
}
