import type { Effects } from '../../lib/effects'
import { type IsoDate, yearOf } from '../../lib/iso-date'
import { foldText } from '../../lib/spanish'
import type { BodyId } from '../bodies'
import type { DirectorySheet, SheetMark } from '../people'
import {
  type ColumnMemory,
  type ItemColumnId,
  type ItemLayout,
  itemColumnTitle,
  readItemLayout,
} from './import-columns'
import {
  type ItemImportProblem,
  type ItemRow,
  itemCells,
  itemProblemAt,
  markProblemsOf,
  readItemRow,
} from './import-rows'
import { type Item, itemSchema } from './item'
import { CodeCounter } from './item-code'
import { type ItemEvent, type ItemEventBody, itemEventSchema } from './item-event'
import { type PartyDirectory, PartyFinder } from './parties'

/** Most rows of one sheet. */
export const MAX_ITEM_ROWS = 20_000

/** What is imported, into what. */
export interface ItemImportRequest {
  readonly sheet: DirectorySheet
  /** What each column holds as the user corrected it; null to recognise them by their headings. */
  readonly columns: readonly (ItemColumnId | null)[] | null
  /** What headings meant in earlier imports. */
  readonly memory: ColumnMemory
  /** Rows that the user left out. */
  readonly skip: ReadonlySet<number>
  readonly bodyId: BodyId
  readonly stored: readonly Pick<Item, 'code' | 'title' | 'openedOn'>[]
  readonly directory: PartyDirectory
  readonly today: IsoDate
  /** Who imports, for the story of what comes in with a state or an advance. */
  readonly author: string
  readonly fileName: string
  readonly effects: Effects
}

/** A row that can be imported: the item and the events that it brings. */
export interface PlannedItem {
  readonly row: number
  readonly item: Item
  readonly events: readonly ItemEvent[]
  readonly proposed: readonly ItemColumnId[]
}

/** A row that says what is known already: it is not imported. */
export interface DuplicateRow {
  readonly row: number
  readonly title: string
  /** The code of the stored item, or the earlier row, that it repeats. */
  readonly of:
    | { readonly kind: 'stored'; readonly code: string }
    | { readonly kind: 'row'; readonly row: number }
}

/** Everything an import would do, and everything that is wrong with the sheet. */
export interface ItemImportPlan {
  readonly layout: ItemLayout
  readonly items: readonly PlannedItem[]
  readonly duplicates: readonly DuplicateRow[]
  /** Not empty: nothing is imported unless the user leaves these rows out. */
  readonly problems: readonly ItemImportProblem[]
}

/** A repeated row in Spanish: "Fila 7: «Título» repite la fila 3." */
export function duplicateText({ row, title, of }: DuplicateRow): string {
  const where = of.kind === 'row' ? `la fila ${of.row}` : `${of.code}, que ya está en seguimiento`
  return `Fila ${row}: «${title}» repite ${where}.`
}

function layoutOf(request: ItemImportRequest): ItemLayout {
  const layout = readItemLayout(request.sheet, request.memory)
  return request.columns ? { ...layout, columns: request.columns } : layout
}

function repeatedColumns(layout: ItemLayout, row: number): readonly ItemImportProblem[] {
  const seen = new Set<ItemColumnId>()
  return layout.columns.flatMap((id) => {
    if (id === null) return []
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [itemProblemAt(row, id, '', `hay dos columnas para ${itemColumnTitle(id)}; elija cuál se usa.`)]
  })
}

/** What makes the whole sheet unusable. */
function sheetProblems(sheet: DirectorySheet, layout: ItemLayout): readonly ItemImportProblem[] {
  const row = (layout.headerIndex ?? 0) + 1
  if (sheet.rows.every((cells) => cells.every((cell) => cell.trim() === ''))) {
    return [itemProblemAt(1, null, '', 'la hoja está vacía.')]
  }
  if (sheet.rows.length > MAX_ITEM_ROWS) {
    const message = `la hoja tiene ${sheet.rows.length} filas y el máximo es ${MAX_ITEM_ROWS}; divídala en varios archivos.`
    return [itemProblemAt(MAX_ITEM_ROWS + 1, null, '', message)]
  }
  const used = new Set(layout.columns.filter((id) => id !== null))
  if (used.size === 0) {
    const message = 'no se reconocen los títulos de las columnas; diga qué es cada una.'
    return [itemProblemAt(row, null, '', message)]
  }
  const missing: readonly (readonly [ItemColumnId, boolean])[] = [
    ['title', used.has('title') || used.has('text')],
    ['responsible', used.has('responsible')],
  ]
  const absent = missing.flatMap(([id, present]) =>
    present ? [] : [itemProblemAt(row, id, '', `la hoja no tiene columna ${itemColumnTitle(id)}.`)],
  )
  return [...absent, ...repeatedColumns(layout, row)]
}

function marksByRow(marks: readonly SheetMark[]): ReadonlyMap<number, readonly SheetMark[]> {
  const byRow = new Map<number, SheetMark[]>()
  for (const mark of marks) {
    const ofRow = byRow.get(mark.row)
    if (ofRow) ofRow.push(mark)
    else byRow.set(mark.row, [mark])
  }
  return byRow
}

interface ReadRows {
  readonly rows: readonly ItemRow[]
  readonly problems: readonly ItemImportProblem[]
}

