import { describe, expect, it } from 'vitest'
import type { Audience } from '../../../../../shared/domain/packets'
import {
  DEFAULT_OPTIONS,
  FIELD_POLICY,
  filterRow,
  type PolicyOptions,
  type Reach,
  reaches,
} from '../../../../../shared/packet'
import { ROW_SCHEMAS } from '../../../../../shared/schema/row-schemas'
import { TABLE_NAMES, type TableName } from '../../../../../shared/schema/tables'
import { type MarkedRow, markedRows } from '../../../../helpers/marked-rows'

const NAMED: PolicyOptions = { namedVotes: true }
const CASES: readonly (readonly [string, Audience, PolicyOptions])[] = [
  ['the public, totals', 'public', DEFAULT_OPTIONS],
  ['the public, names', 'public', NAMED],
  ['members', 'members', DEFAULT_OPTIONS],
  ['a backup', 'backup', DEFAULT_OPTIONS],
]

/** Reaches that hold a text back, on the way from the table to it. */
function reachesTo(table: TableName, { kinds }: MarkedRow, path: string): readonly Reach[] {
  const met: Reach[] = []
  let node: unknown = FIELD_POLICY[table]
  let walked: string = table
  for (const field of path.split('.').slice(1)) {
    const inKind = kinds.get(walked)
    if (inKind !== undefined && typeof node === 'object' && node !== null && 'byKind' in node) {
      const ofKind = (node.byKind as Record<string, { reach: Reach; fields: unknown }>)[inKind]
      if (!ofKind) throw new Error(`${walked} has no decision for ${inKind}`)
      met.push(ofKind.reach)
      node = ofKind.fields
    }
    node = (node as Record<string, unknown>)[field]
    walked = `${walked}.${field}`
  }
  if (typeof node !== 'string') throw new Error(`${path} has no decision`)
  return [...met, node as Reach]
}

function filtered(
  table: TableName,
  row: Record<string, unknown>,
  audience: Audience,
  options: PolicyOptions,
) {
  return filterRow(table, row as never, audience, options)
}

describe.each(TABLE_NAMES)('rows of %s', (table) => {
  const rows = markedRows(table, ROW_SCHEMAS[table])

  it('are made to fit their schema', () => {
    for (const { row } of rows) expect(ROW_SCHEMAS[table].safeParse(row).error).toBeUndefined()
  })

  it.each(CASES)('hold for %s exactly the texts that the table decides', (_, audience, options) => {
    for (const marked of rows) {
      const kept = filtered(table, marked.row, audience, options)
      const text = JSON.stringify(kept)
      for (const { path, text: mark } of marked.marks) {
        const may = reachesTo(table, marked, path).every((reach) => reaches(reach, audience, options))
        const isShared = ['2017-11-15', '11:05'].includes(mark)
        const found = text.includes(mark)
        if (!may && !isShared) expect(`${path}: ${found}`).toBe(`${path}: false`)
        if (may && kept !== null) expect(`${path}: ${found}`).toBe(`${path}: true`)
      }
    }
  })

  it.each(CASES)('that go to %s still fit their schema', (_, audience, options) => {
    for (const { row } of rows) {
      const kept = filtered(table, row, audience, options)
      if (kept !== null) expect(ROW_SCHEMAS[table].safeParse(kept).error).toBeUndefined()
    }
  })
})

describe('the public', () => {
  const all = TABLE_NAMES.flatMap((table) =>
    markedRows(table, ROW_SCHEMAS[table]).map((marked) => ({ table, ...marked })),
  )

  it.each([
    /\.initials$/,
    /^persons\./,
    /^memberships\./,
    /^itemViews\./,
    /^packets\./,
    /^origins\./,
    /^overlays\.basis$/,
    /^itemEvents\.(note|author)$/,
    /^itemEvents\.evidence\.name$/,
    /^itemEvents\.source\.reference$/,
    /^items\.tags$/,
    /^items\.attachments\.name$/,
    /overrideReason$/,
  ])('never gets %s', (pattern) => {
    const found = all.flatMap(({ table, row, marks }) => {
      const text = JSON.stringify(filtered(table, row, 'public', NAMED))
      return marks
        .filter(({ path }) => pattern.test(path))
        .map((mark) => ({ ...mark, text, secret: mark.text }))
    })
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter(({ text, secret }) => text.includes(secret))).toEqual([])
  })
})
