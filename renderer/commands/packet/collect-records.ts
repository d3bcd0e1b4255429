import { type Body, bodyIdSchema } from '../../../shared/domain/bodies'
import type { PacketId } from '../../../shared/domain/packets'
import type { SessionId } from '../../../shared/domain/sessions'
import type { Instant } from '../../../shared/lib/iso-date'
import { err, ok, type Result } from '../../../shared/lib/result'
import {
  collectLines,
  RECORDS_FORMAT,
  RECORDS_LIMITS,
  RECORDS_VERSION,
  type RecordLine,
  type RecordsHeader,
  type RecordsScope,
  recordsHeaderSchema,
  recordText,
  withheldByTable,
} from '../../../shared/packet'
import { SCHEMA_VERSION } from '../../../shared/schema/version'
import type { CommandDeps } from '../deps'
import { breathe } from '../sheets/in-slices'
import { type BodyState, type BodyStateFailure, readBodyState } from './body-state'

/** Which rows a packet is to carry. */
export interface RecordsRequest {
  readonly packetId: PacketId
  readonly packetVersion: number
  readonly madeAt: Instant
  readonly body: Pick<Body, 'id' | 'name'>
  /** The session for its members, or null for a backup of the whole body. */
  readonly sessionId: SessionId | null
  /** Whether the files of the annexes of the session go along; in a backup they always do. */
  readonly annexes?: boolean
}

/** The rows of a packet, ready to be written. */
export interface CollectedRecords {
  readonly header: RecordsHeader
  /** What the rows were read from. */
  readonly state: BodyState
  /** The bytes of registros.jsonl, in pieces of about a megabyte, giving the window its turn between them. */
  readonly pieces: () => AsyncGenerator<Uint8Array<ArrayBuffer>>
}

/** Why the rows were not collected; nothing was written. */
export type CollectFailure =
  | BodyStateFailure
  | { readonly code: 'nothing-stored' }
  /** More rows than any Quórum takes in. */
  | { readonly code: 'too-many-rows'; readonly found: number; readonly max: number }

/** Text that is turned into one piece, in UTF-16 units. */
const PIECE_LENGTH = 1024 * 1024
/** Lines made between two turns of the window. */
const LINES_A_TURN = 400

/** The header says how many lines there are before the first of them is written. */
async function countLines(lines: Iterable<RecordLine>): Promise<number> {
  let count = 0
  for (const _line of lines) {
    count += 1
    if (count % LINES_A_TURN === 0) await breathe()
  }
  return count
}

async function* piecesOf(
  state: BodyState,
  header: RecordsHeader,
  scope: RecordsScope,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  let text = `${recordText(header)}\n`
  let count = 0
  for (const line of collectLines({ ...state, bodyId: header.bodyId }, scope)) {
    text += `${recordText(line)}\n`
    count += 1
    if (text.length >= PIECE_LENGTH) {
      yield encoder.encode(text)
      text = ''
    }
    if (count % LINES_A_TURN === 0) await breathe()
  }
  if (text !== '') yield encoder.encode(text)
}

/**
 * Collects the rows of a packet with the changes that each contains: of a session for its members, or of
 * everything of a body. What the audience does not get is not in them.
 */
export async function collectRecords(
  deps: Pick<CommandDeps, 'desktop' | 'store'>,
  request: RecordsRequest,
): Promise<Result<CollectedRecords, CollectFailure>> {
  const { body, sessionId, packetId, packetVersion, madeAt, annexes = true } = request
  const read = await readBodyState(deps, bodyIdSchema.parse(body.id))
  if (!read.ok) return read
  const state = read.value
  const { origin, head } = state.ledger
  if (origin === null) return err({ code: 'nothing-stored' })
  const scope: RecordsScope =
    sessionId === null ? { audience: 'backup' } : { audience: 'members', sessionId, annexes }
  const lines = await countLines(collectLines({ ...state, bodyId: body.id }, scope))
  const max = RECORDS_LIMITS.lines
  if (lines > max) return err({ code: 'too-many-rows', found: lines, max })
  const header = recordsHeaderSchema.parse({
    format: RECORDS_FORMAT,
    version: RECORDS_VERSION,
    schema: SCHEMA_VERSION,
    audience: scope.audience,
    packetId,
    packetVersion,
    bodyId: body.id,
    bodyName: body.name,
    sessionId,
    origin,
    headSeq: head.seq,
    headHash: head.hash,
    madeAt,
    withheld: withheldByTable(scope.audience, annexes),
    lines,
  })
  return ok({ header, state, pieces: () => piecesOf(state, header, scope) })
}
