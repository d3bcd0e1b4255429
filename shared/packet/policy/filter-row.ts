import type { Audience } from '../../domain/packets'
import type { JsonValue, Row } from '../../journal'
import type { RowOf } from '../../schema/row-schemas'
import type { TableName } from '../../schema/tables'
import { FIELD_POLICY } from './policy'
import { type AnyPolicy, type PolicyOptions, type Reach, reaches } from './policy-type'

/**
 * What stands in a filtered row for a field that was withheld and whose schema asks for something: a value
 * that says nothing. What is not here becomes null, the empty text, zero, false or the empty list.
 */
const BLANKS: Readonly<Record<string, JsonValue>> = {
  'attendees.initials': 'X',
  'facts.recordedAt': '1970-01-01T00:00:00.000Z',
  'facts.gesture': '00000000-0000-0000-0000-000000000000',
  'items.priority': 'normal',
  'items.origin.reference': '—',
  'itemEvents.recordedAt': '1970-01-01T00:00:00.000Z',
  'itemEvents.author': '—',
  'itemEvents.body.grantedBy': '—',
}

/** Fields that are null when nothing is known, wherever they are. */
const NULL_WHEN_BLANK: ReadonlySet<string> = new Set(['overrideReason', 'seatId', 'personId', 'reason'])

const WITHHELD = Symbol('withheld')
type Filtered = JsonValue | undefined | typeof WITHHELD

interface Filter {
  readonly audience: Audience
  readonly options: PolicyOptions
}

function isReach(policy: AnyPolicy): policy is Reach {
  return typeof policy === 'string'
}

function isKinds(policy: AnyPolicy): policy is Extract<AnyPolicy, { readonly byKind: object }> {
  return typeof policy === 'object' && 'byKind' in policy
}

/** Whether any part of a value may go; a list or an object of which nothing may is withheld whole. */
function anyReaches(policy: AnyPolicy, filter: Filter): boolean {
  if (isReach(policy)) return reaches(policy, filter.audience, filter.options)
  if (isKinds(policy)) {
    return Object.values(policy.byKind).some(({ reach }) => reaches(reach, filter.audience, filter.options))
  }
  return Object.values(policy).some((each) => anyReaches(each, filter))
}

function blank(path: string, value: JsonValue): JsonValue {
  if (path in BLANKS) return BLANKS[path] ?? null
  if (value === null || NULL_WHEN_BLANK.has(path.slice(path.lastIndexOf('.') + 1))) return null
  if (Array.isArray(value)) return []
  switch (typeof value) {
    case 'string':
      return ''
    case 'number':
      return 0
    case 'boolean':
      return false
    default:
      return null
  }
}

function filterFields(
  fields: { readonly [field: string]: AnyPolicy },
  value: Row,
  path: string,
  filter: Filter,
): Row {
  const kept: Record<string, JsonValue> = {}
  for (const [field, policy] of Object.entries(fields)) {
    const held = value[field]
    if (held === undefined) continue
    const filtered = filterValue(policy, held, `${path}.${field}`, filter)
    if (filtered === undefined) continue
    kept[field] = filtered === WITHHELD ? blank(`${path}.${field}`, held) : filtered
  }
  return kept
}

/** Guided by the policy, so that a value nested deeper than any type is never walked. */
function filterValue(policy: AnyPolicy, value: JsonValue, path: string, filter: Filter): Filtered {
  if (!anyReaches(policy, filter)) return WITHHELD
  if (isReach(policy) || value === null) return value
  if (Array.isArray(value)) {
    const items = value.map((item: JsonValue) => filterValue(policy, item, path, filter))
    return items.filter((item) => item !== WITHHELD && item !== undefined)
  }
  if (typeof value !== 'object') throw new TypeError(`${path} has a decision for an object`)
  const row = value as Row
  if (!isKinds(policy)) return filterFields(policy, row, path, filter)
  const kind = String(row.kind)
  const ofKind = policy.byKind[kind]
  if (!ofKind || !reaches(ofKind.reach, filter.audience, filter.options)) return WITHHELD
  return { kind, ...filterFields(ofKind.fields, row, path, filter) }
}

/**
 * A row as an audience may see it: what it does not get is blank (empty, null, or a value that says
 * nothing), so that it can be drawn as any other. Null when the row does not go to that audience at all,
 * because of its table or its kind.
 */
export function filterRow<T extends TableName>(
  table: T,
  row: RowOf<T>,
  audience: Audience,
  options: PolicyOptions,
): RowOf<T> | null {
  const fields: { readonly [field: string]: AnyPolicy } = FIELD_POLICY[table]
  const filter = { audience, options }
  if (fields.id === undefined || !anyReaches(fields.id, filter)) return null
  const { body } = fields
  const stored = row as unknown as Row
  if (body && stored.body !== undefined && filterValue(body, stored.body, table, filter) === WITHHELD) {
    return null
  }
  return filterFields(fields, stored, table, filter) as unknown as RowOf<T>
}

/** Every row of a list that goes to an audience, as it may see it. */
export function filterRows<T extends TableName>(
  table: T,
  rows: readonly RowOf<T>[],
  audience: Audience,
  options: PolicyOptions,
): readonly RowOf<T>[] {
  return rows.flatMap((row) => filterRow(table, row, audience, options) ?? [])
}

/** Whether rows of a table go to an audience at all. */
export function tableReaches(table: TableName, audience: Audience, options: PolicyOptions): boolean {
  return anyReaches(FIELD_POLICY[table].id, { audience, options })
}

/** Top fields of a table that an audience does not get, though it gets the row; in the order of the policy. */
export function withheldFields(
  table: TableName,
  audience: Audience,
  options: PolicyOptions,
): readonly string[] {
  if (!tableReaches(table, audience, options)) return []
  const fields: { readonly [field: string]: AnyPolicy } = FIELD_POLICY[table]
  return Object.entries(fields).flatMap(([field, policy]) =>
    anyReaches(policy, { audience, options }) ? [] : [field],
  )
}
