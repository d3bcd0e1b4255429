import {
  type ColumnId,
  columnTitle,
  type DirectorySheet,
  type ImportRequest,
  readLayout,
} from '../../../../shared/domain/people'

/** A sheet as read, with what the user changed before importing it; the file itself is never touched. */
export interface ImportDraft {
  readonly sheet: DirectorySheet
  /** What each column holds, once the user said so or a column was added; null follows the headings. */
  readonly columns: ImportRequest['columns']
  readonly skip: ReadonlySet<number>
}

export function startDraft(sheet: DirectorySheet): ImportDraft {
  return { sheet, columns: null, skip: new Set() }
}

/** What each column holds now. */
export function columnsOf(draft: ImportDraft): readonly (ColumnId | null)[] {
  return draft.columns ?? readLayout(draft.sheet).columns
}

/** Text of a cell, by what its column holds; empty when the sheet has no such column. */
export function cellOf(draft: ImportDraft, row: number, column: ColumnId): string {
  const index = columnsOf(draft).indexOf(column)
  return index < 0 ? '' : (draft.sheet.rows[row - 1]?.[index] ?? '')
}

/** The sheet with a column added at its end, under its heading. */
function withColumn(draft: ImportDraft, column: ColumnId): ImportDraft {
  const width = Math.max(...draft.sheet.rows.map((cells) => cells.length))
  const { headerIndex } = readLayout(draft.sheet)
  const rows = draft.sheet.rows.map((cells, index) => [
    ...cells,
    ...Array.from({ length: width - cells.length }, () => ''),
    index === headerIndex ? columnTitle(column) : '',
  ])
  const columns = [...columnsOf(draft)]
  while (columns.length < width) columns.push(null)
  return { ...draft, sheet: { ...draft.sheet, rows }, columns: [...columns, column] }
}

/** The draft with another text in a cell; what the spreadsheet said of that cell no longer counts. */
export function editCell(draft: ImportDraft, row: number, column: ColumnId, text: string): ImportDraft {
  const target = columnsOf(draft).includes(column) ? draft : withColumn(draft, column)
  const index = columnsOf(target).indexOf(column)
  const rows = target.sheet.rows.map((cells, at) => {
    if (at !== row - 1) return cells
    const padded = [...cells, ...Array.from({ length: Math.max(0, index + 1 - cells.length) }, () => '')]
    return padded.map((cell, place) => (place === index ? text : cell))
  })
  const marks = target.sheet.marks.filter((mark) => mark.row !== row || mark.column !== index)
  return { ...target, sheet: { rows, marks } }
}

/** The draft with another meaning for a column; a meaning belongs to one column only. */
export function assignColumn(draft: ImportDraft, index: number, id: ColumnId | null): ImportDraft {
  const columns = columnsOf(draft).map((current, at) => {
    if (at === index) return id
    return current === id ? null : current
  })
  return { ...draft, columns }
}

/** The draft with a row left out, or back in. */
export function toggleRow(draft: ImportDraft, row: number): ImportDraft {
  const skip = new Set(draft.skip)
  if (!skip.delete(row)) skip.add(row)
  return { ...draft, skip }
}
