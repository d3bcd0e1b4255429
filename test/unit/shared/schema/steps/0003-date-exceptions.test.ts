import { describe, expect, it } from 'vitest'
import { MIGRATION_STEPS, migrateRow } from '../../../../../shared/schema/migrate'
import { ROW_SCHEMAS } from '../../../../../shared/schema/row-schemas'
import type { TableName } from '../../../../../shared/schema/tables'
import { frozenRows } from '../../../../helpers/frozen-journal'

describe('from 3 to 4: years in which a date is moved or not observed', () => {
  const tables = Object.entries(frozenRows(3)) as [TableName, readonly Record<string, unknown>[]][]

  it('has rows of every table that version 3 had', () => {
    expect(tables.filter(([, rows]) => rows.length === 0)).toEqual([])
    expect(tables).toHaveLength(18)
  })

  it.each(tables)('keeps the rows of %s, and they read', (table, rows) => {
    const before = structuredClone(rows)
    for (const [index, row] of rows.entries()) {
      const expected = table === 'commemorations' ? { ...before[index], exceptions: [] } : before[index]
      expect(migrateRow(table, row, 3, MIGRATION_STEPS, 4)).toEqual({ ok: true, value: expected })
      expect(ROW_SCHEMAS[table].safeParse(expected).success).toBe(true)
      expect(row).toEqual(before[index])
    }
  })

  it('had dates with every kind of rule and of years, and publications with everything and nothing', () => {
    const rows = new Map(tables)
    const rules = (rows.get('commemorations') ?? []).map(
      ({ rule }) => rule as { kind: string; years: { kind: string } },
    )
    expect(new Set(rules.map(({ kind }) => kind)).size).toBe(5)
    expect(new Set(rules.map(({ years }) => years.kind)).size).toBe(3)
    for (const [table, fields] of [
      ['commemorations', ['since', 'validFrom', 'validUntil']],
      ['channels', ['image', 'validFrom', 'validUntil']],
      ['publications', ['commemorationId', 'startedFrom', 'approval', 'consult']],
    ] as const) {
      for (const field of fields) {
        const values = (rows.get(table) ?? []).map((row) => row[field] === null)
        expect([field, new Set(values).size]).toEqual([field, 2])
      }
    }
  })
})
