import { EVENT_LABELS, type EventDraft, type ItemId } from '../../../shared/domain/follow-up'
import { err } from '../../../shared/lib/result'
import type { CommandDeps } from '../deps'
import { type Edited, eventChange, loadContext, loadRecords, saveFollowUp } from './edit-follow-up'

/**
 * Adds an event to the story of an item: change of state, progress, extension, start of the term,
 * delivery, or the taking back of an earlier event. History is only added to.
 */
export async function recordEvent(deps: CommandDeps, id: ItemId, draft: EventDraft): Edited {
  const record = (await loadRecords(deps, [id]))?.[0]
  if (!record) return err({ kind: 'gone' })
  const { today } = await loadContext(deps, record.item.bodyId)
  const change = eventChange(deps, record, draft, today)
  if (!change.ok) return change
  return saveFollowUp(deps, `${record.item.code}: ${EVENT_LABELS[draft.body.kind]}`, [change.value])
}
