import type { BodyId } from '../../../shared/domain/bodies'
import { type ItemDraft, type ItemId, itemSchema, readItem } from '../../../shared/domain/follow-up'
import { yearOf } from '../../../shared/lib/iso-date'
import { err } from '../../../shared/lib/result'
import { insert } from '../changes'
import type { CommandDeps } from '../deps'
import { type Edited, loadCodes, saveFollowUp } from './edit-follow-up'

/**
 * Adds an item typed by hand or taken from a report, under an id that the caller chose so that it can
 * select it. Without a code it gets the next one of its year.
 */
export async function addItem(deps: CommandDeps, bodyId: BodyId, id: ItemId, draft: ItemDraft): Edited {
  const codes = await loadCodes(deps, bodyId)
  const read = readItem(draft, (code) => codes.has(code))
  if (!read.ok) return err({ kind: 'item', problems: read.error })
  const code = read.value.code || codes.next(yearOf(read.value.openedOn))
  const item = itemSchema.parse({ ...read.value, id, bodyId, code })
  return saveFollowUp(deps, `Agregar ${code}`, [insert('items', item)])
}
