import type { BodyId } from '../../../shared/domain/bodies'
import type { Origin } from '../../../shared/domain/packets'
import { err, ok, type Result } from '../../../shared/lib/result'
import { type RowsByTable, VersionLedger } from '../../../shared/packet'
import { loadBodyRows, loadOrigins } from '../../data/packets'
import type { JournalReadFailure } from '../../platform/desktop'
import type { CommandDeps } from '../deps'
import { breathe } from '../sheets/in-slices'

/** A body as it is stored, with what the journal says of its rows. */
export interface BodyState {
  readonly rows: RowsByTable
  readonly origins: ReadonlyMap<string, Origin>
  readonly ledger: VersionLedger
}

/** Why a body could not be read: the journal refuses, or it changes faster than it is read. */
export type BodyStateFailure = JournalReadFailure | { readonly code: 'still-changing' }

/** Records read from the journal at a time. */
const PAGE = 500
/** How often reading starts again because something was stored meanwhile. */
const ATTEMPTS = 5

/** Reads the journal from where the ledger is to its end. */
async function readOn(
  deps: Pick<CommandDeps, 'desktop'>,
  ledger: VersionLedger,
): Promise<Result<null, JournalReadFailure>> {
  for (;;) {
    const page = await deps.desktop.journal.read({ afterSeq: ledger.head.seq, limit: PAGE })
    if (!page.ok) return page
    if (page.value.length === 0) return ok(null)
    ledger.read(page.value)
  }
}

/** Reads a body and the whole journal, so that both are of the same moment. */
export async function readBodyState(
  deps: Pick<CommandDeps, 'desktop' | 'store'>,
  bodyId: BodyId,
): Promise<Result<BodyState, BodyStateFailure>> {
  const ledger = new VersionLedger()
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const read = await readOn(deps, ledger)
    if (!read.ok) return read
    const before = (await deps.store.head())?.seq ?? 0
    const rows = await loadBodyRows(deps.store, bodyId, breathe)
    const origins = await loadOrigins(deps.store, bodyId)
    const after = (await deps.store.head())?.seq ?? 0
    if (before === ledger.head.seq && after === before) return ok({ rows, origins, ledger })
  }
  return err({ code: 'still-changing' })
}
