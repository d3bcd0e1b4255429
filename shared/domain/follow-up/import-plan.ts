import type { Effects } from '../../lib/effects'
import { type IsoDate, yearOf } from '../../lib/iso-date'
import {
  extentProblem,
  layoutOf,
  type PlannedSheetRow,
  type ReadSheetRow,
  type RepeatedRow,
  readSheetRows,
  repeatedColumns,
  type Sheet,
  type SheetDraft,
  type SheetLayout,
  type SheetPlan,
  unusedNotes,
} from '../../lib/sheet'
import { foldText } from '../../lib/spanish'
import { finish, mapSteps, type Steps } from '../../lib/steps'
import type { BodyId } from '../bodies'
import { ITEM_READER, type ItemColumnId } from './import-columns'
import { type ItemImportProblem, type ItemRow, itemProblemAt, readItemRow } from './import-rows'
import { type Item, itemSchema } from './item'
import { CodeCounter } from './item-code'
import { type ItemEvent, type ItemEventBody, itemEventSchema } from './item-event'
import { type PartyDirectory, PartyFinder } from './parties'

/** Most rows of one sheet. */
export const MAX_ITEM_ROWS = 20_000

/** What is imported, into what. */
export interface ItemImportRequest extends SheetDraft<ItemColumnId> {
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
export interface PlannedItem extends PlannedSheetRow<ItemColumnId> {
  readonly item: Item
  readonly events: readonly ItemEvent[]
}

/** Everything an import would do, and everything that is wrong with the sheet. */
export interface ItemImportPlan extends SheetPlan<ItemColumnId> {
  readonly rows: readonly PlannedItem[]
}

/** What makes the whole sheet unusable. */
function sheetProblems(sheet: Sheet, layout: SheetLayout<ItemColumnId>): readonly ItemImportProblem[] {
  const extent = extentProblem(ITEM_READER, sheet, MAX_ITEM_ROWS, 'divídala en varios archivos.')
  if (extent) return [extent]
  const row = (layout.headerIndex ?? 0) + 1
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
    present ? [] : [itemProblemAt(row, id, '', `la hoja no tiene columna ${ITEM_READER.titleOf(id)}.`)],
  )
  return [...absent, ...repeatedColumns(ITEM_READER, sheet, layout)]
}

function titleKey(title: string, openedOn: IsoDate): string {
  return `${foldText(title)} ${openedOn}`
}

/** What a row repeats: a stored item by its code, or an earlier row. */
type Original =
  | { readonly kind: 'stored'; readonly code: string }
  | { readonly kind: 'row'; readonly row: number }

function repeatedRow({ row, title }: ItemRow, of: Original): RepeatedRow {
  const where = of.kind === 'row' ? `la fila ${of.row}` : `${of.code}, que ya está en seguimiento`
  return { row, says: `«${title}» repite ${where}.` }
}

/** Tells repeated rows from new ones: by code, or by title and date when a row has no code. */
class Duplicates {
  readonly #byCode = new Map<string, { readonly of: Original; readonly title: string }>()
  readonly #byTitle = new Map<string, Original>()

  /** Remembers an item that is already stored. */
  learn({ code, title, openedOn }: ItemImportRequest['stored'][number]): void {
    const of: Original = { kind: 'stored', code }
    this.#byCode.set(foldText(code), { of, title })
    this.#byTitle.set(titleKey(title, openedOn), of)
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
  const events = eventsOf(row, item, request)
  return { row: row.row, outcome: 'new', item, events, proposed: row.proposed }
}

interface Judged {
  readonly fresh: readonly ItemRow[]
  readonly repeated: readonly RepeatedRow[]
  readonly problems: readonly ItemImportProblem[]
}

/** Tells the rows that are new from those that repeat something and those that are wrong. */
function* judgeRows(
  read: readonly ReadSheetRow<ItemColumnId, ItemRow>[],
  stored: ItemImportRequest['stored'],
): Steps<Judged> {
  const known = new Duplicates()
  for (const item of stored) {
    known.learn(item)
    yield 1
  }
  const repeated: RepeatedRow[] = []
  const problems: ItemImportProblem[] = []
  const fresh: ItemRow[] = []
  for (const { record, problems: found } of read) {
    const judged = found.length > 0 ? null : known.judge(record)
    if (found.length > 0) problems.push(...found)
    else if (judged === null) fresh.push(record)
    else if ('message' in judged) problems.push(judged)
    else repeated.push(repeatedRow(record, judged))
    yield 1
  }
  return { fresh, repeated, problems }
}

/** The codes in use and those that the sheet brings, which are given to no other row. */
function* takeCodes(codes: readonly { readonly code: string }[]): Steps<CodeCounter> {
  const counter = new CodeCounter([])
  for (const { code } of codes) {
    counter.learn(code)
    yield 1
  }
  return counter
}

/** {@link planItemsImport}, step by step. */
export function* planItemsSteps(request: ItemImportRequest): Steps<ItemImportPlan> {
  const { sheet, skip, directory, today } = request
  const layout = layoutOf(ITEM_READER, request)
  const unusable = sheetProblems(sheet, layout)
  if (unusable.length > 0) {
    return { layout, isUsable: false, rows: [], repeated: [], problems: unusable, notes: [] }
  }
  const finder = new PartyFinder(directory)
  const input = { reader: ITEM_READER, sheet, layout, skip }
  const read = yield* readSheetRows(input, (row) => readItemRow(row, finder, today))
  const { fresh, repeated, problems } = yield* judgeRows(read, request.stored)
  const codes = yield* takeCodes([...request.stored, ...fresh])
  const rows = yield* mapSteps(fresh, (row) => plannedItem(row, codes, request))
  return { layout, isUsable: true, rows, repeated, problems, notes: unusedNotes(sheet, layout) }
}

/**
 * Works out what importing a sheet would do: the items with what they bring of their story, the rows
 * that repeat something known, and every bad cell by row and column. Nothing is decided twice: the
 * command plans again with the same function.
 */
export function planItemsImport(request: ItemImportRequest): ItemImportPlan {
  return finish(planItemsSteps(request))
}
