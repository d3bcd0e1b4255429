import type { JsonValue, Row } from '../journal'
import { canonicalJson } from '../journal'
import type { TableName } from '../schema/tables'

/**
 * What a row has in a field that its packet withheld, until somebody fills it here. Only fields that can be
 * empty may be withheld from rows that another Quórum takes in.
 */
const EMPTY_FIELDS: Partial<Readonly<Record<TableName, Row>>> = {
  points: { attachments: [] },
  items: { tags: [], attachments: [] },
  itemEvents: { evidence: [] },
}

/** Value of a field that was withheld; undefined when rows of that table cannot do without it. */
export function emptyField(table: TableName, field: string): JsonValue | undefined {
  return EMPTY_FIELDS[table]?.[field]
}

/** Of the fields that never came, those that are still empty: the rest were filled here and are known. */
export function stillLacking(table: TableName, row: Row, lacking: readonly string[]): readonly string[] {
  return lacking.filter((field) => {
    const empty = emptyField(table, field)
    const value = row[field]
    return empty !== undefined && value !== undefined && canonicalJson(value) === canonicalJson(empty)
  })
}
