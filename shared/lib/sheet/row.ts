import type { Result } from '../result'
import type { ColumnReader, SheetLayout } from './layout'
import { marksByRow, type SheetProblem, sheetProblem, withMarks } from './problems'
import { cleanCell, type Sheet } from './sheet'

/** Reads the text of a cell, already trimmed and not empty; the error is a sentence for the user. */
export type CellReader<T> = (text: string) => Result<T, string>

/** The cells of one row by what their columns hold, and what is found wrong while they are read. */
export class SheetRow<Id extends string> {
  readonly problems: SheetProblem<Id>[] = []
  /** Columns whose value was supposed because the cell is blank. */
  readonly proposed: Id[] = []
  readonly row: number
  readonly #reader: ColumnReader<Id>
  readonly #cells: ReadonlyMap<Id, string>

  constructor(reader: ColumnReader<Id>, row: number, cells: ReadonlyMap<Id, string>) {
    this.#reader = reader
    this.row = row
    this.#cells = cells
  }

  /** Whether the sheet has the column. */
  has(id: Id): boolean {
    return this.#cells.has(id)
  }

  /** Text of a cell; empty when it is blank or the sheet has no such column. */
  text(id: Id): string {
    return this.#cells.get(id) ?? ''
  }

  /** Whether no cell says anything. */
  get isBlank(): boolean {
    return [...this.#cells.values()].every((text) => text === '')
  }

  /** Notes something wrong in a cell. */
  report(id: Id, message: string): void {
    this.problems.push(sheetProblem(this.#reader, this.row, id, this.text(id), message))
  }

  /** What a cell says; null when it is blank, or wrong (and then it is reported). */
  take<T>(id: Id, read: CellReader<T>): T | null {
    const text = this.text(id)
    if (text === '') return null
    const answer = read(text)
    if (answer.ok) return answer.value
    this.report(id, answer.error)
    return null
  }

  /** Text of a cell, reported when it is too long. */
  limited(id: Id, limit: number): string {
    const text = this.text(id)
    if (text.length > limit) {
      this.report(id, `el texto tiene ${text.length} caracteres y el máximo es ${limit}.`)
    }
    return text.slice(0, limit)
  }
}

function cellsByColumn<Id extends string>(
  cells: readonly string[],
  { columns }: SheetLayout<Id>,
): ReadonlyMap<Id, string> {
  const byColumn = new Map<Id, string>()
  for (const [index, id] of columns.entries()) {
    // The quote that spreadsheets put before a text that looks like a formula is no part of it.
    if (id !== null) byColumn.set(id, cleanCell(cells[index] ?? '').replace(/^'(?=[=+\-@])/, ''))
  }
  return byColumn
}

/** A row as an import read it, with everything wrong in it. */
export interface ReadSheetRow<Id extends string, T> {
  readonly record: T
  readonly problems: readonly SheetProblem<Id>[]
}

/**
 * Reads the rows below the headings that are neither blank nor left out by the user, one step each.
 * With problems, a record is only good for showing it.
 */
export function* readSheetRows<Id extends string, T>(
  input: {
    readonly reader: ColumnReader<Id>
    readonly sheet: Sheet
    readonly layout: SheetLayout<Id>
    /** Rows that the user left out, from 1. */
    readonly skip: ReadonlySet<number>
  },
  read: (row: SheetRow<Id>) => T,
): Generator<number, readonly ReadSheetRow<Id, T>[], void> {
  const { reader, sheet, layout, skip } = input
  const first = layout.headerIndex === null ? 0 : layout.headerIndex + 1
  const marks = marksByRow(sheet)
  const rows: ReadSheetRow<Id, T>[] = []
  for (const [index, cells] of sheet.rows.entries()) {
    if (index < first || skip.has(index + 1)) continue
    const row = new SheetRow(reader, index + 1, cellsByColumn(cells, layout))
    if (row.isBlank) continue
    const record = read(row)
    const problems = withMarks(reader, layout, row.row, marks.get(row.row) ?? [], row.problems)
    rows.push({ record, problems })
    yield index / sheet.rows.length
  }
  return rows
}
