import type { IsoDate } from '../../lib/iso-date'
import {
  type CellReader,
  type ReadSheetRow,
  readSheetRows,
  type Sheet,
  type SheetLayout,
  type SheetProblem,
  type SheetRow,
  sheetProblem,
} from '../../lib/sheet'
import type { Steps } from '../../lib/steps'
import type { Gender } from '../bodies'
import {
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
import { type ColumnId, DIRECTORY_READER } from './directory-sheet'
import type { Standing } from './membership'
import type { SeatRole } from './seat'

/** Something in the sheet that keeps its row from being imported, and where it stands. */
export type ImportProblem = SheetProblem<ColumnId>

/** Makes a problem of a cell. */
export function problemAt(
  row: number,
  columnId: ColumnId | null,
  value: string,
  message: string,
): ImportProblem {
  return sheetProblem(DIRECTORY_READER, row, columnId, value, message)
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
export type ReadRow = ReadSheetRow<ColumnId, DirectoryRow>

type RowReader = SheetRow<ColumnId>

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

/** Reads every row below the headings that is not blank; `skip` holds rows the user left out. */
export function readRows(
  sheet: Sheet,
  layout: SheetLayout<ColumnId>,
  skip: ReadonlySet<number>,
): Steps<readonly ReadRow[]> {
  const first = layout.headerIndex === null ? 0 : layout.headerIndex + 1
  const genderColumn = layout.columns.indexOf('gender')
  const readGender = genderReader(sheet.rows.slice(first).map((cells) => cells[genderColumn] ?? ''))
  const input = { reader: DIRECTORY_READER, sheet, layout, skip }
  return readSheetRows(input, (row: RowReader) => readRecord(row, readGender))
}
