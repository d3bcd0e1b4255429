interface MarkPlace {
  /** From 1. */
  readonly row: number
  /** From 0. */
  readonly column: number
}

/** A cell whose value cannot be trusted as text, until somebody writes another. */
export type SheetMark = MarkPlace &
  (
    | {
        readonly kind: 'merged' | 'formula-error' | 'formula-without-value'
        /** Address as the spreadsheet shows it: "B4" or "B4:B6". */
        readonly range: string
      }
    /** What was read has something that no cell can say; `says` tells it, in Spanish. */
    | { readonly kind: 'unsayable'; readonly says: string }
  )

/** Cells of a sheet as text; dates are ISO. Row 1 of the spreadsheet is `rows[0]`. */
export interface Sheet {
  readonly rows: readonly (readonly string[])[]
  readonly marks: readonly SheetMark[]
}

/** A sheet of a file. */
export interface NamedSheet {
  /** Name of its tab; of the file for text. */
  readonly name: string
  readonly sheet: Sheet
  /** Cells whose formula was taken by its stored value. */
  readonly formulas: number
  /** What else is to be known of the file, in Spanish; stops nothing. */
  readonly notes?: readonly string[]
}

/** A column that an import understands. */
export interface SheetColumn<Id extends string> {
  readonly id: Id
  readonly title: string
  /** Other headings understood, in lower case, without accents, punctuation or link words. */
  readonly also: readonly string[]
  /** What to write in it, for the help. */
  readonly help: string
  /** Something that could stand in it; empty where the help says enough. */
  readonly example: string
}

const LETTERS = 26
const CODE_OF_A = 65

/** "A", "B", …, "AA": how spreadsheets call a column, from its place (from 0). */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / LETTERS)
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(CODE_OF_A + (index % LETTERS))
}

/** Row (from 1) and column (from 0) of an address such as "B4"; null when it is none. */
export function cellAddress(text: string): { readonly row: number; readonly column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(text) ?? []
  if (letters === undefined || digits === undefined) return null
  const column = [...letters].reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - CODE_OF_A + 1, 0)
  return { row: Number(digits), column: column - 1 }
}

/** Blanks, line breaks and invisible characters that spreadsheets leave in cells become one space. */
export function cleanCell(text: string): string {
  return text
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
}

/** Width of the widest row. */
export function sheetWidth({ rows }: Sheet): number {
  return rows.reduce((widest, cells) => Math.max(widest, cells.length), 0)
}
