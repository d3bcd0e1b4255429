import { NativeSelect } from '@mantine/core'
import { columnLetters, type SheetDraft, type SheetPlan } from '../../../shared/lib/sheet'
import classes from './sheet-import.module.css'
import type { SheetKind } from './sheet-kind'

interface ColumnChoicesProps<Id extends string, P extends SheetPlan<Id>> {
  readonly kind: SheetKind<Id, P>
  readonly draft: SheetDraft<Id>
  readonly plan: P
  readonly onChange: (draft: SheetDraft<Id>) => void
}

/** What each column of the sheet is taken for; open by itself when the headings were not understood. */
export function ColumnChoices<Id extends string, P extends SheetPlan<Id>>(props: ColumnChoicesProps<Id, P>) {
  const { kind, draft, plan, onChange } = props
  const { headerIndex } = plan.layout
  const columns = kind.editor.columnsOf(draft)
  const choices = [
    { value: '', label: 'No usar' },
    ...kind.columns.map(({ id, title }) => ({ value: id as string, label: title })),
  ]
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
            data={choices}
            value={column ?? ''}
            onChange={(event) => {
              const chosen = kind.columns.find(({ id }) => id === event.currentTarget.value)
              onChange(kind.editor.assignColumn(draft, index, chosen?.id ?? null))
            }}
          />
        ))}
      </div>
    </details>
  )
}
