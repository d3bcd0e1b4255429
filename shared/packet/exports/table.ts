import type { ExportSheet, SheetCell } from '../../documents'
import { sheetCsv } from '../../outputs'

/** What a cell holds before it is written. */
export type CellValue = string | number | boolean | null

/** Kind of value of a column, as CSVW names it. */
export type ColumnType = 'string' | 'integer' | 'boolean' | 'date' | 'time'

/** A column of a table: its name for programs, its heading for people, and how its cells are made. */
export interface Column<Row> {
  readonly name: string
  readonly title: string
  readonly type: ColumnType
  /** Whether every row has a value. */
  readonly required: boolean
  readonly value: (row: Row) => CellValue
}

/** Columns of one table that name rows of another. */
export interface ForeignKey {
  readonly column: string
  readonly table: string
  readonly references: string
}

/** A table of the packet. `key` names the columns that tell its rows apart. */
export interface Table<Row> {
  /** Name of the file, without extension. */
  readonly name: string
  readonly title: string
  readonly key: readonly string[]
  readonly foreignKeys: readonly ForeignKey[]
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
}

/** A table with its rows made cells, so that tables of all kinds go in one list. */
export interface MadeTable extends Omit<Table<never>, 'columns' | 'rows'> {
  readonly columns: readonly Omit<Column<never>, 'value'>[]
  readonly rows: readonly (readonly CellValue[])[]
}

/** Makes the cells of a table. */
export function makeTable<Row>(table: Table<Row>): MadeTable {
  return {
    ...table,
    columns: table.columns.map(({ value: _value, ...column }) => column),
    rows: table.rows.map((row) => table.columns.map(({ value }) => value(row))),
  }
}

function cellOf(value: CellValue): SheetCell {
  if (value === null || value === '') return null
  if (typeof value === 'number') return { kind: 'number', value }
  return { kind: 'text', text: typeof value === 'boolean' ? (value ? 'sí' : 'no') : value }
}

/** A table as CSV that Excel opens with accents and in which no cell starts a formula. */
export function tableCsv({ name, columns, rows }: MadeTable): string {
  const sheet: ExportSheet = {
    name,
    columns: columns.map(({ title }) => ({ title, width: 20 })),
    rows: rows.map((row) => row.map(cellOf)),
  }
  return sheetCsv(sheet)
}

const DATATYPES: Readonly<Record<ColumnType, unknown>> = {
  string: 'string',
  integer: 'integer',
  boolean: { base: 'boolean', format: 'sí|no' },
  date: { base: 'date', format: 'yyyy-MM-dd' },
  time: { base: 'time', format: 'HH:mm' },
}

/** `csv-metadata.json`: the tables with their columns, keys and references, as W3C CSVW describes them. */
export function tableMetadata(tables: readonly MadeTable[]): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'es' }],
    dialect: { encoding: 'utf-8', header: true, delimiter: ',', lineTerminators: ['\r\n'] },
    'dc:description':
      'Un texto que empezaría una fórmula lleva un apóstrofo delante: se quita para tener el original.',
    tables: tables.map((table) => ({
      url: `${table.name}.csv`,
      'dc:title': table.title,
      tableSchema: {
        columns: table.columns.map(({ name, title, type, required }) => ({
          name,
          titles: title,
          datatype: DATATYPES[type],
          required,
        })),
        primaryKey: table.key,
        ...(table.foreignKeys.length === 0
          ? {}
          : {
              foreignKeys: table.foreignKeys.map(({ column, table: other, references }) => ({
                columnReference: column,
                reference: { resource: `${other}.csv`, columnReference: references },
              })),
            }),
      },
    })),
  }
}
