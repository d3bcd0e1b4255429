import { createHash } from 'node:crypto'
import { type ChangeSet, encodeLine, GENESIS_HASH, hashInput, type JournalRecord } from '../../shared/journal'

/** A UUID version 7 that only depends on its number. */
export function sampleId(number: number): string {
  return `015fc000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
}

export function sampleChangeSet(number: number, overrides: Partial<ChangeSet> = {}): ChangeSet {
  return {
    id: sampleId(number),
    at: '2017-11-15T17:00:00.000Z',
    label: `Registrar asistencia ${number}`,
    undoOf: null,
    changes: [
      { table: 'facts', key: sampleId(number), before: null, after: { id: sampleId(number), note: 'sí' } },
    ],
    ...overrides,
  }
}

/** A record that continues `previous` (null begins a chain) with a right hash. */
export function sampleRecord(
  previous: JournalRecord | null,
  overrides: Partial<Omit<JournalRecord, 'hash'>> = {},
): JournalRecord {
  const seq = (previous?.seq ?? 0) + 1
  const unsealed = {
    seq,
    prev: previous?.hash ?? GENESIS_HASH,
    at: '2017-11-15T17:00:00.500Z',
    schema: 1,
    changeSet: sampleChangeSet(seq),
    ...overrides,
  }
  const hash = createHash('sha256').update(hashInput(unsealed)).digest('hex')
  return { ...unsealed, hash }
}

/** A valid chain of `length` records. */
export function sampleChain(length: number): JournalRecord[] {
  const records: JournalRecord[] = []
  for (let index = 0; index < length; index += 1) records.push(sampleRecord(records.at(-1) ?? null))
  return records
}

/** The bytes of a journal that holds these records. */
export function journalText(records: readonly JournalRecord[]): string {
  return records.map(encodeLine).join('')
}