function readRowsOf(request: ItemImportRequest, layout: ItemLayout): ReadRows {
  const finder = new PartyFinder(request.directory)
  const marks = marksByRow(request.sheet.marks)
  const first = layout.headerIndex === null ? 0 : layout.headerIndex + 1
  const rows: ItemRow[] = []
  const problems: ItemImportProblem[] = []
  for (const [index, cells] of request.sheet.rows.entries()) {
    const row = index + 1
    const byColumn = itemCells(cells, layout)
    const isBlank = [...byColumn.values()].every((text) => text === '')
    if (index < first || request.skip.has(row) || isBlank) continue
    const read = readItemRow(row, byColumn, finder, request.today)
    const marked = markProblemsOf(row, marks.get(row) ?? [], layout)
    const columns = new Set(marked.map(({ columnId }) => columnId))
    const found = [...marked, ...read.problems.filter(({ columnId }) => !columns.has(columnId))]
    if (found.length > 0) problems.push(...found)
    else rows.push(read.record)
  }
  return { rows, problems }
}

function titleKey(title: string, openedOn: IsoDate): string {
  return `${foldText(title)} ${openedOn}`
}

type Original = DuplicateRow['of']

/** Tells repeated rows from new ones: by code, or by title and date when a row has no code. */
class Duplicates {
  readonly #byCode = new Map<string, { readonly of: Original; readonly title: string }>()
  readonly #byTitle = new Map<string, Original>()

  constructor(stored: ItemImportRequest['stored']) {
    for (const { code, title, openedOn } of stored) {
      const of: Original = { kind: 'stored', code }
      this.#byCode.set(foldText(code), { of, title })
      this.#byTitle.set(titleKey(title, openedOn), of)
    }
  }

  /** What a row repeats, null when it is new (and then it is remembered), or a problem. */
  judge({ row, code, title, openedOn }: ItemRow): Original | null | ItemImportProblem {
    const sameCode = code === '' ? undefined : this.#byCode.get(foldText(code))
    if (sameCode) {
      if (foldText(sameCode.title) === foldText(title)) return sameCode.of
      const where =
        sameCode.of.kind === 'row' ? `la fila ${sameCode.of.row}` : 'un asunto que ya está en seguimiento'
      return itemProblemAt(row, 'code', code, `la clave ${code} ya es de ${where}, con otro asunto.`)
    }
    const key = titleKey(title, openedOn)
    const sameTitle = code === '' ? this.#byTitle.get(key) : undefined
    if (sameTitle) return sameTitle
    const of: Original = { kind: 'row', row }
    if (code !== '') this.#byCode.set(foldText(code), { of, title })
    this.#byTitle.set(key, of)
    return null
  }
}

function eventsOf(row: ItemRow, item: Item, request: ItemImportRequest): readonly ItemEvent[] {
  const bodies: (readonly [ItemEventBody, IsoDate, string])[] = []
  if (row.progress !== '') bodies.push([{ kind: 'progress' }, row.progressOn, row.progress])
  if (row.state !== 'pending') bodies.push([{ kind: 'state', to: row.state }, row.since, ''])
  const reference = `Importado de «${request.fileName}», fila ${row.row}`.slice(0, 300)
  return bodies.map(([body, on, note], index) =>
    itemEventSchema.parse({
      id: request.effects.newId(),
      bodyId: item.bodyId,
      itemId: item.id,
      seq: index + 1,
      recordedAt: request.effects.now(),
      on,
      author: request.author,
      source: { kind: 'otro', reference, sessionId: null, factId: null },
      body,
      note,
      evidence: [],
    }),
  )
}

function plannedItem(row: ItemRow, codes: CodeCounter, request: ItemImportRequest): PlannedItem {
  const { code, title, text, responsible, supporting, external, priority, tags, openedOn, deadline } = row
  const item = itemSchema.parse({
    id: request.effects.newId(),
    bodyId: request.bodyId,
    code: code || codes.next(yearOf(openedOn)),
    title,
    text,
    origin: { kind: 'manual', note: `Importado de «${request.fileName}», fila ${row.row}`.slice(0, 300) },
    responsible,
    supporting,
    external,
    priority,
    tags,
    deadline,
    openedOn,
    attachments: [],
  })
  return { row: row.row, item, events: eventsOf(row, item, request), proposed: row.proposed }
}

/**
 * Works out what importing a sheet would do: the items with what they bring of their story, the rows
 * that repeat something known, and every bad cell by row and column. Nothing is decided twice: the
 * command plans again with the same function.
 */
export function planItemsImport(request: ItemImportRequest): ItemImportPlan {
  const layout = layoutOf(request)
  const unusable = sheetProblems(request.sheet, layout)
  if (unusable.length > 0) return { layout, items: [], duplicates: [], problems: unusable }
  const read = readRowsOf(request, layout)
  const known = new Duplicates(request.stored)
  const duplicates: DuplicateRow[] = []
  const problems = [...read.problems]
  const fresh: ItemRow[] = []
  for (const row of read.rows) {
    const judged = known.judge(row)
    if (judged === null) fresh.push(row)
    else if ('message' in judged) problems.push(judged)
    else duplicates.push({ row: row.row, title: row.title, of: judged })
  }
  const codes = new CodeCounter([...request.stored.map(({ code }) => code), ...fresh.map(({ code }) => code)])
  return {
    layout,
    items: fresh.map((row) => plannedItem(row, codes, request)),
    duplicates,
    problems: problems.sort((a, b) => a.row - b.row),
  }
}
