import type { Effects } from '../../lib/effects'
import {
  extentProblem,
  layoutOf,
  type PlannedSheetRow,
  type RowOutcome,
  repeatedColumns,
  type SheetDraft,
  type SheetLayout,
  type SheetPlan,
  unusedNotes,
} from '../../lib/sheet'
import { finish, mapSteps, type Steps } from '../../lib/steps'
import { membershipConflict, roleConflict, spanText } from './directory-checks'
import type { Directory, Draft } from './directory-drafts'
import { ROLE_LABELS } from './directory-labels'
import { type AppliedRow, DirectoryLedger, type Entry } from './directory-ledger'
import { type DirectoryRow, type ImportProblem, problemAt, readRows } from './directory-rows'
import { type ColumnId, DIRECTORY_READER } from './directory-sheet'
import type { Membership } from './membership'
import type { Person } from './person'
import type { Seat } from './seat'

/** Most rows of one sheet; a directory has tens, so more is another file chosen by mistake. */
export const MAX_IMPORT_ROWS = 10_000

/** Records to add and to change in one table. */
export interface TablePlan<T> {
  readonly insert: readonly T[]
  readonly update: readonly { readonly before: T; readonly after: T }[]
}

/** A row that can be imported, with the records as they would be after it. */
export interface PlannedRow extends PlannedSheetRow<ColumnId> {
  readonly seat: Seat
  /** null: the seat is vacant, or the sheet has no names. */
  readonly person: Person | null
  readonly membership: Membership | null
}

/** Everything an import would do, and everything that is wrong with the sheet. */
export interface DirectoryPlan extends SheetPlan<ColumnId> {
  /** Rows that can be imported, in order. */
  readonly rows: readonly PlannedRow[]
  readonly seats: TablePlan<Seat>
  readonly persons: TablePlan<Person>
  readonly memberships: TablePlan<Membership>
}

/** What is needed to plan an import. */
export interface ImportRequest extends SheetDraft<ColumnId> {
  readonly directory: Directory
  readonly effects: Effects
}

const NOTHING: TablePlan<never> = { insert: [], update: [] }

/** What makes the whole sheet unusable. */
function sheetProblems({ sheet }: ImportRequest, layout: SheetLayout<ColumnId>): readonly ImportProblem[] {
  const extent = extentProblem(DIRECTORY_READER, sheet, MAX_IMPORT_ROWS, '¿es el archivo correcto?')
  if (extent) return [extent]
  const row = (layout.headerIndex ?? 0) + 1
  const used = layout.columns.filter((id) => id !== null)
  if (used.length === 0) {
    const message =
      'no se reconocen los títulos de las columnas; elija qué lleva cada una, o agregue una fila de títulos con al menos Área y Nombre.'
    return [problemAt(row, null, '', message)]
  }
  if (!used.includes('area') && !used.includes('acronym')) {
    const message = 'la hoja no tiene columna Área ni Sigla; sin ella no se sabe el lugar de cada persona.'
    return [problemAt(row, 'area', '', message)]
  }
  return repeatedColumns(DIRECTORY_READER, sheet, layout)
}

interface Built {
  readonly ledger: DirectoryLedger
  readonly applied: readonly AppliedRow[]
  readonly problems: readonly ImportProblem[]
}

function isProblems(answer: AppliedRow | readonly ImportProblem[]): answer is readonly ImportProblem[] {
  return Array.isArray(answer)
}

function* applyRows(rows: readonly DirectoryRow[], request: ImportRequest): Steps<Built> {
  const ledger = new DirectoryLedger(request.directory, request.effects)
  const applied: AppliedRow[] = []
  const problems: ImportProblem[] = []
  for (const [index, row] of rows.entries()) {
    const answer = ledger.apply(row)
    if (isProblems(answer)) problems.push(...answer)
    else applied.push(answer)
    yield index / rows.length
  }
  problems.push(...(yield* rivalMemberships(ledger)), ...(yield* rivalRoles(ledger)))
  return { ledger, applied, problems }
}

/** Stored records first, then in the order of the sheet: a conflict is blamed on whoever came last. */
function byArrival<T>(entries: readonly Entry<T>[]): readonly Entry<T>[] {
  return [...entries].sort((a, b) => (a.row ?? 0) - (b.row ?? 0))
}

function* rivalMemberships(ledger: DirectoryLedger): Steps<readonly ImportProblem[]> {
  const nameOf = new Map(ledger.persons.map(({ draft }) => [draft.after.id, draft.after.fullName]))
  const seatOf = new Map(ledger.seats.map(({ draft }) => [draft.after.id, draft.after]))
  const rowOf = new Map<string, number | null>()
  const accepted = new Map<string, Membership[]>()
  const problems: ImportProblem[] = []
  for (const { draft, row } of byArrival(ledger.memberships)) {
    yield 1
    const candidate = draft.after
    const beside = accepted.get(candidate.seatId) ?? []
    const conflict = row === null ? null : membershipConflict(candidate, beside)
    if (row === null || conflict === null) {
      accepted.set(candidate.seatId, [...beside, candidate])
      rowOf.set(candidate.id, row)
      continue
    }
    const seat = seatOf.get(candidate.seatId)
    const otherRow = rowOf.get(conflict.other.id) ?? null
    const who = `${nameOf.get(conflict.other.personId)} (${spanText(conflict.other)})`
    const where = otherRow === null ? 'en el directorio' : `en la fila ${otherRow}`
    const remedy =
      otherRow === null
        ? `agregue una fila con su fecha en Hasta, o termine antes su vigencia en el directorio.`
        : 'corrija Desde y Hasta, o el carácter.'
    const message =
      conflict.kind === 'two-titulares'
        ? `«${seat?.acronym || seat?.name}» ya tiene titular ${where}: ${who}, y las vigencias se enciman; ${remedy}`
        : `${who} ya ocupa «${seat?.acronym || seat?.name}» ${where} y las vigencias se enciman.`
    problems.push(problemAt(row, null, '', message))
  }
  return problems
}

