import type { Change, Row } from '../../shared/journal'
import { isJsonObject } from '../../shared/journal'
import { ROW_SCHEMAS, type RowOf } from '../../shared/schema/row-schemas'
import type { TableName } from '../../shared/schema/tables'

/** A record as the journal stores it; a record that its own schema refuses is a bug and throws. */
function toRow<T extends TableName>(table: T, record: RowOf<T>): Row {
  const row: unknown = ROW_SCHEMAS[table].parse(record)
  if (!isJsonObject(row)) throw new Error(`A record of ${table} is not plain JSON`)
  return row
}

/** A new row. */
export function insert<T extends TableName>(table: T, record: RowOf<T>): Change {
  return { table, key: record.id, before: null, after: toRow(table, record) }
}

/** A row that changes; both sides are kept so that it can be undone. */
export function update<T extends TableName>(table: T, before: RowOf<T>, after: RowOf<T>): Change {
  return { table, key: before.id, before: toRow(table, before), after: toRow(table, after) }
}

/** A row that goes away; the journal keeps it. */
export function remove<T extends TableName>(table: T, record: RowOf<T>): Change {
  return { table, key: record.id, before: toRow(table, record), after: null }
}
