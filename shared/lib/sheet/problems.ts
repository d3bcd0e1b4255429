import { type ColumnReader, headingsOf, type SheetLayout } from './layout'
import type { Sheet, SheetMark } from './sheet'

/** Something in a sheet that keeps its row from being imported, and where it stands. */
export interface SheetProblem<Id extends string> {
  /** Row of the spreadsheet, from 1. */
  readonly row: number
  /** Column it concerns; null when it is about the whole row or sheet. */
  readonly columnId: Id | null
  /** Heading of that column in Spanish; empty when there is none. */
  readonly column: string
  /** What the cell says; empty when it is blank. */
  readonly value: string
  /** What is wrong, in Spanish. */
  readonly message: string
}

/** Where a problem stands: "Fila 4, columna Vence". */
export function placeText<Id extends string>({ row, column }: SheetProblem<Id>): string {
  return column === '' ? `Fila ${row}` : `Fila ${row}, columna ${column}`
}

/** The whole sentence of a problem: "Fila 4, columna Vence: 31/02/2017 no existe…". */
export function sheetProblemText<Id extends string>(problem: SheetProblem<Id>): string {
  return `${placeText(problem)}: ${problem.message}`
}

/** Makes a problem of a cell, or of a whole row or sheet. */
export function sheetProblem<Id extends string>(
  reader: ColumnReader<Id>,
  row: number,
  columnId: Id | null,
  value: string,
  message: string,
): SheetProblem<Id> {
  return { row, columnId, column: columnId === null ? '' : reader.titleOf(columnId), value, message }
}

const RANGE_MESSAGES: Readonly<Record<Exclude<SheetMark['kind'], 'unsayable'>, (range: string) => string>> = {
  merged: (range) =>
    `las celdas ${range} están combinadas y solo la primera tiene el dato; sepárelas y repita el dato en cada fila.`,
  'formula-error': (range) => `la fórmula de ${range} da un error; escriba el valor.`,
  'formula-without-value': (range) =>
    `la fórmula de ${range} no tiene un valor guardado; ábrala en su hoja de cálculo, guárdela y vuelva a intentar.`,
}

function markMessage(mark: SheetMark): string {
  return mark.kind === 'unsayable' ? mark.says : RANGE_MESSAGES[mark.kind](mark.range)
}

/** What the spreadsheet itself left unreadable, by row (from 1). */
export function marksByRow({ marks }: Sheet): ReadonlyMap<number, readonly SheetMark[]> {
  const byRow = new Map<number, SheetMark[]>()
  for (const mark of marks) {
    const ofRow = byRow.get(mark.row)
    if (ofRow) ofRow.push(mark)
    else byRow.set(mark.row, [mark])
  }
  return byRow
}

/** Problems of a row: of the cells that the spreadsheet left unreadable, and the others; one for a cell. */
export function withMarks<Id extends string>(
  reader: ColumnReader<Id>,
  layout: SheetLayout<Id>,
  row: number,
  marks: readonly SheetMark[],
  problems: readonly SheetProblem<Id>[],
): readonly SheetProblem<Id>[] {
  if (marks.length === 0) return problems
  const marked = marks.flatMap((mark) => {
    const id = layout.columns[mark.column]
    return id ? [sheetProblem(reader, row, id, '', markMessage(mark))] : []
  })
  const columns = new Set(marked.map(({ columnId }) => columnId))
  return [...marked, ...problems.filter(({ columnId }) => !columns.has(columnId))]
}

/** Columns of the sheet that claim to hold the same. */
export function repeatedColumns<Id extends string>(
  reader: ColumnReader<Id>,
  sheet: Sheet,
  layout: SheetLayout<Id>,
): readonly SheetProblem<Id>[] {
  const headings = headingsOf(sheet, layout)
  const row = (layout.headerIndex ?? 0) + 1
  const seen = new Map<Id, string>()
  return layout.columns.flatMap((id, index) => {
    if (id === null) return []
    const heading = headings[index] ?? ''
    const first = seen.get(id)
    if (first === undefined) {
      seen.set(id, heading)
      return []
    }
    const named = first === '' && heading === '' ? '' : `: «${first}» y «${heading}»`
    const message = `hay dos columnas para ${reader.titleOf(id)}${named}; elija cuál se usa.`
    return [sheetProblem(reader, row, id, heading, message)]
  })
}

/** A sheet without data, or with more rows than an import takes; null when it is neither. */
export function extentProblem<Id extends string>(
  reader: ColumnReader<Id>,
  sheet: Sheet,
  maxRows: number,
  remedy: string,
): SheetProblem<Id> | null {
  const { rows } = sheet
  if (rows.every((cells) => cells.every((cell) => cell.trim() === ''))) {
    return sheetProblem(reader, 1, null, '', 'la hoja está vacía.')
  }
  if (rows.length <= maxRows) return null
  const message = `la hoja tiene ${rows.length} filas y el máximo es ${maxRows}; ${remedy}`
  return sheetProblem(reader, maxRows + 1, null, '', message)
}
