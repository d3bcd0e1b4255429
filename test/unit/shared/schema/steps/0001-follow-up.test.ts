import { describe, expect, it } from 'vitest'
import { MIGRATION_STEPS, migrateRow } from '../../../../../shared/schema/migrate'
import type { TableName } from '../../../../../shared/schema/tables'
import { frozenRows } from '../../../../helpers/frozen-journal'

describe('from 1 to 2: the follow-up', () => {
  const tables = Object.entries(frozenRows(1)) as [TableName, readonly Record<string, unknown>[]][]

  it('has rows of every table that version 1 had', () => {
    expect(tables.filter(([, rows]) => rows.length === 0)).toEqual([])
    expect(tables).toHaveLength(9)
  })

  it.each(tables)('leaves the rows of %s as they were', (table, rows) => {
    const before = structuredClone(rows)
    for (const [index, row] of rows.entries()) {
      expect(migrateRow(table, row, 1, MIGRATION_STEPS, 2)).toEqual({ ok: true, value: before[index] })
    }
  })
})
