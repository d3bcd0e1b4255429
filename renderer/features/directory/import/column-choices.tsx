import { NativeSelect } from '@mantine/core'
import { type ColumnId, DIRECTORY_COLUMNS, type DirectoryPlan } from '../../../../shared/domain/people'
import classes from './import.module.css'
import { assignColumn, columnsOf, type ImportDraft } from './import-draft'

const CHOICES = [
  { value: '', label: 'No usar' },
  ...DIRECTORY_COLUMNS.map(({ id, title }) => ({ value: id, label: title })),
]

/** "A", "B", …, "AA": how spreadsheets call a column. */
function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}

function columnOf(value: string): ColumnId | null {
  return DIRECTORY_COLUMNS.find(({ id }) => id === value)?.id ?? null
}

interface ColumnChoicesProps {
  readonly draft: ImportDraft
  readonly plan: DirectoryPlan
  readonly onChange: (draft: ImportDraft) => void
}

/** What each column of the sheet is taken for; open by itself when the headings were not understood. */
export function ColumnChoices({ draft, plan, onChange }: ColumnChoicesProps) {
  const columns = columnsOf(draft)
  const { headerIndex } = plan.layout
  const sample = draft.sheet.rows[headerIndex ?? 0] ?? []
  const isUnclear = headerIndex === null || !plan.isUsable
  return (
    <details className={classes.mapping} open={isUnclear}>
      <summary>Columnas de la hoja y cómo se entienden</summary>
      <div className={classes.choices}>
        {columns.map((column, index) => (
          <NativeSelect
            // Columns have no identity but their place.
            key={columnLetters(index)}
            size="xs"
            label={`${columnLetters(index)} · ${sample[index]?.trim() || 'sin título'}`}
            data={CHOICES}
            value={column ?? ''}
            onChange={(event) => onChange(assignColumn(draft, index, columnOf(event.currentTarget.value)))}
          />
        ))}
      </div>
    </details>
  )
}
