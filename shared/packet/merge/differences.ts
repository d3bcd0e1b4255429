import { eventSentence } from '../../domain/follow-up'
import { describeFact, type Fact, type SessionPlan } from '../../domain/sessions'
import type { Row } from '../../journal'
import { canonicalJson } from '../../journal'
import type { RowOf } from '../../schema/row-schemas'
import type { TableName } from '../../schema/tables'
import type { RowPair } from './compare-row'
import { FIELD_WORDS, type NameOf } from './field-words'

/** One thing that reads otherwise in the packet and here. */
export interface UnitDifference {
  /** What of the unit it is about: "Punto 3", "Lic. Ana Pérez"; empty for the unit itself. */
  readonly subject: string
  /** Spanish name of the field; empty when the whole subject came or went. */
  readonly field: string
  /** How it reads here; null when it is not here. */
  readonly before: string | null
  /** How it reads in the packet; null when it is not there. */
  readonly after: string | null
}

/** Most differences that are listed of one unit; the rest are counted. */
export const MOST_DIFFERENCES = 300

/** A value that reads differently in two ways that look the same still differs: both are shown as they are. */
const EMPTY = '—'

type ListedTable = keyof typeof FIELD_WORDS
type ReadField = readonly [label: string, read: (value: never, nameOf: NameOf) => string] | null

function isListed(table: TableName): table is ListedTable {
  return table in FIELD_WORDS
}

function fieldDifferences(
  table: ListedTable,
  before: Row,
  after: Row,
  nameOf: NameOf,
): readonly Omit<UnitDifference, 'subject'>[] {
  const words = FIELD_WORDS[table] as Readonly<Record<string, ReadField>>
  return Object.entries(words).flatMap(([name, field]) => {
    const [was, is] = [before[name] ?? null, after[name] ?? null]
    if (field === null || canonicalJson(was) === canonicalJson(is)) return []
    const [label, read] = field
    const told = (value: unknown) => (value === null ? EMPTY : read(value as never, nameOf) || EMPTY)
    return [{ field: label, before: told(was), after: told(is) }]
  })
}

/** What the texts of a unit are told with. */
export interface TellContext {
  readonly nameOf: NameOf
  /** The session as it would be with the packet's rows; null in other units. */
  readonly plan: SessionPlan | null
}

/** What a row is called within its unit. */
function subjectOf({ table }: RowPair, row: Row): string {
  switch (table) {
    case 'points':
      return `Punto ${row.number}. ${row.title}`
    case 'attendees':
      return String(row.fullName)
    case 'overlays':
      return 'Párrafo de la minuta'
    case 'facts':
      return `Hecho ${row.seq}`
    case 'itemEvents':
      return `Historia, ${row.seq}`
    default:
      return ''
  }
}

function factText(row: Row, plan: SessionPlan | null): string {
  const { body, time } = row as unknown as Fact
  if (plan === null) return String(time)
  if (body.kind !== 'correction') return `${time} ${describeFact(plan, body)}`
  const said = body.replacement === null ? 'se anula un hecho' : describeFact(plan, body.replacement.body)
  return `${time} corrección: ${said}`
}

/** A row in one line, for one that came or went whole. */
function rowText({ table }: RowPair, row: Row, { plan }: TellContext): string {
  switch (table) {
    case 'facts':
      return factText(row, plan)
    case 'itemEvents':
      return eventSentence(row as unknown as RowOf<'itemEvents'>)
    case 'overlays':
      return String(row.text) || EMPTY
    case 'attendees':
      return String(row.charge)
    case 'points':
      return String(row.presenter) || EMPTY
    default:
      return ''
  }
}

const DIFFERENT: ReadonlySet<RowPair['state']> = new Set(['new', 'newer', 'older', 'gone', 'apart', 'mine'])

function differencesOfRow(pair: RowPair, context: TellContext): readonly UnitDifference[] {
  const { table, local, incoming } = pair
  const row = incoming ?? local.row
  if (row === null || !DIFFERENT.has(pair.state)) return []
  const subject = subjectOf(pair, row)
  if (local.row !== null && incoming !== null && isListed(table)) {
    return fieldDifferences(table, local.row, incoming, context.nameOf).map((difference) => ({
      subject,
      ...difference,
    }))
  }
  if (subject === '' && (local.row === null || incoming === null)) return []
  const before = local.row === null ? null : rowText(pair, local.row, context)
  const after = incoming === null ? null : rowText(pair, incoming, context)
  return [{ subject, field: '', before, after }]
}

/**
 * What reads otherwise in a unit of the packet and here, field by field, in the order of its rows. `more`
 * counts those that are not listed.
 */
export function differencesOf(
  pairs: readonly RowPair[],
  context: TellContext,
): { readonly listed: readonly UnitDifference[]; readonly more: number } {
  const all = pairs.flatMap((pair) => differencesOfRow(pair, context))
  return { listed: all.slice(0, MOST_DIFFERENCES), more: Math.max(0, all.length - MOST_DIFFERENCES) }
}
