import type { Body, BodyId } from '../../../shared/domain/bodies'
import type { PlanContext } from '../../../shared/domain/publications'
import type { Change } from '../../../shared/journal'
import { required } from '../../../shared/lib/assert'
import { instantSchema, wallClock } from '../../../shared/lib/iso-date'
import { err, ok, type Result } from '../../../shared/lib/result'
import { listChannels } from '../../data/publications'
import { getBody } from '../../data/repositories'
import { commit } from '../commit'
import type { CommandDeps } from '../deps'
import type { PublishingEdited, PublishingFailure } from './failures'

/** The answer of every command of the plan and the catalogue. */
export type Published = Promise<Result<PublishingEdited, PublishingFailure>>

/** Stores changes, unless there are none. */
export async function savePublishing(
  deps: CommandDeps,
  label: string,
  changes: readonly Change[],
): Published {
  if (changes.length === 0) return ok(null)
  const stored = await commit(deps, { label, changes })
  return stored.ok ? stored : err({ kind: 'not-saved', failure: stored.error })
}

/** The body, and what making its publications needs as of today. */
export async function loadPlanContext(
  deps: CommandDeps,
  bodyId: BodyId,
  author: string,
): Promise<PlanContext & { readonly body: Body }> {
  const body = required(await getBody(deps.store, bodyId), `body ${bodyId}`)
  const channels = await listChannels(deps.store, bodyId)
  const today = wallClock(instantSchema.parse(deps.effects.now()), body.timeZone).date
  return { body, bodyId, channels, today, author, effects: deps.effects }
}
