import type { DueDate } from '../deadlines'
import type { ItemReview, PlainFactBody, PointId, ReviewOutcome, Session } from '../sessions'
import { type AsOf, foldItem, type ItemStanding, wasOpened } from './fold'
import type { ItemId } from './item'
import { deadlineContextOf, type FollowUpContext, type ItemRecord } from './item-record'
import { dueOf, type Urgency, urgencyOf } from './urgency'

/** An item that was pending when a session began, with what the session has said of it so far. */
export interface ReviewLine {
  readonly record: ItemRecord
  /** How it stood when the session began; what the session says of it is not there. */
  readonly standing: ItemStanding
  /** Due date and how close it was on the day of the session. */
  readonly due: DueDate
  readonly urgency: Urgency
  /** The last review in this session; null while it has not been reviewed. */
  readonly review: ItemReview | null
}

/** How a record stood when the session began; folded again only when something happened since. */
function standingThen({ item, events, standing }: ItemRecord, asOf: AsOf): ItemStanding {
  return events.some((event) => event.on >= asOf.date) ? foldItem(item, events, asOf) : standing
}

/** A line, its due date worked out when it is first shown: a screen shows a few of many. */
function lineOf(
  record: ItemRecord,
  standing: ItemStanding,
  review: ItemReview | null,
  session: Session,
  context: FollowUpContext,
): ReviewLine {
  let dated: Pick<ReviewLine, 'due' | 'urgency'> | null = null
  const date = () => {
    if (dated) return dated
    const deadlines = deadlineContextOf(record.item, context)
    const due = dueOf(standing, deadlines)
    dated = { due, urgency: urgencyOf(standing, due, { ...deadlines, today: session.date }) }
    return dated
  }
  return {
    record,
    standing,
    review,
    get due() {
      return date().due
    },
    get urgency() {
      return date().urgency
    },
  }
}

/**
 * The items that a session has to review, in the order of the records: those that were open when it began
 * (domain §1.7), whenever it is recorded, and those that it reviewed all the same.
 */
export function itemsToReview(
  records: readonly ItemRecord[],
  session: Session,
  reviews: readonly ItemReview[],
  context: FollowUpContext,
): readonly ReviewLine[] {
  const asOf: AsOf = { date: session.date, session: { id: session.id, moment: 'begins' } }
  const byItem = new Map(reviews.map((review) => [review.item.id, review]))
  return records.flatMap((record): readonly ReviewLine[] => {
    const review = byItem.get(record.item.id) ?? null
    if (!review && !wasOpened(record.item, asOf)) return []
    const standing = standingThen(record, asOf)
    if (!review && !standing.isOpen) return []
    return [lineOf(record, standing, review, session, context)]
  })
}

/** What a key means for an item: a recurring obligation is never fulfilled for good, one period of it is. */
export function outcomeFor(record: ItemRecord, outcome: ReviewOutcome): ReviewOutcome {
  const isRecurring = record.item.deadline.term.kind === 'recurring'
  return outcome === 'fulfilled' && isRecurring ? 'delivered' : outcome
}

/**
 * The fact that reviews an item of those `listed` under a point. It takes the next number of the story: the reviews of this
 * session count even while the story has not heard of the last of them.
 */
export function reviewFact(
  { record, review }: ReviewLine,
  pointId: PointId,
  outcome: ReviewOutcome,
  note: string | null,
  listed: number,
): PlainFactBody {
  const { id, code, title } = record.item
  const seq = Math.max(record.revision, review?.item.seq ?? 0) + 1
  return { kind: 'item-reviewed', pointId, item: { id, code, title, seq }, outcome, note, listed }
}

/** How many of the lines were reviewed. */
export function countReviewed(lines: readonly ReviewLine[]): number {
  return lines.filter(({ review }) => review !== null).length
}

/** The first line not reviewed yet after an item, or from the top; null when none is left. */
export function nextToReview(lines: readonly ReviewLine[], after: ItemId | null): ReviewLine | null {
  const from = lines.findIndex(({ record }) => record.item.id === after) + 1
  const inTurn = [...lines.slice(from), ...lines.slice(0, from)]
  return inTurn.find(({ record, review }) => review === null && record.item.id !== after) ?? null
}
