import type { Body, BodyId } from '../../../shared/domain/bodies'
import {
  CodeCounter,
  type EventDraft,
  type EventFields,
  type FollowUpContext,
  type ItemEvent,
  type ItemId,
  type ItemRecord,
  itemEventSchema,
  readEvent,
  recordOf,
} from '../../../shared/domain/follow-up'
import type { Change } from '../../../shared/journal'
import { required } from '../../../shared/lib/assert'
import { type IsoDate, instantSchema, wallClock } from '../../../shared/lib/iso-date'
import { err, ok, type Result } from '../../../shared/lib/result'
import { eventsOfItems, getItems, listItemCodes, loadFollowUpContext } from '../../data/follow-up'
import { getBody } from '../../data/repositories'
import { insert } from '../changes'
import { commit } from '../commit'
import type { CommandDeps } from '../deps'
import type { FollowUpEdited, FollowUpFailure } from './failures'

/** The answer of every command of the follow-up. */
export type Edited = Promise<Result<FollowUpEdited, FollowUpFailure>>

/** The calendar day it is now where the body sits. */
export function todayOf(deps: Pick<CommandDeps, 'effects'>, body: Pick<Body, 'timeZone'>): IsoDate {
  return wallClock(instantSchema.parse(deps.effects.now()), body.timeZone).date
}

/** The body and what its due dates are computed with, as of today. */
export async function loadContext(
  deps: CommandDeps,
  bodyId: BodyId,
): Promise<FollowUpContext & { readonly body: Body }> {
  const body = required(await getBody(deps.store, bodyId), `body ${bodyId}`)
  return { body, ...(await loadFollowUpContext(deps.store, bodyId, todayOf(deps, body))) }
}

/** Items with their stories, in the order of the ids given, each once; null when one is gone. */
export async function loadRecords(
  deps: CommandDeps,
  ids: readonly ItemId[],
): Promise<readonly ItemRecord[] | null> {
  const wanted = [...new Set(ids)]
  const [items, events] = await Promise.all([getItems(deps.store, wanted), eventsOfItems(deps.store, wanted)])
  const byId = new Map(items.map((item) => [item.id, item]))
  const [first] = items
  if (!first || byId.size < wanted.length) return null
  const context = await loadContext(deps, first.bodyId)
  return wanted.flatMap((id) => {
    const item = byId.get(id)
    return item ? [recordOf(item, events.get(id) ?? [], context)] : []
  })
}

/** The codes in use in a body. */
export async function loadCodes(deps: CommandDeps, bodyId: BodyId): Promise<CodeCounter> {
  return new CodeCounter(await listItemCodes(deps.store, bodyId))
}

/** Stores changes, unless there are none. */
export async function saveFollowUp(deps: CommandDeps, label: string, changes: readonly Change[]): Edited {
  if (changes.length === 0) return ok(null)
  const stored = await commit(deps, { label, changes })
  return stored.ok ? stored : err({ kind: 'not-saved', failure: stored.error })
}

/** The next event of an item, from fields that were read. */
export function makeEvent(
  deps: Pick<CommandDeps, 'effects'>,
  { item, revision }: Pick<ItemRecord, 'item' | 'revision'>,
  fields: EventFields,
): ItemEvent {
  return itemEventSchema.parse({
    id: deps.effects.newId(),
    bodyId: item.bodyId,
    itemId: item.id,
    seq: revision + 1,
    recordedAt: deps.effects.now(),
    ...fields,
  })
}

/** Judges an event and makes the row that stores it. */
export function eventChange(
  deps: CommandDeps,
  record: ItemRecord,
  draft: EventDraft,
  today: IsoDate,
): Result<Change, Extract<FollowUpFailure, { kind: 'event' }>> {
  const { item, events, due } = record
  const read = readEvent(draft, { item, events, due, today })
  if (!read.ok) return err({ kind: 'event', problems: read.error })
  return ok(insert('itemEvents', makeEvent(deps, record, read.value)))
}
