import { z } from 'zod'
import { type ColumnMemory, ITEM_COLUMNS, type ItemColumnId } from '../../../../shared/domain/follow-up'
import { readPreference, writePreference } from '../../../commands/local-preferences'

const NAME = 'seguimiento.columnas'
const IDS = new Set<string>(ITEM_COLUMNS.map(({ id }) => id))

function isColumnId(value: string): value is ItemColumnId {
  return IDS.has(value)
}

const memorySchema = z.record(z.string(), z.string().refine(isColumnId).nullable())

/** What headings meant the last time; empty when nothing was kept or it cannot be read. */
export function readColumnMemory(): ColumnMemory {
  const text = readPreference(NAME)
  if (text === null) return {}
  try {
    const read = memorySchema.safeParse(JSON.parse(text))
    return read.success ? (read.data as ColumnMemory) : {}
  } catch {
    // A preference is a convenience: a damaged one is forgotten.
    return {}
  }
}

export function writeColumnMemory(memory: ColumnMemory): void {
  writePreference(NAME, JSON.stringify(memory))
}
