import type { BodyId } from '../../../shared/domain/bodies'
import {
  type Channel,
  lastBefore,
  missingPublications,
  type PublicationId,
  startFrom,
} from '../../../shared/domain/publications'
import { err, ok, type Result } from '../../../shared/lib/result'
import { getPublication, listCommemorations, listPlan, listPublicationsOf } from '../../data/publications'
import { insert, update } from '../changes'
import type { CommandDeps } from '../deps'
import type { PublishingEdited, PublishingFailure } from './failures'
import { loadPlanContext, type Published, savePublishing } from './save-publishing'

/** Makes the entries of a year that the catalogue asks for and the plan lacks; one undo takes all back. */
export async function generateYear(
  deps: CommandDeps,
  bodyId: BodyId,
  year: number,
  author: string,
): Published {
  const [context, catalogue, plan] = await Promise.all([
    loadPlanContext(deps, bodyId, author),
    listCommemorations(deps.store, bodyId),
    listPlan(deps.store, bodyId, year),
  ])
  const added = missingPublications(catalogue, plan, year, context)
  return savePublishing(
    deps,
    `Plan de ${year}: ${added.length} ${added.length === 1 ? 'fecha' : 'fechas'}`,
    added.map((publication) => insert('publications', publication)),
  )
}

/** An entry filled from an earlier year, and the channels that have no successor today. */
export interface StartedFromEarlier {
  readonly edited: PublishingEdited
  readonly droppedChannels: readonly Channel[]
}

/** Fills an entry with what the last earlier year had: image, words, hashtags, channels, who answers. */
export async function startFromEarlier(
  deps: CommandDeps,
  bodyId: BodyId,
  id: PublicationId,
  author: string,
): Promise<Result<StartedFromEarlier, PublishingFailure>> {
  const before = await getPublication(deps.store, id)
  if (!before) return err({ kind: 'gone' })
  const others =
    before.commemorationId === null ? [] : await listPublicationsOf(deps.store, before.commemorationId)
  const earlier = lastBefore(others, before)
  if (!earlier) return err({ kind: 'nothing-earlier' })
  const context = await loadPlanContext(deps, bodyId, author)
  const { publication, droppedChannels } = startFrom(earlier, before, context)
  const saved = await savePublishing(deps, `Empezar de ${earlier.year}: ${before.title}`, [
    update('publications', before, publication),
  ])
  return saved.ok ? ok({ edited: saved.value, droppedChannels }) : saved
}
