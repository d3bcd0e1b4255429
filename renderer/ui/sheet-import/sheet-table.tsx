import { Button, Checkbox, Text } from '@mantine/core'
import { useState } from 'react'
import type { PreviewRow, SheetPlan } from '../../../shared/lib/sheet'
import { StateMark } from '../state-mark'
import { BadCells } from './bad-cells'
import classes from './sheet-import.module.css'
import type { SheetKind } from './sheet-kind'

/** Rows drawn at a time: with more, every correction would be felt. */
const PAGE = 100

interface RowActions<Id extends string> {
  /** Text of a cell of the sheet, by what its column holds. */
  readonly cellOf: (row: number, column: Id) => string
  readonly onCorrect: (row: number, column: Id, text: string) => void
  readonly onToggle: (row: number) => void
}

interface SheetTableProps<Id extends string, P extends SheetPlan<Id>> extends RowActions<Id> {
  readonly kind: SheetKind<Id, P>
  readonly rows: readonly PreviewRow<Id, P>[]
}

interface RowProps<Id extends string, P extends SheetPlan<Id>> extends Omit<SheetTableProps<Id, P>, 'rows'> {
  readonly row: PreviewRow<Id, P>
}

const OUTCOMES = {
  new: <StateMark kind="done" word="nueva" />,
  changed: <StateMark kind="current" word="cambia" />,
  same: <StateMark kind="absent" word="igual" />,
  bad: <StateMark kind="no" word="con problemas" />,
  repeated: <StateMark kind="warning" word="repetida" />,
  skipped: <StateMark kind="absent" word="no se importa" />,
} as const

interface CellProps<Id extends string, P extends SheetPlan<Id>>
  extends Pick<RowProps<Id, P>, 'kind' | 'row' | 'cellOf'> {
  readonly column: Id
}

/** What would be stored, proposals marked; of the other rows, what the sheet says. */
function Cell<Id extends string, P extends SheetPlan<Id>>({ kind, row, column, cellOf }: CellProps<Id, P>) {
  if (row.kind === 'good') {
    const isProposed = row.planned.proposed.includes(column)
    const text = kind.cellText(row.planned, column)
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
  const text = cellOf(row.row, column)
  return (
    <td className={cellClass(row.kind, isBad)} title={text}>
      {text}
    </td>
  )
}

/** A wrong cell is framed; a row that is not imported is struck through. */
function cellClass(kind: 'bad' | 'repeated' | 'skipped', isBad: boolean): string | undefined {
  if (kind !== 'bad') return classes.struck
  return isBad ? classes.wrong : undefined
}

function Row<Id extends string, P extends SheetPlan<Id>>(props: RowProps<Id, P>) {
  const { kind, row, cellOf, onCorrect, onToggle } = props
  const says = row.kind === 'bad' || row.kind === 'repeated'
  return (
    <>
      <tr className={says ? classes.open : undefined}>
        <td className={classes.tick}>
          {row.kind !== 'repeated' && (
            <Checkbox
              size="xs"
              aria-label={`Importar la fila ${row.row}`}
              checked={row.kind !== 'skipped'}
              onChange={() => onToggle(row.row)}
            />
          )}
        </td>
        <th scope="row" className={classes.number}>
          {row.row}
        </th>
        <td>{OUTCOMES[row.kind === 'good' ? row.planned.outcome : row.kind]}</td>
        {kind.shown.map((column) => (
          <Cell key={column} kind={kind} row={row} column={column} cellOf={cellOf} />
        ))}
      </tr>
      {says && (
        <tr>
          <td colSpan={2} />
          <td colSpan={kind.shown.length + 1} className={classes.problems}>
            {row.kind === 'bad' ? (
              <BadCells problems={row.problems} cellOf={cellOf} onCorrect={onCorrect} />
            ) : (
              row.says
            )}
          </td>
        </tr>
      )}
    </>
  )
}

function Head<Id extends string, P extends SheetPlan<Id>>({ kind }: { readonly kind: SheetKind<Id, P> }) {
  const titleOf = (id: Id) => kind.columns.find((column) => column.id === id)?.title ?? id
  return (
    <thead className={classes.headings}>
      <tr>
        <th scope="col">
          <span className={classes.hidden}>Importar</span>
        </th>
        <th scope="col" className={classes.number}>
          Fila
        </th>
        <th scope="col">Qué pasará</th>
        {kind.shown.map((column) => (
          <th scope="col" key={column}>
            {titleOf(column)}
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface PagesProps {
  readonly page: number
  readonly count: number
  readonly onPage: (page: number) => void
}

function Pages({ page, count, onPage }: PagesProps) {
  if (count <= PAGE) return null
  const first = page * PAGE + 1
  const last = Math.min(count, first + PAGE - 1)
  return (
    <nav className={classes.pages} aria-label="Partes de la lista">
      <Button size="compact-sm" variant="default" disabled={page === 0} onClick={() => onPage(page - 1)}>
        Anteriores
      </Button>
      <span aria-live="polite">
        {first.toLocaleString('es-MX')} a {last.toLocaleString('es-MX')} de {count.toLocaleString('es-MX')}
      </span>
      <Button size="compact-sm" variant="default" disabled={last === count} onClick={() => onPage(page + 1)}>
        Siguientes
      </Button>
    </nav>
  )
}

/** The rows as they would be stored; what was proposed is marked, what is wrong can be corrected in place. */
export function SheetTable<Id extends string, P extends SheetPlan<Id>>(props: SheetTableProps<Id, P>) {
  const { rows, ...rest } = props
  const [asked, setPage] = useState(0)
  if (rows.length === 0) return null
  const page = Math.min(asked, Math.ceil(rows.length / PAGE) - 1)
  const drawn = rows.slice(page * PAGE, (page + 1) * PAGE)
  const isProposed = drawn.some((row) => row.kind === 'good' && row.planned.proposed.length > 0)
  return (
    <>
      <Pages page={page} count={rows.length} onPage={setPage} />
      <div className={classes.scroll}>
        <table className={classes.table}>
          <Head kind={rest.kind} />
          <tbody>
            {drawn.map((row) => (
              <Row key={row.row} row={row} {...rest} />
            ))}
          </tbody>
        </table>
      </div>
      {isProposed && (
        <Text size="xs" c="var(--q-muted)" mt="sm">
          <span className={classes.proposed}>Así</span> se marca lo propuesto por Quórum para celdas en
          blanco; se puede cambiar después.
        </Text>
      )}
    </>
  )
}
