import type { ClockTime } from '../../lib/iso-date'
import type { ReviewedItem, ReviewOutcome } from './fact'
import type { FactId, PointId } from './ids'
import type { EffectiveFact } from './state'

/** What the session left said of an item: its last review. */
export interface ItemReview {
  readonly factId: FactId
  readonly pointId: PointId
  readonly time: ClockTime
  readonly item: ReviewedItem
  readonly outcome: ReviewOutcome
  /** What was said of it; null when nothing was. */
  readonly note: string | null
}

/** What tells two items apart: the id, or the code of one that is only in a file. */
function keyOf(item: ReviewedItem): string {
  return item.id ?? `code:${item.code}`
}

/**
 * How many items the session had to review and did not, by the last count that its facts give; 0 when none of
 * them counted. Items reviewed under any point are reviewed.
 */
export function unreviewedItems(facts: readonly EffectiveFact[]): number {
  const listed = facts.reduce(
    (last, { body }) => (body.kind === 'item-reviewed' ? (body.listed ?? last) : last),
    0,
  )
  return Math.max(0, listed - itemReviews(facts).length)
}

/**
 * The items reviewed by facts that count, in the order in which they were first taken up. An item that was
 * reviewed again is there once, with what was said last.
 */
export function itemReviews(facts: readonly EffectiveFact[]): readonly ItemReview[] {
  const last = new Map<string, ItemReview>()
  for (const { id, time, body } of facts) {
    if (body.kind !== 'item-reviewed') continue
    const { pointId, item, outcome, note } = body
    last.set(keyOf(item), { factId: id, pointId, time, item, outcome, note })
  }
  return [...last.values()]
}
