import type { IsoDate } from '../../lib/iso-date'
import { yearOf } from '../../lib/iso-date'
import { err, ok, type Result } from '../../lib/result'
import { cleanCell, type SheetRow } from '../../lib/sheet'
import { foldText } from '../../lib/spanish'
import { readDate } from '../people'
import { type Commemoration, commemorationSchema, type Scope } from './commemoration'
import { type FindCommemoration, spanIn } from './compute-date'
import { type DateException, MAX_EXCEPTIONS } from './date-exception'
import type { CommemorationId, DateRule } from './date-rule'
import { describeDate, describeRule } from './describe-rule'
import type { DateColumnId } from './import-columns'
import { mergeExceptions, readExceptionsText } from './read-exceptions'
import { type FindDateByName, isSameRule, nameKey, type RuleReading, readRuleText } from './read-rule'
import { isSameYears, readYearsText } from './read-rule-years'

/** What the rows of a sheet are read against. */
export interface DateRowContext {
  readonly bodyId: Commemoration['bodyId']
  /** The stored date that a name means: the error is a sentence when there are several. */
  readonly stored: (name: string) => Result<Commemoration | null, string>
  /** The id that a name of the sheet has, or will have. */
  readonly idOf: (name: string) => CommemorationId
  /** Finds stored dates, and those of the sheet, by name. */
  readonly byName: FindDateByName
  /** Finds stored dates. */
  readonly find: FindCommemoration
}

/** One row of the sheet, read. */
export interface DateRow {
  readonly row: number
  readonly name: string
  /** The date as it is stored; null when it is new. */
  readonly before: Commemoration | null
  /** The date as it would be stored; null when the row cannot be read. */
  readonly after: Commemoration | null
  /** A date with its year was taken as that day of every year. */
  readonly hadYear: boolean
  /** Columns whose value was supposed because the cell is blank. */
  readonly proposed: readonly DateColumnId[]
}

type Cells = SheetRow<DateColumnId>

/** Longer wordings are no rule: 200 years in a list are 1,200 characters. */
const MAX_RULE_TEXT = 2_000

const SCOPES: readonly (readonly [Scope, RegExp])[] = [
  ['international', /^(inter(nacional(es)?)?|mundial(es)?|i|global|onu)$/],
  ['national', /^(nacional(es)?|n|federal|mexico|pais)$/],
  ['institutional', /^(institucional(es)?|institucion|electoral(es)?|e|interna?o?|ine)$/],
]

/** Reads how far a date reaches, as people write it. */
function readScope(text: string): Result<Scope, string> {
  const key = foldText(text).replace(/\.$/, '')
  const found = SCOPES.find(([, pattern]) => pattern.test(key))
  return found
    ? ok(found[0])
    : err(`no se conoce el ámbito «${text}»; use Internacional, Nacional o Institucional.`)
}

/** What the name of a date says of its scope, when nothing else does. */
function scopeOfName(name: string): Scope {
  const key = nameKey(name)
  if (/\b(internacional|mundial|universal)\b/.test(key)) return 'international'
  return /\b(nacional|mexic\w+|constitucion|revolucion|independencia|bandera)\b/.test(key)
    ? 'national'
    : 'institutional'
}

function readSuggested(text: string): Result<boolean, string> {
  const key = foldText(text)
  if (/^(sugerid[ao]|propuest[ao]|por confirmar|sin confirmar)$/.test(key)) return ok(true)
  if (/^(confirmad[ao]|oficial|aprobad[ao]|vigente)$/.test(key)) return ok(false)
  return err(`no se conoce el estado «${text}»; use Sugerida o Confirmada.`)
}

function readSince(text: string): Result<number, string> {
  const year = /^\d{1,4}$/.test(text) ? Number(text) : 0
  return year > 0 ? ok(year) : err('escriba el año con cifras, por ejemplo 1975.')
}

function readRuleCell(text: string, find: FindDateByName): Result<RuleReading, string> {
  if (text.length > MAX_RULE_TEXT) {
    return err(`el texto tiene ${text.length} caracteres y el máximo es ${MAX_RULE_TEXT}.`)
  }
  const read = readRuleText(text, find)
  // The sentence follows the place of the cell.
  return read.ok ? read : err(read.error.charAt(0).toLowerCase() + read.error.slice(1))
}

interface RuleCells {
  readonly rule: DateRule | null
  readonly hadYear: boolean
}

