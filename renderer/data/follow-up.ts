import type { BodyId } from '../../shared/domain/bodies'
import { type ClosedDay, makeCalendar, type WorkCalendar } from '../../shared/domain/calendar'
import {
  type FollowUpContext,
  type Item,
  type ItemEvent,
  type ItemId,
  type ItemRecord,
  type ItemView,
  recordOf,
  withReviews,
} from '../../shared/domain/follow-up'
import type { FactId } from '../../shared/domain/sessions'
import type { IsoDate } from '../../shared/lib/iso-date'
import { listSessions } from './repositories'
import { reviewsOf } from './session-reviews'
import type { Store } from './store'

const MAX_SEQ = Number.MAX_SAFE_INTEGER

/** Every item of a body, by code. */
export async function listItems(store: Store, bodyId: BodyId): Promise<readonly Item[]> {
  return store.between('items', '[bodyId+code]', [bodyId, ''], [bodyId, '\uffff'])
}

/** Every item of a body, some at a time, in no order. */
export function itemPages(store: Store, bodyId: BodyId): AsyncGenerator<readonly Item[]> {
  return store.pages('items', 'bodyId', bodyId)
}

/** The events of every item of a body, some at a time, in no order. */
export function bodyEventPages(store: Store, bodyId: BodyId): AsyncGenerator<readonly ItemEvent[]> {
  return store.pages('itemEvents', 'bodyId', bodyId)
}

/** Codes in use in a body, read from the index alone. */
export async function listItemCodes(store: Store, bodyId: BodyId): Promise<readonly string[]> {
  const keys = await store.indexKeys('items', '[bodyId+code]', [bodyId, ''], [bodyId, '\uffff'])
  return keys.map(([, code]) => String(code))
}

export async function getItem(store: Store, id: ItemId): Promise<Item | null> {
  return store.get('items', id)
}

/** The item of a body with that code; null when there is none. */
export async function findItem(store: Store, bodyId: BodyId, code: string): Promise<Item | null> {
  const [item] = await store.between('items', '[bodyId+code]', [bodyId, code], [bodyId, code])
  return item ?? null
}

/** Items by their ids, in no order; those that are gone are not there. */
export async function getItems(store: Store, ids: readonly ItemId[]): Promise<readonly Item[]> {
  return store.whereAny('items', 'id', ids)
}

/** The stories of several items, by item: their events and what sessions said of them. */
export async function eventsOfItems(
  store: Store,
  ids: readonly ItemId[],
): Promise<ReadonlyMap<ItemId, readonly ItemEvent[]>> {
  const [events, reviews] = await Promise.all([
    store.whereAny('itemEvents', 'itemId', ids),
    reviewsOf(store, ids),
  ])
  const byItem = new Map<ItemId, ItemEvent[]>()
  for (const event of events) {
    const ofItem = byItem.get(event.itemId)
    if (ofItem) ofItem.push(event)
    else byItem.set(event.itemId, [event])
  }
  const reviewed = [...reviews].map(([id, said]) => [id, withReviews(byItem.get(id) ?? [], said)] as const)
  return new Map([...byItem, ...reviewed])
}

/** The stored events of an item, in the order they were written. */
export async function listItemEvents(store: Store, itemId: ItemId): Promise<readonly ItemEvent[]> {
  return store.between('itemEvents', '[itemId+seq]', [itemId, 0], [itemId, MAX_SEQ])
}

/** The stored events of every item of a body, in no order. */
export async function listBodyEvents(store: Store, bodyId: BodyId): Promise<readonly ItemEvent[]> {
  return store.where('itemEvents', 'bodyId', bodyId)
}

/** Ranges of the institution's calendar, by their first day. */
export async function listClosedDays(store: Store, bodyId: BodyId): Promise<readonly ClosedDay[]> {
  return store.between('closedDays', '[bodyId+from]', [bodyId, ''], [bodyId, '\uffff'])
}

/** The calendar in which a body counts its days. */
export async function loadCalendar(store: Store, bodyId: BodyId): Promise<WorkCalendar> {
  return makeCalendar(await listClosedDays(store, bodyId))
}

/** Saved views in their order. */
export async function listItemViews(store: Store, bodyId: BodyId): Promise<readonly ItemView[]> {
  const views = await store.where('itemViews', 'bodyId', bodyId)
  return [...views].sort((a, b) => a.order - b.order)
}

/** Items born from some facts, to promote each fact once. */
export async function itemsOfFacts(
  store: Store,
  factIds: readonly FactId[],
): Promise<ReadonlyMap<FactId, ItemId>> {
  const items = await store.whereAny('items', 'origin.factId', factIds)
  return new Map(
    items.flatMap(({ id, origin }): readonly (readonly [FactId, ItemId])[] =>
      origin.kind === 'session' && origin.factId !== null ? [[origin.factId, id]] : [],
    ),
  )
}

/** What due dates of a body are computed with. */
export async function loadFollowUpContext(
  store: Store,
  bodyId: BodyId,
  today: IsoDate,
): Promise<FollowUpContext> {
  const [calendar, sessions] = await Promise.all([loadCalendar(store, bodyId), listSessions(store, bodyId)])
  return { calendar, today, sessionDates: sessions.map(({ date }) => date) }
}

/** One item with its story and everything derived; null when it does not exist. */
export async function getItemRecord(store: Store, id: ItemId, today: IsoDate): Promise<ItemRecord | null> {
  const item = await getItem(store, id)
  if (!item) return null
  const [events, context] = await Promise.all([
    eventsOfItems(store, [id]),
    loadFollowUpContext(store, item.bodyId, today),
  ])
  return recordOf(item, events.get(id) ?? [], context)
}
