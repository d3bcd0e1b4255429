import type { IsoDate } from '../../lib/iso-date'
import { err, ok, type Result } from '../../lib/result'
import { type SheetProblem, type SheetRow, sheetProblem } from '../../lib/sheet'
import { foldText } from '../../lib/spanish'
import { type Deadline, NO_DEADLINE, readDeadlineWording } from '../deadlines'
import { readDate } from '../people'
import { ITEM_READER, type ItemColumnId } from './import-columns'
import type { ItemState, Party, Priority } from './item'
import type { PartyFinder } from './parties'
import { titleFromText } from './propose-items'

/** Something that keeps a row from being imported, and where it stands. */
export type ItemImportProblem = SheetProblem<ItemColumnId>

/** Makes a problem of a cell. */
export function itemProblemAt(
  row: number,
  columnId: ItemColumnId | null,
  value: string,
  message: string,
): ItemImportProblem {
  return sheetProblem(ITEM_READER, row, columnId, value, message)
}

/** One row of the sheet, read. */
export interface ItemRow {
  readonly row: number
  readonly code: string
  readonly title: string
  readonly text: string
  readonly responsible: readonly Party[]
  readonly supporting: readonly Party[]
  readonly external: string
  readonly priority: Priority
  readonly tags: readonly string[]
  readonly openedOn: IsoDate
  readonly deadline: Deadline
  /** Where the row says that it stands. */
  readonly state: ItemState
  readonly since: IsoDate
  /** Last news; empty when there are none. */
  readonly progress: string
  readonly progressOn: IsoDate
  /** Columns whose value was supposed because the cell is blank. */
  readonly proposed: readonly ItemColumnId[]
}

const STATE_WORDS: readonly (readonly [ItemState, RegExp])[] = [
  ['moot', /sin materia|no aplica|insubsistente/],
  ['cancelled', /cancelad|baja|desechad|anulad/],
  ['in-progress', /proceso|tramite|curso|parcial|desarrollo|iniciad|avance/],
  [
    'pending',
    /pendiente|abiert|por (atender|iniciar|cumplir)|no (cumplid|atendid|iniciad|concluid)|vencid|sin (atender|iniciar)/,
  ],
  ['fulfilled', /cumplid|atendid|conclui|terminad|realizad|finalizad|cerrad|hecho|resuelt|liberad/],
]

/** Reads the state of an item as people write it; negations come first ("no cumplido" is pending). */
export function readStateWord(text: string): Result<ItemState, string> {
  const key = foldText(text)
  const found = STATE_WORDS.find(([, pattern]) => pattern.test(key))
  if (found) return ok(found[0])
  return err(
    `no se conoce el estado «${text}»; use pendiente, en proceso, cumplido, cancelado o sin materia.`,
  )
}

function readPriorityWord(text: string): Result<Priority, string> {
  const key = foldText(text)
  if (/^(alta|alto|urgente|1|a|muy alta)$/.test(key)) return ok('high')
  if (/^(normal|media|medio|2|m|ordinaria)$/.test(key)) return ok('normal')
  if (/^(baja|bajo|3|b)$/.test(key)) return ok('low')
  return err(`no se conoce la prioridad «${text}»; use alta, normal o baja.`)
}

type CellsOfRow = SheetRow<ItemColumnId>

function pastDate(reader: CellsOfRow, id: ItemColumnId, today: IsoDate): IsoDate | null {
  const date = reader.take(id, readDate)
  if (date !== null && date > today) reader.report(id, 'la fecha es posterior a hoy.')
  return date
}

function readRowDeadline(reader: CellsOfRow, openedOn: IsoDate): Deadline {
  const wording = reader.limited('deadline', 500)
  const start = { event: 'approval' as const, date: openedOn, time: null }
  const due = reader.take('due', readDate)
  if (due !== null) {
    if (due < openedOn) reader.report('due', 'vence antes de la fecha en que quedó pendiente.')
    return { term: { kind: 'fixed-date', date: due }, start, wording }
  }
  const reading = wording === '' ? null : readDeadlineWording(wording, openedOn)
  if (reading?.kind === 'proposed') return reading.deadline
  if (reading?.kind === 'impossible') reader.report('deadline', `${reading.message}`)
  return { ...NO_DEADLINE, start, wording }
}

/** The first date the row knows of; today when it knows of none. */
function openingDate(reader: CellsOfRow, dates: readonly (IsoDate | null)[], today: IsoDate): IsoDate {
  const opened = pastDate(reader, 'openedOn', today)
  if (opened !== null) return opened
  reader.proposed.push('openedOn')
  return dates.reduce<IsoDate>((first, date) => (date !== null && date < first ? date : first), today)
}

function parties(reader: CellsOfRow, id: ItemColumnId, finder: PartyFinder): readonly Party[] {
  const found = finder.parties(reader.text(id))
  if (found.some(({ name }) => name.length > 200)) reader.report(id, 'un nombre pasa de 200 caracteres.')
  return found
}

/** Reads one row; with problems, the record is only good for showing it. */
export function readItemRow(reader: CellsOfRow, finder: PartyFinder, today: IsoDate): ItemRow {
  const text = reader.limited('text', 20_000)
  const title = reader.limited('title', 300) || (text === '' ? '' : titleFromText(text))
  if (title === '') reader.report('title', 'falta el asunto.')
  const responsible = parties(reader, 'responsible', finder)
  if (responsible.length === 0) reader.report('responsible', 'falta el responsable.')
  const state = reader.take('state', readStateWord)
  const since = pastDate(reader, 'since', today)
  const progressOn = pastDate(reader, 'progressOn', today)
  const openedOn = openingDate(reader, [since, progressOn], today)
  if (since !== null && since < openedOn)
    reader.report('since', 'es anterior a la fecha en que quedó pendiente.')
  if (progressOn !== null && progressOn < openedOn) {
    reader.report('progressOn', 'es anterior a la fecha en que quedó pendiente.')
  }
  if (state === null) reader.proposed.push('state')
  const tags = reader
    .text('tags')
    .split(/[,;]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
  if (tags.length > 20 || tags.some((tag) => tag.length > 40)) {
    reader.report('tags', 'caben 20 etiquetas de hasta 40 caracteres.')
  }
  return {
    row: reader.row,
    code: reader.limited('code', 60),
    title,
    text,
    responsible,
    supporting: parties(reader, 'supporting', finder),
    external: reader.limited('external', 200),
    priority: reader.take('priority', readPriorityWord) ?? 'normal',
    tags,
    openedOn,
    deadline: readRowDeadline(reader, openedOn),
    state: state ?? 'pending',
    since: since ?? progressOn ?? today,
    progress: reader.limited('progress', 20_000),
    progressOn: progressOn ?? since ?? today,
    proposed: reader.proposed,
  }
}