/** A stored rule is kept as it is when the sheet says the same, in whatever words. */
function saysStored(before: Commemoration, { rule, date }: RuleReading, find: FindCommemoration): boolean {
  if (isSameRule(before.rule, rule)) return true
  if (date === null) return false
  const span = spanIn(before, yearOf(date), find)
  return span !== null && span.from <= date && date <= span.until
}

/** When the date falls, from its own cell and the one of the years. */
function readWhen(cells: Cells, before: Commemoration | null, context: DateRowContext): RuleCells {
  const years = cells.take('years', readYearsText)
  const text = cells.text('rule')
  if (before && years === null) {
    const said = [describeRule(before.rule, context.find), describeDate(before, context.find)]
    if (text === '' || said.some((words) => nameKey(words) === nameKey(text)))
      return { rule: before.rule, hadYear: false }
  }
  if (text === '') {
    if (before && years) return { rule: keptRule(before, { ...before.rule, years }), hadYear: false }
    cells.report('rule', 'falta cuándo cae.')
    return { rule: null, hadYear: false }
  }
  const read = cells.take('rule', (cell) => readRuleCell(cell, context.byName))
  if (read === null) return { rule: null, hadYear: false }
  if (years === null) {
    if (before && saysStored(before, read, context.find)) return { rule: before.rule, hadYear: false }
    return { rule: read.rule, hadYear: read.date !== null }
  }
  if (read.rule.years.kind !== 'every' && !isSameYears(read.rule.years, years)) {
    cells.report('years', 'dice otros años que «Cuándo cae»; deje uno de los dos.')
  }
  const rule: DateRule = { ...read.rule, years }
  return { rule: before ? keptRule(before, rule) : rule, hadYear: false }
}

function keptRule(before: Commemoration, rule: DateRule): DateRule {
  return isSameRule(before.rule, rule) ? before.rule : rule
}

/** The text of a cell; what is stored when the cell is blank or says the same on one line. */
function textOf(cells: Cells, id: 'basis' | 'note', limit: number, stored: string): string {
  const text = cells.limited(id, limit)
  return text === '' || text === cleanCell(stored) ? stored : text
}

function readValidity(cells: Cells, before: Commemoration | null) {
  const validFrom = cells.take('validFrom', readDate) ?? before?.validFrom ?? null
  const validUntil: IsoDate | null = cells.take('validUntil', readDate) ?? before?.validUntil ?? null
  if (validFrom !== null && validUntil !== null && validUntil < validFrom) {
    const id = cells.text('validUntil') === '' ? 'validFrom' : 'validUntil'
    cells.report(id, 'la vigencia termina antes de empezar.')
  }
  return { validFrom, validUntil }
}

function readExceptionCell(cells: Cells, before: Commemoration | null): readonly DateException[] {
  const stored = before?.exceptions ?? []
  const merged = mergeExceptions(stored, cells.take('exceptions', readExceptionsText) ?? [])
  if (merged.length <= MAX_EXCEPTIONS) return merged
  cells.report('exceptions', `serían ${merged.length} excepciones y el máximo es ${MAX_EXCEPTIONS}.`)
  return stored
}

/** Reads one row; its `after` is null when something in it is wrong. */
export function readDateRow(cells: Cells, context: DateRowContext): DateRow {
  const name = cells.limited('name', 300)
  if (name === '') cells.report('name', 'falta el nombre.')
  const stored = context.stored(name)
  if (!stored.ok) cells.report('name', stored.error)
  const before = stored.ok ? stored.value : null
  const { rule, hadYear } = stored.ok ? readWhen(cells, before, context) : { rule: null, hadYear: false }
  const scope = cells.take('scope', readScope)
  const suggested = cells.take('suggested', readSuggested)
  const told = {
    scope: scope ?? before?.scope ?? scopeOfName(name),
    suggested: suggested ?? before?.suggested ?? false,
    basis: textOf(cells, 'basis', 1_000, before?.basis ?? ''),
    exceptions: readExceptionCell(cells, before),
    since: cells.take('since', readSince) ?? before?.since ?? null,
    note: textOf(cells, 'note', 4_000, before?.note ?? ''),
    ...readValidity(cells, before),
  }
  if (!before && cells.text('scope') === '') cells.proposed.push('scope')
  if (!before && cells.text('suggested') === '') cells.proposed.push('suggested')
  const known = before ?? { id: context.idOf(name), bodyId: context.bodyId, name }
  const isGood = rule !== null && cells.problems.length === 0
  const after = isGood ? commemorationSchema.parse({ ...known, ...told, rule }) : null
  return { row: cells.row, name, before, after, hadYear, proposed: cells.proposed }
}
