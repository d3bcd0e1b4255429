import { z } from 'zod'
import type { ColumnMemory, SheetColumn } from '../../../shared/lib/sheet'
import { readPreference, writePreference } from '../local-preferences'

/** What headings meant the last time, for one kind of sheet; empty when nothing readable was kept. */
export function readColumnMemory<Id extends string>(
  name: string,
  columns: readonly SheetColumn<Id>[],
): ColumnMemory<Id> {
  const text = readPreference(name)
  if (text === null) return {}
  const ids = new Map<string, Id>(columns.map(({ id }) => [id, id]))
  try {
    const read = z.record(z.string(), z.string().nullable()).safeParse(JSON.parse(text))
    const known = Object.entries(read.data ?? {}).flatMap(([heading, id]): [string, Id | null][] => {
      if (id === null) return [[heading, null]]
      const found = ids.get(id)
      return found === undefined ? [] : [[heading, found]]
    })
    return Object.fromEntries(known) as ColumnMemory<Id>
  } catch {
    // A preference is a convenience: a damaged one is forgotten.
    return {}
  }
}

export function writeColumnMemory<Id extends string>(name: string, memory: ColumnMemory<Id>): void {
  writePreference(name, JSON.stringify(memory))
}
