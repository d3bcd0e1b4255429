import {
  draftOfItem,
  type EventDraft,
  type ItemDraft,
  type ItemId,
  type ItemRecord,
  itemChanges,
  itemSchema,
  readItem,
} from '../../../shared/domain/follow-up'
import type { Change } from '../../../shared/journal'
import type { IsoDate } from '../../../shared/lib/iso-date'
import { err, ok, type Result } from '../../../shared/lib/result'
import { insert, update } from '../changes'
import type { CommandDeps } from '../deps'
import { type Edited, eventChange, loadContext, loadRecords, makeEvent, saveFollowUp } from './edit-follow-up'
import type { ItemRefusal } from './failures'

/** What is done to every selected item. */
export type BulkChange =
  | { readonly kind: 'event'; readonly draft: EventDraft }
  /** New data for some fields, the same for all; the code is each one's own. */
  | { readonly kind: 'fields'; readonly fields: Partial<Omit<ItemDraft, 'code'>>; readonly author: string }
  | {
      readonly kind: 'tags'
      readonly add: readonly string[]
      readonly drop: readonly string[]
      readonly author: string
    }

function fieldsOf(record: ItemRecord, change: Exclude<BulkChange, { kind: 'event' }>): ItemDraft {
  const draft = draftOfItem(record.item)
  if (change.kind === 'fields') return { ...draft, ...change.fields }
  const kept = draft.tags.filter((tag) => !change.drop.includes(tag))
  return { ...draft, tags: [...kept, ...change.add] }
}

function changesOf(
  deps: CommandDeps,
  record: ItemRecord,
  change: BulkChange,
  today: IsoDate,
): Result<readonly Change[], readonly string[]> {
  if (change.kind === 'event') {
    const made = eventChange(deps, record, change.draft, today)
    return made.ok ? ok([made.value]) : err(made.error.problems.map(({ message }) => message))
  }
  const { item } = record
  const read = readItem(fieldsOf(record, change), () => false)
  if (!read.ok) return err(read.error.map(({ message }) => message))
  const words = itemChanges(item, read.value)
  if (words.length === 0) return ok([])
  const after = itemSchema.parse({ ...read.value, id: item.id, bodyId: item.bodyId })
  const event = makeEvent(deps, record, {
    on: today < after.openedOn ? after.openedOn : today,
    author: change.author.trim() || 'Secretaría Técnica',
    source: { kind: 'otro', reference: 'Edición en la aplicación', sessionId: null, factId: null },
    body: { kind: 'edited', changes: words },
    note: '',
    evidence: [],
  })
  return ok([update('items', item, after), insert('itemEvents', event)])
}

/** Does the same to many items in one change, which one "Deshacer" takes back; one refusal stops all. */
export async function bulkChange(deps: CommandDeps, ids: readonly ItemId[], change: BulkChange): Edited {
  const records = await loadRecords(deps, ids)
  const [first] = records ?? []
  if (!records || !first) return err({ kind: 'gone' })
  const { today } = await loadContext(deps, first.item.bodyId)
  const changes: Change[] = []
  const refusals: ItemRefusal[] = []
  for (const record of records) {
    const made = changesOf(deps, record, change, today)
    if (made.ok) changes.push(...made.value)
    else refusals.push({ item: record.item.code, messages: made.error })
  }
  if (refusals.length > 0) return err({ kind: 'refused', refusals })
  return saveFollowUp(deps, `Cambiar ${records.length} asuntos`, changes)
}
