import { bodyIdSchema } from '../../../shared/domain/bodies'
import { ok, type Result } from '../../../shared/lib/result'
import {
  type ImportPlan,
  LocalState,
  type PacketRecords,
  type PlanRefusal,
  planImport as planUnits,
  type RecordsHeader,
  rowId,
} from '../../../shared/packet'
import type { TableName } from '../../../shared/schema/tables'
import { storedIds } from '../../data/packets'
import { listBodies } from '../../data/repositories'
import type { JournalReadFailure } from '../../platform/desktop'
import type { CommandDeps } from '../deps'
import { inSlices } from '../sheets/in-slices'
import { type BodyState, type BodyStateFailure, readBodyState } from './body-state'

/** Why a packet cannot be compared with what is stored; nothing has changed. */
export type PlanFailure = PlanRefusal | BodyStateFailure

/** Share of the work that is done when the body was read. */
const READ = 0.4

/**
 * Whether the packet comes from a journal that begins as this one and went another way: a profile that was
 * copied, or put back from an older copy.
 */
async function isForked(
  deps: Pick<CommandDeps, 'desktop'>,
  { ledger }: BodyState,
  header: RecordsHeader,
): Promise<Result<boolean, JournalReadFailure>> {
  if (ledger.origin !== header.origin) return ok(false)
  if (header.headSeq > ledger.head.seq || header.headSeq === 0) return ok(true)
  const page = await deps.desktop.journal.read({ afterSeq: header.headSeq - 1, limit: 1 })
  return page.ok ? ok(page.value[0]?.hash !== header.headHash) : page
}

/** Rows of the packet that are stored here in another body. */
async function storedElsewhere(
  deps: Pick<CommandDeps, 'store'>,
  { rows }: PacketRecords,
  state: BodyState,
): Promise<ReadonlySet<string>> {
  const here = new Set(
    Object.entries(state.rows).flatMap(([table, list]) => list.map(({ id }) => rowId(table, id))),
  )
  const others = new Map<TableName, string[]>()
  for (const { table, key } of rows) {
    if (here.has(rowId(table, key))) continue
    const keys = others.get(table) ?? []
    keys.push(key)
    others.set(table, keys)
  }
  return storedIds(deps.store, others)
}

/**
 * Compares the rows of a packet with what is stored, unit by unit, giving the window its turn. Changes
 * nothing.
 */
export async function planImport(
  deps: Pick<CommandDeps, 'desktop' | 'store'>,
  records: PacketRecords,
  onProgress: (done: number) => void = () => undefined,
): Promise<Result<ImportPlan, PlanFailure>> {
  const { header } = records
  const read = await readBodyState(deps, bodyIdSchema.parse(header.bodyId))
  if (!read.ok) return read
  const state = read.value
  const forked = await isForked(deps, state, header)
  if (!forked.ok) return forked
  const elsewhere = await storedElsewhere(deps, records, state)
  const bodies = await listBodies(deps.store)
  onProgress(READ)
  const local = new LocalState({
    ...state,
    forked: forked.value,
    elsewhere,
    otherBodies: bodies.filter(({ id }) => id !== header.bodyId),
  })
  return inSlices(planUnits(records, local), {
    onProgress: (done) => onProgress(READ + done * (1 - READ)),
  })
}
