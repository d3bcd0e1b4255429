import type { Effects } from '../../lib/effects'
import { err, ok, type Result } from '../../lib/result'
import {
  cleanCell,
  extentProblem,
  layoutOf,
  type PlannedSheetRow,
  type RepeatedRow,
  type RowOutcome,
  readSheetRows,
  repeatedColumns,
  type SheetDraft,
  type SheetLayout,
  type SheetPlan,
  type SheetProblem,
  sheetProblem,
  unusedNotes,
} from '../../lib/sheet'
import { finish, type Steps } from '../../lib/steps'
import type { BodyId } from '../bodies'
import { type Commemoration, commemorationSchema } from './commemoration'
import { type CommemorationId, commemorationIdSchema } from './date-rule'
import { describeRule } from './describe-rule'
import { DATE_READER, type DateColumnId } from './import-columns'
import { brokenLinks } from './import-links'
import { type DateRow, type DateRowContext, readDateRow } from './import-rows'
import { finderOf } from './plan-year'
import { nameKey } from './read-rule'

/** Most rows of one sheet; a catalogue has hundreds of dates, so more is another file chosen by mistake. */
export const MAX_DATE_ROWS = 10_000

/** What is imported, into what. */
export interface DatesImportRequest extends SheetDraft<DateColumnId> {
  readonly bodyId: BodyId
  readonly catalogue: readonly Commemoration[]
  readonly effects: Effects
}

/** A row that can be imported: the date as it is stored (null when it is new) and as it would be. */
export interface PlannedDate extends PlannedSheetRow<DateColumnId> {
  readonly before: Commemoration | null
  readonly after: Commemoration
  /** Its rule in words, as the catalogue will say it. */
  readonly said: string
}

/** Everything an import would do, and everything that is wrong with the sheet. */
export interface DatesPlan extends SheetPlan<DateColumnId> {
  readonly rows: readonly PlannedDate[]
}

type DateProblem = SheetProblem<DateColumnId>
type Layout = SheetLayout<DateColumnId>

function problemAt(row: number, id: DateColumnId | null, value: string, message: string): DateProblem {
  return sheetProblem(DATE_READER, row, id, value, message)
}

/** What makes the whole sheet unusable. */
function sheetProblems({ sheet }: DatesImportRequest, layout: Layout): readonly DateProblem[] {
  const extent = extentProblem(DATE_READER, sheet, MAX_DATE_ROWS, '¿es el archivo correcto?')
  if (extent) return [extent]
  const row = (layout.headerIndex ?? 0) + 1
  if (layout.columns.every((id) => id === null)) {
    const message =
      'no se reconocen los títulos de las columnas; elija qué lleva cada una, o agregue una fila de títulos con al menos Nombre y Cuándo cae.'
    return [problemAt(row, null, '', message)]
  }
  if (!layout.columns.includes('name')) {
    return [problemAt(row, 'name', '', 'la hoja no tiene columna Nombre; diga cuál es.')]
  }
  return repeatedColumns(DATE_READER, sheet, layout)
}

/** The dates of the catalogue and of the sheet by their names. */
class DateNames {
  readonly #stored = new Map<string, Commemoration[]>()
  readonly #ids = new Map<string, CommemorationId>()
  readonly #effects: Effects

  constructor(catalogue: readonly Commemoration[], effects: Effects) {
    this.#effects = effects
    for (const date of catalogue) {
      const key = nameKey(date.name)
      this.#stored.set(key, [...(this.#stored.get(key) ?? []), date])
    }
  }

  /** Takes note of the names of the sheet, so that any row can lean on any other. */
  *note(request: DatesImportRequest, { headerIndex, columns }: Layout): Steps<void> {
    const column = columns.indexOf('name')
    for (const [index, cells] of request.sheet.rows.entries()) {
      if (index <= (headerIndex ?? -1) || request.skip.has(index + 1)) continue
      if (cleanCell(cells[column] ?? '') !== '') this.idOf(cells[column] ?? '')
      yield index / request.sheet.rows.length
    }
  }

  stored(name: string): Result<Commemoration | null, string> {
    const found = this.#stored.get(nameKey(name)) ?? []
    if (found.length < 2) return ok(found[0] ?? null)
    return err(`en el catálogo hay ${found.length} fechas con ese nombre; cambie el de las otras.`)
  }

