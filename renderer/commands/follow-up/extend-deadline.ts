import type { EventDraft, ItemId } from '../../../shared/domain/follow-up'
import type { CommandDeps } from '../deps'
import type { Edited } from './edit-follow-up'
import { recordEvent } from './record-event'

/** Moves the due date of an item to a later day, with who granted it. */
export function extendDeadline(
  deps: CommandDeps,
  id: ItemId,
  extension: { readonly due: string; readonly grantedBy: string },
  draft: Omit<EventDraft, 'body'>,
): Edited {
  return recordEvent(deps, id, { ...draft, body: { kind: 'extension', ...extension } })
}
