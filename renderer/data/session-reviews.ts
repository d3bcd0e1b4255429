import { type ItemId, type ItemReviews, reviewsOfItems } from '../../shared/domain/follow-up'
import type { Fact } from '../../shared/domain/sessions'
import type { Store } from './store'

const ITEM = 'body.item.id'
const TARGET = 'body.targetId'

/** The facts with every correction of them, and the corrections of those. */
async function withCorrections(store: Store, facts: readonly Fact[]): Promise<readonly Fact[]> {
  const all = [...facts]
  let found = facts
  while (found.length > 0) {
    found = await store.whereAny(
      'facts',
      TARGET,
      found.map(({ id }) => id),
    )
    all.push(...found)
  }
  return all
}

/** Every review of an item in any session, with its corrections, in no order. Read from two sparse indexes. */
export async function listReviewFacts(store: Store): Promise<readonly Fact[]> {
  return withCorrections(store, await store.having('facts', ITEM))
}

/** What sessions said of some items, by item. */
export async function reviewsOf(
  store: Store,
  ids: readonly ItemId[],
): Promise<ReadonlyMap<ItemId, ItemReviews>> {
  const facts = await withCorrections(store, await store.whereAny('facts', ITEM, ids))
  const sessions = await store.getMany('sessions', [...new Set(facts.map(({ sessionId }) => sessionId))])
  return reviewsOfItems(
    facts,
    new Map(sessions.flatMap((session) => (session ? [[session.id, session] as const] : []))),
  )
}
