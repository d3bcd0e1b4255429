import type { Change } from '../../../shared/journal'
import { err, ok, type Result } from '../../../shared/lib/result'
import { commit } from '../commit'
import type { CommandDeps } from '../deps'
import type { MinutaEdit, MinutaFailure } from './failures'

/** Stores a change, unless there is none. */
export async function saveMinutaEdit(
  deps: CommandDeps,
  label: string,
  change: Change | null,
): Promise<Result<MinutaEdit, MinutaFailure>> {
  if (change === null) return ok(null)
  const stored = await commit(deps, { label, changes: [change] })
  return stored.ok ? stored : err({ kind: 'not-saved', failure: stored.error })
}