  idOf(name: string): CommemorationId {
    const key = nameKey(name)
    const known = this.#stored.get(key)?.[0]?.id ?? this.#ids.get(key)
    if (known !== undefined) return known
    const id = commemorationIdSchema.parse(this.#effects.newId())
    this.#ids.set(key, id)
    return id
  }

  find(name: string): Result<CommemorationId, string> {
    const stored = this.stored(name)
    if (!stored.ok) return stored
    const id = stored.value?.id ?? this.#ids.get(nameKey(name))
    return id === undefined ? err(`ninguna fecha del catálogo ni de esta hoja se llama «${name}».`) : ok(id)
  }
}

interface Sorted {
  /** The row that speaks for each date. */
  readonly ids: ReadonlyMap<CommemorationId, DateRow>
  readonly repeated: readonly RepeatedRow[]
  readonly problems: readonly DateProblem[]
}

/** Tells rows that repeat another from those that contradict it; a good row speaks before a bad one. */
function sortRows(rows: readonly DateRow[], names: DateNames): Sorted {
  const ids = new Map<CommemorationId, DateRow>()
  const repeated: RepeatedRow[] = []
  const problems: DateProblem[] = []
  for (const date of rows) {
    if (date.name === '') continue
    const id = names.idOf(date.name)
    const first = ids.get(id)
    if (!first?.after) {
      if (!first || date.after) ids.set(id, date)
    } else if (date.after) {
      const { row, name } = date
      if (isSameRecord(first.after, { ...date.after, name: first.after.name })) {
        repeated.push({ row, says: `«${name}» repite la fila ${first.row}.` })
      } else {
        const message = `«${name}» ya está en la fila ${first.row} con otros datos; deje una de las dos.`
        problems.push(problemAt(row, 'name', name, message))
      }
    }
  }
  return { ids, repeated, problems }
}

function isSameRecord(a: Commemoration, b: Commemoration): boolean {
  return JSON.stringify(commemorationSchema.parse(a)) === JSON.stringify(commemorationSchema.parse(b))
}

function outcomeOf(before: Commemoration | null, after: Commemoration): RowOutcome {
  if (before === null) return 'new'
  return isSameRecord(before, after) ? 'same' : 'changed'
}

function* plannedRows(
  dates: readonly DateRow[],
  catalogue: readonly Commemoration[],
): Steps<readonly PlannedDate[]> {
  const good = dates.flatMap(({ after }) => (after ? [after] : []))
  const replaced = new Set(good.map(({ id }) => id))
  const find = finderOf([...catalogue.filter(({ id }) => !replaced.has(id)), ...good])
  const rows: PlannedDate[] = []
  for (const { row, before, after, proposed } of dates) {
    if (after === null) continue
    const said = describeRule(after.rule, find)
    rows.push({ row, outcome: outcomeOf(before, after), proposed, before, after, said })
    yield rows.length / dates.length
  }
  return rows
}

function yearNotes(dates: readonly DateRow[]): readonly string[] {
  const rows = dates.filter(({ hadYear, after }) => hadYear && after !== null).map(({ row }) => row)
  if (rows.length === 0) return []
  const where =
    rows.length === 1 ? `En la fila ${rows[0]}` : `En ${rows.length} filas (la ${rows[0]} y otras)`
  return [
    `${where} la fecha trae año: se toma ese día de cada año. Si es de un solo año, dígalo en la columna Año.`,
  ]
}

/** {@link planDatesImport}, step by step. */
export function* planDatesSteps(request: DatesImportRequest): Steps<DatesPlan> {
  const { sheet, skip, catalogue, effects, bodyId } = request
  const layout = layoutOf(DATE_READER, request)
  const unusable = sheetProblems(request, layout)
  if (unusable.length > 0) {
    return { layout, isUsable: false, rows: [], repeated: [], problems: unusable, notes: [] }
  }
  const names = new DateNames(catalogue, effects)
  yield* names.note(request, layout)
  const context: DateRowContext = {
    bodyId,
    stored: (name) => names.stored(name),
    idOf: (name) => names.idOf(name),
    byName: (name) => names.find(name),
    find: finderOf(catalogue),
  }
  const input = { reader: DATE_READER, sheet, layout, skip }
  const read = yield* readSheetRows(input, (cells) => readDateRow(cells, context))
  // The spreadsheet itself may have left a cell unreadable: then the row is no good either.
  const dates = read.map(({ record, problems }) =>
    problems.length > 0 ? { ...record, after: null } : record,
  )
  const sorted = sortRows(dates, names)
  const broken = brokenLinks(catalogue, sorted.ids)
  const left = new Set(broken.map(({ row }) => row))
  const good = [...sorted.ids.values()].filter(({ row }) => !left.has(row)).sort((a, b) => a.row - b.row)
  const rows = yield* plannedRows(good, catalogue)
  const problems = [
    ...read.flatMap((row) => row.problems),
    ...sorted.problems,
    ...broken.map(({ row, message }) => problemAt(row, 'rule', '', message)),
  ]
  return {
    layout,
    isUsable: true,
    rows,
    repeated: sorted.repeated,
    problems: problems.sort((a, b) => a.row - b.row),
    notes: [...unusedNotes(sheet, layout), ...yearNotes(good)],
  }
}

/**
 * Plans the import of a sheet of dates without touching anything: which would be added to the catalogue
 * or changed in it (found by name without accents or case), and every problem of the other rows. A blank
 * cell erases nothing, importing the same sheet again changes nothing, and a row may lean on any other.
 */
export function planDatesImport(request: DatesImportRequest): DatesPlan {
  return finish(planDatesSteps(request))
}
