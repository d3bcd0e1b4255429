import { createHash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import {
  type JournalRecord,
  type JournalRecordBody,
  recordBodyPieces,
  sealedStart,
  sealInput,
} from '../../shared/journal'

/** A record without the hash that seals it. */
export type UnsealedRecord = JournalRecordBody & Pick<JournalRecord, 'prev'>

/** A line of the journal, ready to be written. */
export interface SealedLine {
  readonly hash: string
  readonly bytes: Uint8Array
}

/**
 * Seals a record. `ahead` are the texts of its first changes, when they were handed over before the rest: an
 * import makes them many megabytes, so that the windows have their turn between one and the next.
 */
export async function sealRecord(record: UnsealedRecord, ahead: readonly string[]): Promise<SealedLine> {
  const [start = '', ...rest] = recordBodyPieces(record, ahead)
  const digest = createHash('sha256').update(sealInput(record.prev, start), 'utf8')
  const parts: Buffer[] = []
  for (const piece of rest) {
    const bytes = Buffer.from(piece)
    digest.update(bytes)
    parts.push(bytes)
    await breathe()
  }
  const hash = digest.digest('hex')
  const line = [Buffer.from(sealedStart(record.prev, hash, start)), ...parts, Buffer.from('\n')]
  return { hash, bytes: Buffer.concat(line) }
}
