import Papa from 'papaparse'
import {
  InvalidInputError,
  InvalidSpreadsheetError,
  default as readXlsxFile,
} from 'read-excel-file/universal'
import { ITEM_READER, MAX_ITEM_ROWS } from '../../../shared/domain/follow-up'
import { DIRECTORY_READER, MAX_IMPORT_ROWS } from '../../../shared/domain/people'
import { DATE_READER, MAX_DATE_ROWS } from '../../../shared/domain/publications'
import { err, ok, type Result } from '../../../shared/lib/result'
import type { NamedSheet } from '../../../shared/lib/sheet'
import { decodeText, startsWith } from './decode-text'
import type { SpreadsheetFailure } from './failure'
import { findMarks } from './sheet-marks'
import { unzip, type ZipEntry, zipStored } from './unzip'

/** Largest file accepted; a directory of thousands fits in one. */
export const MAX_FILE_BYTES = 10_000_000
/** Largest sum of the unpacked parts of a workbook. */
const MAX_UNPACKED_BYTES = 100_000_000

const ZIP_START = [0x50, 0x4b]
/** Old .xls books and encrypted .xlsx share this container. */
const COMPOUND_START = [0xd0, 0xcf, 0x11, 0xe0]

type SheetsResult = Result<readonly NamedSheet[], SpreadsheetFailure>

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? 'Sí' : 'No'
  return String(value)
}

/** Rows beyond what any import takes are cut, except one: enough for it to say that there are too many. */
function cutRows<T>(rows: readonly T[]): readonly T[] {
  return rows.slice(0, Math.max(MAX_IMPORT_ROWS, MAX_ITEM_ROWS, MAX_DATE_ROWS) + 1)
}

/** Paths of the sheets by name of their tab, from the workbook and its relations. */
function sheetPaths(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const relations = files.get('xl/_rels/workbook.xml.rels') ?? ''
  const targets = new Map<string, string>()
  for (const [tag] of relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    const id = /\sId="([^"]*)"/.exec(tag)?.[1]
    const target = /\sTarget="([^"]*)"/.exec(tag)?.[1]
    if (id && target) targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  }
  const paths = new Map<string, string>()
  for (const [tag] of (files.get('xl/workbook.xml') ?? '').matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)) {
    const name = /\sname="([^"]*)"/.exec(tag)?.[1]
    const path = targets.get(/\s(?:\w+:)?id="([^"]*)"/.exec(tag)?.[1] ?? '')
    if (name !== undefined && path) paths.set(unescapeXml(name), path)
  }
  return paths
}

function unescapeXml(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
}

async function readSheets(entries: readonly ZipEntry[]): Promise<readonly NamedSheet[]> {
  const decoder = new TextDecoder()
  const files = new Map(entries.map(({ name, bytes }) => [name, decoder.decode(bytes)]))
  const paths = sheetPaths(files)
  const sheets = await readXlsxFile(zipStored(entries))
  return sheets.map(({ sheet: name, data }) => {
    const rows = cutRows(data).map((cells) => cells.map(cellText))
    const columns = Math.max(0, ...rows.map((cells) => cells.length))
    const xml = files.get(paths.get(name) ?? '') ?? ''
    const { marks, formulas } = findMarks(xml, { rows: rows.length, columns })
    return { name, sheet: { rows, marks }, formulas }
  })
}

function isXmlPart(name: string): boolean {
  return name.endsWith('.xml') || name.endsWith('.rels')
}

async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<SheetsResult> {
  const unzipped = await unzip(bytes, isXmlPart, MAX_UNPACKED_BYTES)
  if (!unzipped.ok) {
    const codes = {
      damaged: 'damaged',
      protected: 'old-or-protected',
      'too-large': 'unpacked-too-large',
    } as const
    return err({ code: codes[unzipped.error] })
  }
  if (!unzipped.value.some(({ name }) => name === 'xl/workbook.xml')) return err({ code: 'other-format' })
  try {
    return ok(await readSheets(unzipped.value))
  } catch (error) {
    // The library throws for every fault of the file, with its own errors or plain ones for broken XML.
    const isKnown = error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError
    if (isKnown || error instanceof Error) return err({ code: 'damaged' })
    throw error
  }
}

const DELIMITERS = ['\t', ';', ',', '|']
const PREVIEW_ROWS = 10

/** Kinds of sheets whose headings tell one delimiter from another. */
const READERS = [DIRECTORY_READER, ITEM_READER, DATE_READER]

function knownColumns(columns: readonly (string | null)[]): number {
  return columns.filter((column) => column !== null).length
}

/** The delimiter that makes most headings recognisable, then the one that makes the widest rows. */
function delimiterOf(text: string): string {
  const scored = DELIMITERS.map((delimiter) => {
    const { data: rows } = Papa.parse<string[]>(text, { delimiter, preview: PREVIEW_ROWS })
    const known = Math.max(...READERS.map((reader) => knownColumns(reader.read({ rows, marks: [] }).columns)))
    return { delimiter, known, width: Math.max(0, ...rows.map((cells) => cells.length)) }
  })
  scored.sort((a, b) => b.known - a.known || b.width - a.width)
  return scored[0]?.delimiter ?? ','
}

/** Reads delimited text (tabs, semicolons, commas or bars), as pasted from a spreadsheet or from a .csv. */
export function readDelimited(text: string, name: string): SheetsResult {
  const plain = text.replace(/^\ufeff/, '')
  const parsed = Papa.parse<string[]>(plain, { delimiter: delimiterOf(plain), skipEmptyLines: false })
  const broken = parsed.errors.find(({ type }) => type === 'Quotes')
  if (broken) return err({ code: 'bad-quotes', row: (broken.row ?? 0) + 1 })
  const rows = cutRows(parsed.data)
  if (rows.every((cells) => cells.every((cell) => cell.trim() === ''))) return err({ code: 'empty' })
  return ok([{ name, sheet: { rows, marks: [] }, formulas: 0 }])
}

/** Reads a spreadsheet by what its bytes are, not by how it is called. */
export async function readWorkbook(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<SheetsResult> {
  if (bytes.byteLength === 0) return err({ code: 'empty' })
  if (startsWith(bytes, COMPOUND_START)) return err({ code: 'old-or-protected' })
  if (!startsWith(bytes, ZIP_START)) {
    const text = decodeText(bytes)
    return text === null ? err({ code: 'other-format' }) : readDelimited(text, name)
  }
  const sheets = await readXlsx(bytes)
  if (!sheets.ok) return sheets
  const filled = sheets.value.filter(({ sheet }) => sheet.rows.length > 0)
  return filled.length === 0 ? err({ code: 'empty' }) : ok(filled)
}
