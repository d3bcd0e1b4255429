import { Checkbox, Text } from '@mantine/core'
import { type ColumnId, columnTitle } from '../../../../shared/domain/people'
import { StateMark } from '../../../ui/state-mark'
import { BadCells } from './bad-cells'
import classes from './import.module.css'
import { cellOf, type ImportDraft, toggleRow } from './import-draft'
import { SHOWN_COLUMNS, shownCell } from './preview-cells'
import { type PreviewRow, rowsText } from './preview-rows'

/** Rows drawn; the rest of a very long sheet are counted. */
const MAX_DRAWN = 300

interface ImportTableProps {
  readonly rows: readonly PreviewRow[]
  readonly draft: ImportDraft
  readonly onChange: (draft: ImportDraft) => void
}

function Outcome({ row }: { readonly row: PreviewRow }) {
  if (row.kind === 'skipped') return <StateMark kind="absent" word="no se importa" />
  if (row.kind === 'bad') return <StateMark kind="no" word="con problemas" />
  switch (row.planned.outcome) {
    case 'new':
      return <StateMark kind="done" word="nueva" />
    case 'changed':
      return <StateMark kind="current" word="cambia" />
    case 'same':
      return <StateMark kind="absent" word="igual" />
  }
}

function Cell({
  row,
  column,
  draft,
}: {
  readonly row: PreviewRow
  readonly column: ColumnId
  readonly draft: ImportDraft
}) {
  if (row.kind === 'good') {
    const isProposed = row.planned.proposed.includes(column)
    const text = shownCell(row.planned, column)
    return (
      <td
        className={isProposed ? classes.proposed : undefined}
        title={isProposed ? `Propuesto: ${text}` : text}
      >
        {text}
      </td>
    )
  }
  const isBad = row.kind === 'bad' && row.problems.some(({ columnId }) => columnId === column)
  const text = cellOf(draft, row.row, column)
  return (
    <td className={cellClass(row, isBad)} title={text}>
      {text}
    </td>
  )
}

/** A wrong cell is framed; a row left out is struck through. */
function cellClass(row: PreviewRow, isBad: boolean): string | undefined {
  if (row.kind === 'skipped') return classes.struck
  return isBad ? classes.wrong : undefined
}

function Row({ row, draft, onChange }: Omit<ImportTableProps, 'rows'> & { readonly row: PreviewRow }) {
  return (
    <>
      <tr className={row.kind === 'bad' ? classes.open : undefined}>
        <td className={classes.tick}>
          <Checkbox
            size="xs"
            aria-label={`Importar la fila ${row.row}`}
            checked={row.kind !== 'skipped'}
            onChange={() => onChange(toggleRow(draft, row.row))}
          />
        </td>
        <th scope="row" className={classes.number}>
          {row.row}
        </th>
        <td>
          <Outcome row={row} />
        </td>
        {SHOWN_COLUMNS.map((column) => (
          <Cell key={column} row={row} column={column} draft={draft} />
        ))}
      </tr>
      {row.kind === 'bad' && (
        <tr>
          <td colSpan={2} />
          <td colSpan={SHOWN_COLUMNS.length + 1} className={classes.problems}>
            <BadCells problems={row.problems} draft={draft} onChange={onChange} />
          </td>
        </tr>
      )}
    </>
  )
}

/** The rows as they would be stored; what was proposed is marked, what is wrong can be corrected in place. */
export function ImportTable({ rows, draft, onChange }: ImportTableProps) {
  if (rows.length === 0) return null
  const left = rows.length - MAX_DRAWN
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead className={classes.headings}>
          <tr>
            <th scope="col">
              <span className={classes.hidden}>Importar</span>
            </th>
            <th scope="col" className={classes.number}>
              Fila
            </th>
            <th scope="col">Qué pasará</th>
            {SHOWN_COLUMNS.map((column) => (
              <th scope="col" key={column}>
                {columnTitle(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MAX_DRAWN).map((row) => (
            <Row key={row.row} row={row} draft={draft} onChange={onChange} />
          ))}
        </tbody>
      </table>
      <Text size="xs" c="var(--q-muted)" mt="sm">
        <span className={classes.proposed}>Así</span> se marca lo propuesto por Quórum para celdas en blanco;
        se puede cambiar después en el directorio.
        {left > 0 &&
          ` Se muestran ${MAX_DRAWN} filas; siguen ${rowsText(left)} más, que también se importan.`}
      </Text>
    </div>
  )
}
