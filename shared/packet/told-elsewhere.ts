import {
  type ItemEvent,
  type ItemId,
  isReviewEvent,
  reviewedItemOf,
  reviewsOfItems,
} from '../domain/follow-up'
import type { Origin, Versions } from '../domain/packets'
import type { Fact } from '../domain/sessions'
import type { RowsByTable } from './collect'
import { joinVersions, rowId, type VersionLedger } from './versions'

/** What the reviews of a body are told from. */
interface ReviewsSource {
  readonly rows: RowsByTable
  readonly origins: ReadonlyMap<string, Origin>
  readonly ledger: VersionLedger
}

/** The reviews of items in the sessions of a body, as events, and the changes that each contains. */
export interface ToldReviews {
  readonly events: readonly ItemEvent[]
  /** By the id of the event, which is that of the fact. */
  readonly versions: ReadonlyMap<string, Versions>
}

/** The facts that speak of items, each with the review that it is or mends. */
function reviewFacts(facts: readonly Fact[]): readonly { readonly fact: Fact; readonly reviewId: string }[] {
  const candidates = facts.filter(({ body }) => body.kind === 'item-reviewed' || body.kind === 'correction')
  const byId = new Map(candidates.map((fact) => [fact.id, fact]))
  return candidates.flatMap((fact) => {
    if (reviewedItemOf(fact, byId) === null) return []
    let root = fact
    while (root.body.kind === 'correction') root = byId.get(root.body.targetId) ?? root
    return [{ fact, reviewId: root.id }]
  })
}

/**
 * What the sessions of a body said of its items, as events of their stories. A packet of one session does
 * not carry the facts of the others; what they said of an item is of the item, and goes with its story as
 * any news of it does, by the same policy. An event contains the changes of its fact, of whatever mended it
 * and of the session that dates it, so that a newer telling is known as such.
 */
export function toldReviews({ rows, origins, ledger }: ReviewsSource): ToldReviews {
  const found = reviewFacts(rows.facts ?? [])
  const sessions = new Map((rows.sessions ?? []).map((session) => [session.id, session]))
  const told = reviewsOfItems(
    found.map(({ fact }) => fact),
    sessions,
  )
  const versionsOf = (id: string) => ledger.versionsOf(id, origins.get(id) ?? null)
  const versions = new Map<string, Versions>()
  for (const { fact, reviewId } of found) {
    const before = versions.get(reviewId) ?? versionsOf(rowId('sessions', fact.sessionId))
    versions.set(reviewId, joinVersions(before, versionsOf(rowId('facts', fact.id))))
  }
  const byItem: ReadonlyMap<ItemId, { readonly events: readonly ItemEvent[] }> = told
  return { events: [...byItem.values()].flatMap(({ events }) => events), versions }
}

/** The stories of the items with what sessions said: a fact that is here wins over what a packet told of it. */
export function withTold(stored: readonly ItemEvent[] | undefined, told: ToldReviews): readonly ItemEvent[] {
  return [...(stored ?? []).filter(({ id }) => !told.versions.has(id)), ...told.events]
}

/** Whether a row is what a packet told of a review in a session whose facts it did not carry. */
export function isToldReview(table: string, row: object | null): boolean {
  return table === 'itemEvents' && row !== null && isReviewEvent(row as ItemEvent)
}
