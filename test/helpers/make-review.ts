import type { Item } from '../../shared/domain/follow-up'
import type { PlainFactBody, PointId, ReviewOutcome } from '../../shared/domain/sessions'

/** The fact that reviews an item under a point, taking number `seq` of its story. */
export function makeReview(
  pointId: PointId,
  { id, code, title }: Item,
  outcome: ReviewOutcome,
  { note = null, seq = 1 }: { readonly note?: string | null; readonly seq?: number } = {},
): PlainFactBody {
  return { kind: 'item-reviewed', pointId, item: { id, code, title, seq }, outcome, note }
}
