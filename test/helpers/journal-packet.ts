import type { Origin } from '../../shared/domain/packets'
import { canonicalJson, type JournalRecord, type JsonValue, type Row } from '../../shared/journal'
import {
  collectLines,
  RECORDS_FORMAT,
  RECORDS_VERSION,
  type RecordsScope,
  type RowsByTable,
  recordText,
  VersionLedger,
  withheldByTable,
} from '../../shared/packet'
import { SCHEMA_VERSION } from '../../shared/schema/version'
import { rowsLeftBy, type Tables } from './e2e-profile'
import { rawZip } from './raw-zip'
import { bagEntries, sampleBag } from './sample-packet'

/** How a packet is made out of a journal. */
export interface JournalPacket {
  readonly scope?: RecordsScope
  /** Seed of the signing key; null leaves it unsigned. */
  readonly signer?: number | null
  /** More files of the payload: attachments. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  /** Changes the lines of registros.jsonl before they are packed. */
  readonly edit?: (lines: readonly string[]) => readonly string[]
}

function rowsOf(tables: Tables, bodyId: string): RowsByTable {
  const sessions = new Set(
    Object.values(tables.sessions ?? {})
      .map((row) => row as Row)
      .filter((row) => row.bodyId === bodyId)
      .map(({ id }) => id),
  )
  const items = new Set(Object.keys(tables.items ?? {}))
  const isOfBody = (table: string, row: Row) =>
    table === 'bodies'
      ? row.id === bodyId
      : row.bodyId === bodyId || sessions.has(row.sessionId as string) || items.has(row.itemId as string)
  return Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [
      table,
      Object.values(rows).filter((row) => isOfBody(table, row as Row)),
    ]),
  ) as RowsByTable
}

/** The lines of registros.jsonl that a computer with this journal writes. */
export function recordLinesOf(
  records: readonly JournalRecord[],
  bodyId: string,
  scope: RecordsScope = { audience: 'backup' },
): readonly string[] {
  const ledger = new VersionLedger()
  ledger.read(records)
  const tables = rowsLeftBy(records)
  const rows = rowsOf(tables, bodyId)
  const origins = new Map(Object.entries(tables.origins ?? {}).map(([id, row]) => [id, row as Origin]))
  const lines = [...collectLines({ bodyId, rows, origins, ledger }, scope)]
  const header = {
    format: RECORDS_FORMAT,
    version: RECORDS_VERSION,
    schema: SCHEMA_VERSION,
    audience: scope.audience,
    packetId: '015fc000-0000-7000-8000-0000000f0001',
    packetVersion: 1,
    bodyId,
    bodyName: String((tables.bodies?.[bodyId] as Row | undefined)?.name),
    sessionId: scope.audience === 'members' ? scope.sessionId : null,
    origin: ledger.origin,
    headSeq: ledger.head.seq,
    headHash: ledger.head.hash,
    madeAt: '2017-11-15T20:00:00.000Z',
    withheld: withheldByTable(scope.audience),
    lines: lines.length,
  }
  return [canonicalJson(header as JsonValue), ...lines.map(recordText)]
}

/** A whole packet out of a journal, as a file. */
export function journalPacket(
  records: readonly JournalRecord[],
  bodyId: string,
  { scope, signer = 1, files = {}, edit = (lines) => lines }: JournalPacket = {},
): Uint8Array<ArrayBuffer> {
  const lines = edit(recordLinesOf(records, bodyId, scope))
  const payload = {
    'data/registros/registros.jsonl': lines.map((line) => `${line}\n`).join(''),
    ...files,
  }
  return rawZip(bagEntries(sampleBag({ payload, signer })))
}
