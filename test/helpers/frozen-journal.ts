import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type JournalRecord, parseLine } from '../../shared/journal'
import type { AnyRow } from '../../shared/schema/migrate'
import type { TableName } from '../../shared/schema/tables'

function fixture(version: number, name: string): string {
  return readFileSync(join(import.meta.dirname, `../fixtures/schema-v${version}/${name}`), 'utf8')
}

/** Journal written by the build that released a version of the schema, never written again. */
export function frozenJournal(version: number): readonly JournalRecord[] {
  return fixture(version, 'journal.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const parsed = parseLine(line)
      if (!parsed.ok) throw new Error(`Frozen journal of version ${version} is damaged`)
      return parsed.value
    })
}

/** What that build's own database held after the same journal. */
export function frozenRows(version: number): Readonly<Partial<Record<TableName, readonly AnyRow[]>>> {
  return JSON.parse(fixture(version, 'rows.json'))
}
