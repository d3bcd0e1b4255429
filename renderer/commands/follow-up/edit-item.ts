import {
  type ItemDraft,
  type ItemId,
  itemChanges,
  itemSchema,
  readItem,
} from '../../../shared/domain/follow-up'
import { err, ok } from '../../../shared/lib/result'
import { foldText } from '../../../shared/lib/spanish'
import { longDay } from '../../../shared/lib/spanish-date'
import { insert, update } from '../changes'
import type { CommandDeps } from '../deps'
import { type Edited, loadCodes, loadContext, loadRecords, makeEvent, saveFollowUp } from './edit-follow-up'

/**
 * Changes the data of an item; what changed is added to its story, with who did it, so that nothing
 * agreed is rewritten in silence.
 */
export async function editItem(deps: CommandDeps, id: ItemId, draft: ItemDraft, author: string): Edited {
  const record = (await loadRecords(deps, [id]))?.[0]
  if (!record) return err({ kind: 'gone' })
  const { item } = record
  const codes = await loadCodes(deps, item.bodyId)
  const withCode = { ...draft, code: draft.code.trim() || item.code }
  const read = readItem(withCode, (code) => foldText(code) !== foldText(item.code) && codes.has(code))
  if (!read.ok) return err({ kind: 'item', problems: read.error })
  const earlier = record.events.find(({ on }) => on < read.value.openedOn)
  if (earlier) {
    const message = `Su historia tiene un evento del ${longDay(earlier.on)}: el asunto no pudo quedar pendiente después.`
    return err({ kind: 'item', problems: [{ field: 'openedOn', message }] })
  }
  const changes = itemChanges(item, read.value)
  const after = itemSchema.parse({ ...read.value, id, bodyId: item.bodyId })
  if (changes.length === 0) return ok(null)
  const { today } = await loadContext(deps, item.bodyId)
  const event = makeEvent(deps, record, {
    on: today < after.openedOn ? after.openedOn : today,
    author: author.trim() || 'Secretaría Técnica',
    source: { kind: 'otro', reference: 'Edición en la aplicación', sessionId: null, factId: null },
    body: { kind: 'edited', changes },
    note: '',
    evidence: [],
  })
  return saveFollowUp(deps, `Cambiar ${after.code}`, [
    update('items', item, after),
    insert('itemEvents', event),
  ])
}
