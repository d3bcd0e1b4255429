import type { IsoDate } from '../../lib/iso-date'
import { foldText } from '../../lib/spanish'
import type { WorkCalendar } from '../calendar'
import type { DueDate } from '../deadlines'
import { foldItem, type ItemStanding, revisionOf } from './fold'
import type { Item, Party } from './item'
import type { ItemEvent } from './item-event'
import { dueOf, type Urgency, urgencyOf } from './urgency'

/** An item with everything the screens derive from it. Two are the same object until something changes. */
export interface ItemRecord {
  readonly item: Item
  readonly events: readonly ItemEvent[]
  readonly standing: ItemStanding
  readonly due: DueDate
  readonly urgency: Urgency
  /** Mark that changes with the item or its story. */
  readonly revision: number
  /** Everything that can be searched, without accents or case. */
  readonly searchText: string
}

/** What the records of one body share. */
export interface FollowUpContext {
  readonly calendar: WorkCalendar
  readonly today: IsoDate
  /** Dates of the sessions of the body, in any order. */
  readonly sessionDates: readonly IsoDate[]
}

/** Date of the first session after a day; null while none has been called. */
export function sessionAfter(sessionDates: readonly IsoDate[], day: IsoDate): IsoDate | null {
  let found: IsoDate | null = null
  for (const date of sessionDates) if (date > day && (found === null || date < found)) found = date
  return found
}

/** The context in which the due date of one item is computed. */
export function deadlineContextOf(item: Item, context: Omit<FollowUpContext, 'today'>) {
  const since = item.deadline.start.date ?? item.openedOn
  const waits = item.deadline.term.kind === 'next-session'
  return { calendar: context.calendar, nextSession: waits ? sessionAfter(context.sessionDates, since) : null }
}

/** Names of parties, for lists: "UNICOM, UTVOPL". */
export function partiesText(parties: readonly Party[]): string {
  return parties.map(({ name }) => name).join(', ')
}

function searchTextOf(item: Item, standing: ItemStanding): string {
  const notes = standing.story.map(({ event }) => `${event.note} ${event.source.reference}`)
  const names = [...item.responsible, ...item.supporting].map(({ name }) => name)
  const words = [item.code, item.title, item.text, item.external, item.deadline.wording]
  return foldText([...words, ...names, ...item.tags, ...notes].join('\n'))
}

/** The record of an item, from its row and its events. */
export function recordOf(item: Item, events: readonly ItemEvent[], context: FollowUpContext): ItemRecord {
  const standing = foldItem(item, events)
  const deadlines = deadlineContextOf(item, context)
  const due = dueOf(standing, deadlines)
  // Worked out when somebody first searches: a list that is only looked at never needs it.
  let searched: string | null = null
  return {
    item,
    events,
    standing,
    due,
    urgency: urgencyOf(standing, due, { ...deadlines, today: context.today }),
    revision: revisionOf(events),
    get searchText() {
      searched ??= searchTextOf(item, standing)
      return searched
    },
  }
}
