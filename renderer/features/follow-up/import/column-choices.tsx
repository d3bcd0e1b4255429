import { NativeSelect } from '@mantine/core'
import { ITEM_COLUMNS, type ItemColumnId, type ItemLayout } from '../../../../shared/domain/follow-up'
import type { NamedSheet } from '../../../commands/directory/spreadsheet/read-workbook'
import classes from './import.module.css'

const CHOICES = [
  { value: '', label: 'No usar' },
  ...ITEM_COLUMNS.map(({ id, title }) => ({ value: id, label: title })),
]

/** "A", "B", …, "AA": how spreadsheets call a column. */
function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}

function columnOf(value: string): ItemColumnId | null {
  return ITEM_COLUMNS.find(({ id }) => id === value)?.id ?? null
}

interface ColumnChoicesProps {
  readonly sheet: NamedSheet['sheet']
  readonly layout: ItemLayout
  readonly isOpen: boolean
  readonly onColumns: (columns: readonly (ItemColumnId | null)[]) => void
}

/** What each column of the sheet is taken for; a meaning belongs to one column only. */
export function ColumnChoices({ sheet, layout, isOpen, onColumns }: ColumnChoicesProps) {
  const sample = sheet.rows[layout.headerIndex ?? 0] ?? []
  const assign = (index: number, id: ItemColumnId | null) =>
    onColumns(layout.columns.map((now, at) => (at === index ? id : now === id ? null : now)))
  return (
    <details className={classes.mapping} open={isOpen}>
      <summary>Columnas de la hoja y cómo se entienden</summary>
      <div className={classes.choices}>
        {layout.columns.map((column, index) => (
          <NativeSelect
            // Columns have no identity but their place.
            key={columnLetters(index)}
            size="xs"
            label={`${columnLetters(index)} · ${sample[index]?.trim() || 'sin título'}`}
            data={CHOICES}
            value={column ?? ''}
            onChange={(event) => assign(index, columnOf(event.currentTarget.value))}
          />
        ))}
      </div>
    </details>
  )
}