function* rivalRoles(ledger: DirectoryLedger): Steps<readonly ImportProblem[]> {
  const accepted: Seat[] = []
  const problems: ImportProblem[] = []
  for (const { draft, row } of byArrival(ledger.seats)) {
    yield 1
    const rival = row === null ? null : roleConflict(draft.after, accepted)
    if (row === null || rival === null) accepted.push(draft.after)
    else {
      const role = ROLE_LABELS[draft.after.role]
      const message = `«${draft.after.name}» no puede tener el rol ${role}: en esas fechas ya lo tiene «${rival.name}».`
      problems.push(problemAt(row, 'role', role, message))
    }
  }
  return problems
}

/** Applies the rows, leaving out those that cannot stand beside the others, until all can. */
function* settle(rows: readonly DirectoryRow[], request: ImportRequest): Steps<Built> {
  const problems: ImportProblem[] = []
  let left = rows
  for (;;) {
    const built = yield* applyRows(left, request)
    if (built.problems.length === 0) return { ...built, problems }
    problems.push(...built.problems)
    const bad = new Set(built.problems.map(({ row }) => row))
    left = left.filter(({ row }) => !bad.has(row))
  }
}

function isSameRecord(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function tablePlan<T>(entries: readonly Entry<T>[]): TablePlan<T> {
  return {
    insert: entries.flatMap(({ draft }) => (draft.before === null ? [draft.after] : [])),
    update: entries.flatMap(({ draft: { before, after } }) =>
      before === null || isSameRecord(before, after) ? [] : [{ before, after }],
    ),
  }
}

function outcomeOf({ seat, person, membership, record }: AppliedRow): RowOutcome {
  const drafts: Draft<unknown>[] = [seat.draft]
  if (person) drafts.push(person.draft)
  if (membership) drafts.push(membership.draft)
  const isNew =
    membership === null
      ? seat.draft.before === null && seat.row === record.row
      : membership.draft.before === null
  if (isNew) return 'new'
  return drafts.every(({ before, after }) => isSameRecord(before, after)) ? 'same' : 'changed'
}

function plannedRow(applied: AppliedRow): PlannedRow {
  return {
    row: applied.record.row,
    outcome: outcomeOf(applied),
    seat: applied.seat.draft.after,
    person: applied.person?.draft.after ?? null,
    membership: applied.membership?.draft.after ?? null,
    proposed: applied.proposed,
  }
}

function notesOf(
  request: ImportRequest,
  layout: SheetLayout<ColumnId>,
  applied: readonly AppliedRow[],
): readonly string[] {
  const notes = [...unusedNotes(request.sheet, layout)]
  for (const { record, person } of applied) {
    const form = person?.draft.after
    if (record.honorificShort !== null && form?.honorificLong === '') {
      notes.push(
        `Fila ${record.row}: no se conoce la forma larga de «${form.honorificShort}»; en el texto no llevará tratamiento.`,
      )
    }
  }
  return notes
}

/** {@link planDirectoryImport}, step by step. */
export function* planDirectorySteps(request: ImportRequest): Steps<DirectoryPlan> {
  const layout = layoutOf(DIRECTORY_READER, request)
  const unusable = sheetProblems(request, layout)
  const nothing = { repeated: [], notes: [], seats: NOTHING, persons: NOTHING, memberships: NOTHING }
  if (unusable.length > 0) return { layout, isUsable: false, rows: [], problems: unusable, ...nothing }
  const read = yield* readRows(request.sheet, layout, request.skip)
  const wellFormed = read.filter(({ problems }) => problems.length === 0).map(({ record }) => record)
  const settled = yield* settle(wellFormed, request)
  const rows = yield* mapSteps(settled.applied, plannedRow)
  const problems = [...read.flatMap((row) => row.problems), ...settled.problems]
  return {
    layout,
    isUsable: true,
    rows,
    repeated: [],
    problems: problems.sort((a, b) => a.row - b.row),
    notes: notesOf(request, layout, settled.applied),
    seats: tablePlan(settled.ledger.seats),
    persons: tablePlan(settled.ledger.persons),
    memberships: tablePlan(settled.ledger.memberships),
  }
}

/**
 * Plans the import of a sheet without touching anything: which seats, persons and memberships would be
 * added or changed by its good rows, and every problem of the others. Blank cells never erase, and
 * importing the same sheet again changes nothing. A sheet that cannot be used at all has one problem
 * and no rows.
 */
export function planDirectoryImport(request: ImportRequest): DirectoryPlan {
  return finish(planDirectorySteps(request))
}

/** Whether a plan would change anything. */
export function changesNothing(plan: DirectoryPlan): boolean {
  return [plan.seats, plan.persons, plan.memberships].every(
    ({ insert, update }) => insert.length === 0 && update.length === 0,
  )
}
