import type { IsoDate } from '../../lib/iso-date'
import type { Gender } from '../bodies'
import {
  type CellReader,
  cleanCell,
  genderReader,
  readDate,
  readInitials,
  readName,
  readRole,
  readStanding,
  readText,
  readYesNo,
  saysVacant,
} from './directory-cells'
import { findHonorific, splitHonorific } from './directory-honorifics'
import {
  type ColumnId,
  columnTitle,
  type DirectorySheet,
  type SheetLayout,
  type SheetMark,
} from './directory-sheet'
import type { Standing } from './membership'
import type { SeatRole } from './seat'

/** Something in the sheet that keeps its row from being imported, and where it stands. */
export interface ImportProblem {
  /** Row of the spreadsheet, from 1. */
  readonly row: number
  /** Column it concerns; null when it is about the whole row or sheet. */
  readonly columnId: ColumnId | null
  /** Heading of that column in Spanish; empty when there is none. */
  readonly column: string
  /** What the cell says; empty when it is blank. */
  readonly value: string
  /** What is wrong, in Spanish. */
  readonly message: string
}

/** The whole sentence of a problem: "Fila 4, columna Desde: 31/02/2017 no existe…". */
export function problemText(problem: ImportProblem): string {
  const where =
    problem.column === '' ? `Fila ${problem.row}` : `Fila ${problem.row}, columna ${problem.column}`
  return `${where}: ${problem.message}`
}

/** Makes a problem of a cell. */
export function problemAt(
  row: number,
  columnId: ColumnId | null,
  value: string,
  message: string,
): ImportProblem {
  return { row, columnId, column: columnId === null ? '' : columnTitle(columnId), value, message }
}

/** One row of the sheet, read; null is a blank cell, or one whose column the sheet does not have. */
export interface DirectoryRow {
  readonly row: number
  readonly area: string | null
  readonly acronym: string | null
  readonly role: SeatRole | null
  readonly vote: boolean | null
  readonly signs: boolean | null
  readonly areaFrom: IsoDate | null
  readonly areaUntil: IsoDate | null
  readonly standing: Standing | null
  readonly honorificShort: string | null
  readonly honorificLong: string | null
  /** null: the row says that the seat is vacant, or the sheet has no names. */
  readonly fullName: string | null
  readonly shortName: string | null
  readonly initials: string | null
  readonly gender: Gender | null
  readonly charge: string | null
  readonly signatureCaption: string | null
  readonly from: IsoDate | null
  readonly until: IsoDate | null
}

/** A row that was read, with what is wrong in it (empty when it can be imported). */
export interface ReadRow {
  readonly record: DirectoryRow
  readonly problems: readonly ImportProblem[]
}

/** Columns that describe the person and make no sense without her name. */
const PERSON_COLUMNS: readonly ColumnId[] = [
  'honorificShort',
  'honorificLong',
  'shortName',
  'initials',
  'gender',
  'charge',
  'signatureCaption',
  'from',
  'until',
]

const MARK_MESSAGES: Readonly<Record<SheetMark['kind'], (range: string) => string>> = {
  merged: (range) =>
    `las celdas ${range} están combinadas y solo la primera tiene el dato; sepárelas y repita el dato en cada fila.`,
  'formula-error': (range) => `la fórmula de ${range} da un error; escriba el valor.`,
  'formula-without-value': (range) =>
    `la fórmula de ${range} no tiene un valor guardado; ábrala en su hoja de cálculo, guárdela y vuelva a intentar.`,
}

/** Reads the cells of one row by what their columns hold. */
class RowReader {
  readonly problems: ImportProblem[] = []
  readonly row: number
  readonly #cells: ReadonlyMap<ColumnId, string>

  constructor(row: number, cells: ReadonlyMap<ColumnId, string>) {
    this.row = row
    this.#cells = cells
  }

  has(id: ColumnId): boolean {
    return this.#cells.has(id)
  }

  text(id: ColumnId): string {
    return this.#cells.get(id) ?? ''
  }

  report(id: ColumnId, message: string): void {
    this.problems.push(problemAt(this.row, id, this.text(id), message))
  }

  take<T>(id: ColumnId, read: CellReader<T>): T | null {
    const text = this.text(id)
    if (text === '') return null
    const answer = read(text)
    if (answer.ok) return answer.value
    this.report(id, answer.error)
    return null
  }
}

function checkSpan(
  reader: RowReader,
  from: ColumnId,
  until: ColumnId,
  span: readonly (IsoDate | null)[],
): void {
  const [start, end] = span
  if (start && end && end < start) {
    reader.report(
      until,
      `la fecha final ${reader.text(until)} es anterior a la inicial ${reader.text(from)}.`,
    )
  }
}

/** Name and form of address: "Lic. Cecilia Azuara Arai" in the name cell is taken apart. */
function readPersonName(reader: RowReader): { fullName: string | null; honorific: string | null } {
  const typed = reader.take('fullName', readName)
  const honorific = reader.take('honorificShort', readText)
  if (typed === null) return { fullName: null, honorific }
  const split = splitHonorific(typed)
  return { fullName: split.name, honorific: honorific ?? (split.honorific === '' ? null : split.honorific) }
}

