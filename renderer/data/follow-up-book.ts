import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { BodyId } from '../../shared/domain/bodies'
import { type ClosedDay, makeCalendar } from '../../shared/domain/calendar'
import {
  compareCodes,
  type FollowUpContext,
  type Item,
  type ItemEvent,
  type ItemId,
  ItemIndex,
  type ItemRecord,
  type ItemReviews,
  recordOf,
  reviewedItemOf,
  reviewsOfItems,
  withReviews,
} from '../../shared/domain/follow-up'
import { type Fact, type FactId, factIdSchema, type Session } from '../../shared/domain/sessions'
import type { IsoDate } from '../../shared/lib/iso-date'
import { sortSteps } from '../../shared/lib/steps'
import type { TableName } from '../../shared/schema/tables'
import { bodyEventPages, itemPages, listClosedDays } from './follow-up'
import { Bookshelf, LiveBook, type RowsChange } from './live-book'
import { listSessions } from './repositories'
import { listReviewFacts } from './session-reviews'
import { parseWritten, type Store, type StoredRow } from './store'
import { breathe, inSlices, mapInTurns, rest } from './turns'

/** The follow-up of one body, whole. A new object only when something changed. */
export interface FollowUp {
  /** Every item, by code. */
  readonly records: readonly ItemRecord[]
  readonly byId: ReadonlyMap<ItemId, ItemRecord>
  /** The same items, ready to be filtered, searched and sorted. */
  readonly index: ItemIndex
  readonly context: FollowUpContext
  readonly closedDays: readonly ClosedDay[]
  /** Newest first. */
  readonly sessions: readonly Session[]
}

const NO_EVENTS: readonly ItemEvent[] = []

/** Records by code with others put among them, which come by code too. */
function putInto(records: readonly ItemRecord[], others: readonly ItemRecord[]): readonly ItemRecord[] {
  const all: ItemRecord[] = []
  let taken = 0
  for (const other of others) {
    let [from, until] = [taken, records.length]
    while (from < until) {
      const middle = (from + until) >> 1
      const record = records[middle]
      if (record && compareCodes(record, other) <= 0) from = middle + 1
      else until = middle
    }
    for (; taken < from; taken += 1) all.push(records[taken] ?? other)
    all.push(other)
  }
  return all.concat(records.slice(taken))
}

/** Tables whose change moves due dates of many items. */
const CONTEXT_TABLES: readonly TableName[] = ['closedDays', 'sessions']

/**
 * Holds the follow-up of a body in memory, read once and then kept up to date row by row, because
 * reading 20,000 items again for each change would be felt. It only mirrors rows already stored.
 */
export class FollowUpBook extends LiveBook<FollowUp> {
  readonly #items = new Map<string, Item>()
  /** The stored events of each item that has some; lists are replaced, never changed: records share them. */
  readonly #events = new Map<string, readonly ItemEvent[]>()
  readonly #itemOfEvent = new Map<string, string>()
  /** Reviews made in sessions and their corrections; of other bodies too, which say nothing here. */
  readonly #reviewFacts = new Map<FactId, Fact>()
  #reviews: ReadonlyMap<ItemId, ItemReviews> = new Map()
  #closedDays: readonly ClosedDay[] = []
  #sessions: readonly Session[] = []
  #today: IsoDate
  #preparing = new AbortController()

  constructor(store: Store, bodyId: BodyId, today: IsoDate) {
    super(store, bodyId)
    this.#today = today
  }

  override close(): void {
    this.#preparing.abort()
    super.close()
  }

