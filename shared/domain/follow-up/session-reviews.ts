import { yearOf } from '../../lib/iso-date'
import {
  effectiveFacts,
  type Fact,
  type FactId,
  type ItemReview,
  isCorrection,
  itemReviews,
  type ReviewOutcome,
  type Session,
  type SessionId,
  sessionName,
} from '../sessions'
import type { ItemId } from './item'
import { type ItemEvent, type ItemEventBody, itemEventIdSchema } from './item-event'

/**
 * What sessions said of an item. The facts of the sessions are the only place where it is kept; the story
 * of the item is read from its stored events and from these, so undoing a fact takes it back everywhere.
 */
export interface ItemReviews {
  /** The reviews as events, each with its own number in the story. */
  readonly events: readonly ItemEvent[]
  /** Corrections of those reviews, oldest first, as events that say nothing. */
  readonly corrections: readonly ItemEvent[]
}

const BODIES: Readonly<Record<ReviewOutcome, ItemEventBody>> = {
  fulfilled: { kind: 'state', to: 'fulfilled' },
  delivered: { kind: 'delivery', period: '' },
  'in-progress': { kind: 'state', to: 'in-progress' },
  pending: { kind: 'state', to: 'pending' },
  cancelled: { kind: 'state', to: 'cancelled' },
  moot: { kind: 'state', to: 'moot' },
}

/** Who reports what was reviewed in a session. */
const REVIEWER = 'Secretaría Técnica'

interface Told {
  readonly itemId: ItemId
  readonly seq: number
  readonly body: ItemEventBody
  readonly note: string
}

function eventOf(fact: Fact, session: Session, told: Told): ItemEvent {
  return {
    id: itemEventIdSchema.parse(fact.id),
    bodyId: session.bodyId,
    itemId: told.itemId,
    seq: told.seq,
    recordedAt: fact.recordedAt,
    on: session.date,
    author: REVIEWER,
    source: {
      kind: 'sesion',
      reference: `${sessionName(session)} ${yearOf(session.date)}`,
      sessionId: session.id,
      factId: fact.id,
    },
    body: told.body,
    note: told.note,
    evidence: [],
  }
}

/** A review that was voided or made again, or a correction: it only keeps its number. */
function silent(fact: Fact, session: Session, itemId: ItemId, seq: number): ItemEvent {
  const body: ItemEventBody = { kind: 'void', targetId: itemEventIdSchema.parse(fact.id) }
  return eventOf(fact, session, { itemId, seq, body, note: '' })
}

/**
 * Whether an event comes from a review in a session, where it is corrected: read from its fact or, of a
 * session whose facts never came, stored as a packet told it.
 */
export function isReviewEvent({ id, source }: Pick<ItemEvent, 'id' | 'source'>): boolean {
  const factId: string | null = source.factId
  return factId === id
}

/** Whether an event only keeps a number: a review that no longer counts. No list shows it. */
export function isSilent(event: Pick<ItemEvent, 'id' | 'source' | 'body'>): boolean {
  const { id, body } = event
  return isReviewEvent(event) && body.kind === 'void' && body.targetId === id
}

/** The item that a fact speaks of: that of the review, or of the review that a correction mends in the end. */
export function reviewedItemOf(fact: Fact, factsById: ReadonlyMap<FactId, Fact>): ItemId | null {
  let current: Fact | undefined = fact
  // Facts of a packet may mend one another in a circle, which is about nothing.
  const seen = new Set<FactId>()
  while (current && isCorrection(current) && !seen.has(current.id)) {
    seen.add(current.id)
    current = factsById.get(current.body.targetId)
  }
  return current?.body.kind === 'item-reviewed' ? current.body.item.id : null
}

function toldOf(review: ItemReview | undefined, itemId: ItemId): Told | null {
  if (!review) return null
  return { itemId, seq: review.item.seq, body: BODIES[review.outcome], note: review.note ?? '' }
}

function ofSession(
  facts: readonly Fact[],
  session: Session,
  factsById: ReadonlyMap<FactId, Fact>,
  add: (itemId: ItemId, kind: keyof ItemReviews, event: ItemEvent) => void,
): void {
  const counting = new Map(itemReviews(effectiveFacts(facts)).map((review) => [review.factId, review]))
  for (const fact of facts) {
    const itemId = reviewedItemOf(fact, factsById)
    if (itemId === null) continue
    if (fact.body.kind !== 'item-reviewed') add(itemId, 'corrections', silent(fact, session, itemId, 0))
    else {
      const told = toldOf(counting.get(fact.id), itemId)
      const event = told ? eventOf(fact, session, told) : silent(fact, session, itemId, fact.body.item.seq)
      add(itemId, 'events', event)
    }
  }
}

/**
 * What the sessions of a body said of its items, by item. `facts` are the reviews and all their corrections,
 * in any order, of any session; those of sessions that are not given are left out.
 */
export function reviewsOfItems(
  facts: readonly Fact[],
  sessions: ReadonlyMap<SessionId, Session>,
): ReadonlyMap<ItemId, ItemReviews> {
  const byItem = new Map<ItemId, { events: ItemEvent[]; corrections: ItemEvent[] }>()
  const factsById = new Map(facts.map((fact) => [fact.id, fact]))
  const add = (itemId: ItemId, kind: keyof ItemReviews, event: ItemEvent) => {
    const ofItem = byItem.get(itemId) ?? { events: [], corrections: [] }
    ofItem[kind].push(event)
    byItem.set(itemId, ofItem)
  }
  const bySession = new Map<SessionId, Fact[]>()
  for (const fact of [...facts].sort((a, b) => a.seq - b.seq)) {
    const ofSessionSoFar = bySession.get(fact.sessionId)
    if (ofSessionSoFar) ofSessionSoFar.push(fact)
    else bySession.set(fact.sessionId, [fact])
  }
  for (const [sessionId, ofOne] of bySession) {
    const session = sessions.get(sessionId)
    if (session) ofSession(ofOne, session, factsById, add)
  }
  return byItem
}

/**
 * The whole story of an item: its stored events and what sessions said of it. A stored event that tells of a
 * review, because it came in a packet without the facts of that session, gives way to the fact once it is
 * here. Corrections take the numbers
 * after the last one, so that the mark of the item grows with every review made, mended or taken back.
 */
export function withReviews(
  stored: readonly ItemEvent[],
  reviews: ItemReviews | undefined,
): readonly ItemEvent[] {
  if (!reviews) return stored
  const told = new Set(reviews.events.map(({ id }) => id))
  const numbered = [...stored.filter(({ id }) => !told.has(id)), ...reviews.events]
  const last = numbered.reduce((max, { seq }) => Math.max(max, seq), 0)
  return [...numbered, ...reviews.corrections.map((event, index) => ({ ...event, seq: last + index + 1 }))]
}