function checkPerson(reader: RowReader, honorific: string | null, gender: Gender | null): void {
  const implied = honorific === null ? null : (findHonorific(honorific)?.gender ?? null)
  if (implied !== null && gender !== null && implied !== gender) {
    const word = implied === 'f' ? 'femenino' : 'masculino'
    reader.report('gender', `el tratamiento «${honorific}» es ${word} y el género dice lo contrario.`)
  }
}

/** A row of a sheet with names must have a name, say Vacante, or be left out. */
function checkName(reader: RowReader, vacant: boolean): void {
  if (vacant) {
    const stray = PERSON_COLUMNS.find((id) => reader.text(id) !== '')
    if (stray) {
      const where = stray === 'from' || stray === 'until' ? ' Para el área use Área desde y Área hasta.' : ''
      reader.report(stray, `el lugar está vacante y este dato es de una persona.${where}`)
    }
    return
  }
  const isMissing = reader.text('fullName') === ''
  if (isMissing && reader.has('fullName')) {
    reader.report('fullName', 'falta el nombre; si nadie ocupa el lugar, escriba Vacante.')
  } else if (isMissing) {
    const stray = PERSON_COLUMNS.find((id) => reader.text(id) !== '')
    if (stray) reader.report(stray, 'la hoja no tiene columna Nombre y este dato es de una persona.')
  }
}

function readRecord(reader: RowReader, readGender: CellReader<Gender>): DirectoryRow {
  const vacant = saysVacant(reader.text('fullName'))
  checkName(reader, vacant)
  const area = reader.take('area', readName)
  const acronym = reader.take('acronym', readText)
  if (reader.text('area') === '' && acronym === null) reader.report('area', 'falta el área.')
  const { fullName, honorific } = vacant ? { fullName: null, honorific: null } : readPersonName(reader)
  const gender = reader.take('gender', readGender)
  checkPerson(reader, honorific, gender)
  const areaSpan = [reader.take('areaFrom', readDate), reader.take('areaUntil', readDate)] as const
  const span = [reader.take('from', readDate), reader.take('until', readDate)] as const
  checkSpan(reader, 'areaFrom', 'areaUntil', areaSpan)
  checkSpan(reader, 'from', 'until', span)
  return {
    row: reader.row,
    area,
    acronym,
    role: reader.take('role', readRole),
    vote: reader.take('vote', readYesNo),
    signs: reader.take('signs', readYesNo),
    areaFrom: areaSpan[0],
    areaUntil: areaSpan[1],
    standing: reader.take('standing', readStanding),
    honorificShort: honorific,
    honorificLong: reader.take('honorificLong', readText),
    fullName,
    shortName: reader.take('shortName', readName),
    initials: reader.take('initials', readInitials),
    gender,
    charge: reader.take('charge', readText),
    signatureCaption: reader.take('signatureCaption', readText),
    from: span[0],
    until: span[1],
  }
}

function cellsByColumn(cells: readonly string[], layout: SheetLayout): ReadonlyMap<ColumnId, string> {
  const byColumn = new Map<ColumnId, string>()
  for (const [index, id] of layout.columns.entries()) {
    if (id !== null) byColumn.set(id, cleanCell(cells[index] ?? ''))
  }
  return byColumn
}

function marksByRow(sheet: DirectorySheet): ReadonlyMap<number, readonly SheetMark[]> {
  const byRow = new Map<number, SheetMark[]>()
  for (const mark of sheet.marks) byRow.set(mark.row, [...(byRow.get(mark.row) ?? []), mark])
  return byRow
}

function markProblems(
  marks: readonly SheetMark[],
  layout: SheetLayout,
  row: number,
): readonly ImportProblem[] {
  return marks
    .filter((mark) => layout.columns[mark.column])
    .map((mark) =>
      problemAt(row, layout.columns[mark.column] ?? null, '', MARK_MESSAGES[mark.kind](mark.range)),
    )
}

/** A cell that the spreadsheet itself left unreadable has one problem, not two. */
function withoutRepeats(
  marks: readonly ImportProblem[],
  problems: readonly ImportProblem[],
): readonly ImportProblem[] {
  const marked = new Set(marks.map(({ columnId }) => columnId))
  return [...marks, ...problems.filter(({ columnId }) => !marked.has(columnId))]
}

/** Reads every row below the headings that is not blank; `skip` holds rows the user left out. */
export function readRows(
  sheet: DirectorySheet,
  layout: SheetLayout,
  skip: ReadonlySet<number>,
): readonly ReadRow[] {
  const first = layout.headerIndex === null ? 0 : layout.headerIndex + 1
  const genderColumn = layout.columns.indexOf('gender')
  const readGender = genderReader(sheet.rows.slice(first).map((cells) => cells[genderColumn] ?? ''))
  const marks = marksByRow(sheet)
  const rows: ReadRow[] = []
  for (const [index, cells] of sheet.rows.entries()) {
    const row = index + 1
    const byColumn = cellsByColumn(cells, layout)
    const isBlank = [...byColumn.values()].every((text) => text === '')
    if (index < first || skip.has(row) || isBlank) continue
    const reader = new RowReader(row, byColumn)
    const record = readRecord(reader, readGender)
    rows.push({
      record,
      problems: withoutRepeats(markProblems(marks.get(row) ?? [], layout, row), reader.problems),
    })
  }
  return rows
}
