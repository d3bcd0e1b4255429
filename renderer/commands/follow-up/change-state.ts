import type { EventDraft, ItemId, ItemState } from '../../../shared/domain/follow-up'
import type { CommandDeps } from '../deps'
import type { Edited } from './edit-follow-up'
import { recordEvent } from './record-event'

/** Moves an item to another state, with date, author, source and optional evidence. */
export function changeState(
  deps: CommandDeps,
  id: ItemId,
  to: ItemState,
  draft: Omit<EventDraft, 'body'>,
): Edited {
  return recordEvent(deps, id, { ...draft, body: { kind: 'state', to } })
}
