import type { ColumnMemory, ColumnReader, SheetLayout } from './layout'
import { cellAddress, type Sheet, sheetWidth } from './sheet'

/** A sheet as read, with what the user changed before importing it; the file itself is never touched. */
export interface SheetDraft<Id extends string> {
  readonly sheet: Sheet
  /** What each column holds, once the user said so or a column was added; null follows the headings. */
  readonly columns: SheetLayout<Id>['columns'] | null
  /** What headings meant in earlier imports. */
  readonly memory: ColumnMemory<Id>
  /** Rows left out, from 1. */
  readonly skip: ReadonlySet<number>
}

/** A sheet that nobody has changed. */
export function startDraft<Id extends string>(sheet: Sheet, memory: ColumnMemory<Id> = {}): SheetDraft<Id> {
  return { sheet, columns: null, memory, skip: new Set() }
}

/** What a draft asks to be planned: its layout as the headings and the user say. */
export function layoutOf<Id extends string>(
  reader: ColumnReader<Id>,
  { sheet, columns, memory }: Pick<SheetDraft<Id>, 'sheet' | 'columns' | 'memory'>,
): SheetLayout<Id> {
  const layout = reader.read(sheet, memory)
  return columns ? { ...layout, columns } : layout
}

/** Corrects sheets of one kind before they are imported. Every edit gives another draft. */
export class DraftEditor<Id extends string> {
  readonly #reader: ColumnReader<Id>

  constructor(reader: ColumnReader<Id>) {
    this.#reader = reader
  }

  /** What each column holds now. */
  columnsOf(draft: SheetDraft<Id>): readonly (Id | null)[] {
    return layoutOf(this.#reader, draft).columns
  }

  /** Text of a cell, by what its column holds; empty when the sheet has no such column. */
  cellOf(draft: SheetDraft<Id>, row: number, column: Id): string {
    const index = this.columnsOf(draft).indexOf(column)
    return index < 0 ? '' : (draft.sheet.rows[row - 1]?.[index] ?? '')
  }

  /** The draft with another text in a cell; what the spreadsheet said of that cell no longer counts. */
  editCell(draft: SheetDraft<Id>, row: number, column: Id, text: string): SheetDraft<Id> {
    const target = this.columnsOf(draft).includes(column) ? draft : this.#withColumn(draft, column)
    const index = this.columnsOf(target).indexOf(column)
    return { ...target, sheet: withCell(target.sheet, row, index, text) }
  }

  /** The draft with another meaning for a column; a meaning belongs to one column only. */
  assignColumn(draft: SheetDraft<Id>, index: number, id: Id | null): SheetDraft<Id> {
    const columns = this.columnsOf(draft).map((current, at) => {
      if (at === index) return id
      return current === id ? null : current
    })
    return { ...draft, columns }
  }

  /** The sheet with a column added at its end, under its heading. */
  #withColumn(draft: SheetDraft<Id>, column: Id): SheetDraft<Id> {
    const width = sheetWidth(draft.sheet)
    const { headerIndex, columns } = layoutOf(this.#reader, draft)
    const rows = draft.sheet.rows.map((cells, index) => [
      ...padded(cells, width),
      index === headerIndex ? this.#reader.titleOf(column) : '',
    ])
    const known = [...columns, ...Array.from({ length: Math.max(0, width - columns.length) }, () => null)]
    return { ...draft, sheet: { ...draft.sheet, rows }, columns: [...known, column] }
  }
}

function padded(cells: readonly string[], width: number): readonly string[] {
  return [...cells, ...Array.from({ length: Math.max(0, width - cells.length) }, () => '')]
}

function withCell({ rows, marks }: Sheet, row: number, column: number, text: string): Sheet {
  const cells = padded(rows[row - 1] ?? [], column + 1)
  const edited = cells.map((cell, at) => (at === column ? text : cell))
  return {
    rows: rows.map((other, index) => (index === row - 1 ? edited : other)),
    marks: marks.filter((mark) => mark.row !== row || mark.column !== column),
  }
}

/** The draft with a row left out, or back in. */
export function toggleRow<Id extends string>(draft: SheetDraft<Id>, row: number): SheetDraft<Id> {
  const skip = new Set(draft.skip)
  if (!skip.delete(row)) skip.add(row)
  return { ...draft, skip }
}

/** The draft without more rows. */
export function leaveOut<Id extends string>(draft: SheetDraft<Id>, rows: Iterable<number>): SheetDraft<Id> {
  return { ...draft, skip: new Set([...draft.skip, ...rows]) }
}

/** Merged cells below the headings whose columns are used. */
export function mergedCells<Id extends string>(
  { sheet }: SheetDraft<Id>,
  layout: SheetLayout<Id>,
): Sheet['marks'] {
  const headings = layout.headerIndex === null ? 0 : layout.headerIndex + 1
  return sheet.marks.filter(
    ({ kind, row, column }) =>
      kind === 'merged' && row > headings && (layout.columns[column] ?? null) !== null,
  )
}

/** The draft with merged cells taken apart, each with what the first one says. */
export function splitMerged<Id extends string>(
  draft: SheetDraft<Id>,
  merged: Sheet['marks'],
): SheetDraft<Id> {
  const rows = draft.sheet.rows.map((cells) => [...cells])
  for (const mark of merged) {
    const { row, column } = mark
    const start = mark.kind === 'merged' ? cellAddress(mark.range.split(':')[0] ?? '') : null
    const cells = rows[row - 1]
    if (!start || !cells) continue
    while (cells.length <= column) cells.push('')
    cells[column] = draft.sheet.rows[start.row - 1]?.[start.column] ?? ''
  }
  const done = new Set(merged)
  return { ...draft, sheet: { rows, marks: draft.sheet.marks.filter((mark) => !done.has(mark)) } }
}
