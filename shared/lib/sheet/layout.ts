import { foldText } from '../spanish'
import { type Sheet, type SheetColumn, sheetWidth } from './sheet'

/** Where the data start and what each column holds. */
export interface SheetLayout<Id extends string> {
  /** Index in `rows` of the headings; null when none were recognised and every row is data. */
  readonly headerIndex: number | null
  /** Per column of the sheet, what it holds; null is not used. */
  readonly columns: readonly (Id | null)[]
}

/** What each heading meant last time, by its key: the mapping that the app remembers. */
export type ColumnMemory<Id extends string> = Readonly<Record<string, Id | null>>

/** Rows searched for headings: sheets often begin with a title. */
const HEADER_SEARCH_ROWS = 10
const LINK_WORDS = new Set(['de', 'del', 'la', 'el', 'los', 'las', 'en', 'para', 'y', 'o', 'a', 'con'])

/** A heading without accents, punctuation or link words, to recognise it again. */
export function headingKeyOf(text: string): string {
  return foldText(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .split(' ')
    .filter((word) => word !== '' && !LINK_WORDS.has(word))
    .join(' ')
}

/** Recognises the columns of one kind of sheet by their headings. Made once for each kind. */
export class ColumnReader<Id extends string> {
  readonly #titles: ReadonlyMap<Id, string>
  readonly #byTitle: ReadonlyMap<string, Id>
  readonly #byOther: ReadonlyMap<string, Id>
  readonly #titleWins: boolean

  /**
   * With `titleWins`, a column under a title of the template makes another that would mean the same
   * unused; without it both claim the same, and the user is asked.
   */
  constructor(columns: readonly SheetColumn<Id>[], options: { readonly titleWins?: boolean } = {}) {
    this.#titleWins = options.titleWins === true
    this.#titles = new Map(columns.map(({ id, title }) => [id, title]))
    this.#byTitle = new Map(columns.map(({ id, title }) => [headingKeyOf(title), id]))
    this.#byOther = new Map(
      columns.flatMap(({ id, also }) => also.map((other) => [headingKeyOf(other), id] as const)),
    )
  }

  /** Spanish title of a column. */
  titleOf(id: Id): string {
    return this.#titles.get(id) ?? id
  }

  /** The column that a heading names, however it is written; null when unknown. */
  columnOf(heading: string): Id | null {
    const key = headingKeyOf(heading)
    return this.#byTitle.get(key) ?? this.#byOther.get(key) ?? null
  }

  /**
   * Recognises the heading row: the one, among the first ten, that names most columns (two at least).
   * What the user said of a heading before wins.
   */
  read(sheet: Sheet, memory: ColumnMemory<Id> = {}): SheetLayout<Id> {
    let best: SheetLayout<Id> | null = null
    let bestCount = 1
    for (const [index, cells] of sheet.rows.slice(0, HEADER_SEARCH_ROWS).entries()) {
      const columns = this.#recognise(cells, memory)
      const count = new Set(columns.filter((id) => id !== null)).size
      if (count <= bestCount) continue
      best = { headerIndex: index, columns }
      bestCount = count
    }
    const unknown = Array.from({ length: sheetWidth(sheet) }, () => null)
    return best ?? { headerIndex: null, columns: unknown }
  }

  #recognise(cells: readonly string[], memory: ColumnMemory<Id>): readonly (Id | null)[] {
    const keys = cells.map(headingKeyOf)
    const titled = new Set(this.#titleWins ? keys.map((key) => this.#byTitle.get(key)) : [])
    return keys.map((key) => {
      if (key === '') return null
      const remembered = Object.hasOwn(memory, key) ? memory[key] : undefined
      if (remembered !== undefined) return remembered
      const other = this.#byOther.get(key)
      return this.#byTitle.get(key) ?? (other === undefined || titled.has(other) ? null : other)
    })
  }
}

/** The headings of a sheet; none when no row of headings was recognised. */
export function headingsOf<Id extends string>(sheet: Sheet, { headerIndex }: SheetLayout<Id>) {
  return headerIndex === null ? [] : (sheet.rows[headerIndex] ?? [])
}

/** What to remember of a mapping that the user confirmed. */
export function rememberColumns<Id extends string>(
  sheet: Sheet,
  layout: SheetLayout<Id>,
  memory: ColumnMemory<Id>,
): ColumnMemory<Id> {
  const learned = headingsOf(sheet, layout).flatMap((heading, index) => {
    const key = headingKeyOf(heading)
    return key === '' ? [] : [[key, layout.columns[index] ?? null] as const]
  })
  return { ...memory, ...Object.fromEntries(learned) }
}

/** What the user should know of the columns that are not used. */
export function unusedNotes<Id extends string>(sheet: Sheet, layout: SheetLayout<Id>): readonly string[] {
  return headingsOf(sheet, layout)
    .filter((heading, index) => heading.trim() !== '' && (layout.columns[index] ?? null) === null)
    .map((heading) => `La columna «${heading.trim()}» no se usa.`)
}