  /** At midnight every due date is a day closer. */
  setToday(today: IsoDate): void {
    if (today === this.#today) return
    this.#today = today
    void this.enqueue(async () => {
      if (this.shown) await this.#publishAll()
    })
  }

  protected async load(): Promise<void> {
    const [reviews, closedDays, sessions] = await Promise.all([
      listReviewFacts(this.store),
      listClosedDays(this.store, this.bodyId),
      listSessions(this.store, this.bodyId),
    ])
    this.#items.clear()
    this.#events.clear()
    this.#itemOfEvent.clear()
    for await (const page of bodyEventPages(this.store, this.bodyId)) {
      for (const event of page) this.#putEvent(event)
    }
    for await (const page of itemPages(this.store, this.bodyId)) {
      for (const item of page) this.#items.set(item.id, item)
    }
    this.#reviewFacts.clear()
    for (const fact of reviews) this.#reviewFacts.set(fact.id, fact)
    this.#closedDays = closedDays
    this.#sessions = sessions
    await this.#publishAll()
  }

  protected async take(change: RowsChange): Promise<void> {
    const touched = new Set<string>()
    await mapInTurns(change.writes.get('items') ?? [], ([key, row]) => {
      const item = parseWritten('items', row)
      if (item?.bodyId === this.bodyId) this.#items.set(key, item)
      else this.#items.delete(key)
      touched.add(key)
    })
    await mapInTurns(change.writes.get('itemEvents') ?? [], ([key, row]) => {
      const event = parseWritten('itemEvents', row)
      const itemId = event?.itemId ?? this.#itemOfEvent.get(key)
      if (itemId === undefined || (event && event.bodyId !== this.bodyId)) return
      if (event) this.#putEvent(event)
      else this.#events.set(itemId, this.#others(itemId, key))
      touched.add(itemId)
    })
    const reviewed = this.#takeFacts(change.writes.get('facts') ?? new Map())
    for (const itemId of reviewed) touched.add(itemId)
    if (CONTEXT_TABLES.some((table) => change.writes.has(table))) {
      this.#closedDays = await listClosedDays(this.store, this.bodyId)
      this.#sessions = await listSessions(this.store, this.bodyId)
      await this.#publishAll()
    } else if (touched.size > 0) {
      if (reviewed.size > 0) this.#readReviews()
      await this.#publish(touched)
    }
  }

  /** Takes the facts that speak of items; returns which items. */
  #takeFacts(writes: ReadonlyMap<string, StoredRow | null>): ReadonlySet<ItemId> {
    const reviewed = new Set<ItemId>()
    const told = [...writes].map(([key, row]) => {
      const written = parseWritten('facts', row)
      return { written, fact: written ?? this.#reviewFacts.get(factIdSchema.parse(key)) }
    })
    // A correction is known by what it corrects: it comes after it, and goes before it.
    const turn = ({ written, fact }: (typeof told)[number]) => (written ? written.seq : -(fact?.seq ?? 0))
    for (const { written, fact } of told.sort((a, b) => turn(a) - turn(b))) {
      const itemId = fact ? reviewedItemOf(fact, this.#reviewFacts) : null
      if (!fact || itemId === null) continue
      if (written) this.#reviewFacts.set(fact.id, written)
      else this.#reviewFacts.delete(fact.id)
      reviewed.add(itemId)
    }
    return reviewed
  }

  #readReviews(): void {
    const sessions = new Map(this.#sessions.map((session) => [session.id, session]))
    this.#reviews = reviewsOfItems([...this.#reviewFacts.values()], sessions)
  }

  #putEvent(event: ItemEvent): void {
    this.#events.set(event.itemId, [...this.#others(event.itemId, event.id), event])
    this.#itemOfEvent.set(event.id, event.itemId)
  }

  #others(itemId: string, eventId: string): readonly ItemEvent[] {
    return this.#events.get(itemId)?.filter(({ id }) => id !== eventId) ?? NO_EVENTS
  }

  #recordOf(item: Item, context: FollowUpContext): ItemRecord {
    const stored = this.#events.get(item.id) ?? NO_EVENTS
    return recordOf(item, withReviews(stored, this.#reviews.get(item.id)), context)
  }

  async #publishAll(): Promise<void> {
    this.#readReviews()
    const context: FollowUpContext = {
      calendar: makeCalendar(this.#closedDays),
      today: this.#today,
      sessionDates: this.#sessions.map(({ date }) => date),
    }
    const records = await mapInTurns(this.#items.values(), (item) => this.#recordOf(item, context))
    await this.#showAll(await inSlices(sortSteps(records, compareCodes)), context)
  }

  async #publish(touched: ReadonlySet<string>): Promise<void> {
    const before = this.shown
    if (!before) return
    const kept = before.records.filter(({ item }) => !touched.has(item.id))
    const made = await mapInTurns(touched, (id) => {
      const item = this.#items.get(id)
      return item ? [this.#recordOf(item, before.context)] : []
    })
    const sorted = await inSlices(sortSteps(made.flat(), compareCodes))
    await this.#showAll(putInto(kept, sorted), before.context)
  }

  /** Each part looks at every record: between one and the next the window has its turn. */
  async #showAll(records: readonly ItemRecord[], context: FollowUpContext): Promise<void> {
    const byId = new Map<ItemId, ItemRecord>()
    for (const record of records) byId.set(record.item.id, record)
    await breathe()
    const index = new ItemIndex(records, this.shown?.index)
    await breathe()
    this.show({ records, byId, index, context, closedDays: this.#closedDays, sessions: this.#sessions })
    this.#prepare(index)
  }

  /** Whoever opens the list first finds what a search needs, and the start of the app does not wait for it. */
  #prepare(index: ItemIndex): void {
    this.#preparing.abort()
    this.#preparing = new AbortController()
    const { signal } = this.#preparing
    rest()
      .then(() => inSlices(index.prepareSteps(), { signal, pause: rest }))
      .catch((error: unknown) => {
        if (!signal.aborted) throw error
      })
  }
}

const books = new Bookshelf<FollowUpBook>()

/** The book of a body. */
export function followUpBook(store: Store, bodyId: BodyId, today: IsoDate): FollowUpBook {
  return books.bookOf(store, bodyId, () => new FollowUpBook(store, bodyId, today))
}

/** The follow-up of a body on screen, kept up to date; undefined while it is being read. */
export function useFollowUp(store: Store, bodyId: BodyId, today: IsoDate): FollowUp | undefined {
  const book = useMemo(() => followUpBook(store, bodyId, today), [store, bodyId, today])
  useEffect(() => book.setToday(today), [book, today])
  return useSyncExternalStore(book.subscribe, book.current)
}
