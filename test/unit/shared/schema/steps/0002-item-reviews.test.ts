import { describe, expect, it } from 'vitest'
import { MIGRATION_STEPS, migrateRow } from '../../../../../shared/schema/migrate'
import { ROW_SCHEMAS } from '../../../../../shared/schema/row-schemas'
import type { TableName } from '../../../../../shared/schema/tables'
import { frozenRows } from '../../../../helpers/frozen-journal'

describe('from 2 to 3: reviews of items in the session', () => {
  const tables = Object.entries(frozenRows(2)) as [TableName, readonly Record<string, unknown>[]][]

  it('has rows of every table that version 2 had', () => {
    expect(tables.filter(([, rows]) => rows.length === 0)).toEqual([])
    expect(tables).toHaveLength(13)
  })

  it.each(tables)('leaves the rows of %s as they were, and they still read', (table, rows) => {
    const before = structuredClone(rows)
    for (const [index, row] of rows.entries()) {
      expect(migrateRow(table, row, 2, MIGRATION_STEPS, 3)).toEqual({ ok: true, value: before[index] })
      expect(ROW_SCHEMAS[table].safeParse(row).success).toBe(true)
    }
  })
})
