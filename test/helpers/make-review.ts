import type { Item } from '../../shared/domain/follow-up'
import type { PlainFactBody, PointId, ReviewOutcome } from '../../shared/domain/sessions'

interface ReviewOptions {
  readonly note?: string | null
  readonly seq?: number
  /** How many items there were to review. */
  readonly listed?: number
}

/** The fact that reviews an item under a point, taking number `seq` of its story. */
export function makeReview(
  pointId: PointId,
  { id, code, title }: Item,
  outcome: ReviewOutcome,
  { note = null, seq = 1, listed }: ReviewOptions = {},
): PlainFactBody {
  const counted = listed === undefined ? {} : { listed }
  return { kind: 'item-reviewed', pointId, item: { id, code, title, seq }, outcome, note, ...counted }
}
