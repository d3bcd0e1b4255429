import type { IsoDate } from '../../lib/iso-date'
import type { Deadline } from '../deadlines'
import type { SessionId } from '../sessions'
import type { Item, ItemState } from './item'
import type { ItemEvent, ItemEventId } from './item-event'
import { isOpenState } from './labels'
import { isSilent } from './session-reviews'

/** A day to look back from; with a session, as it stood when that session began or once it had ended. */
export interface AsOf {
  readonly date: IsoDate
  readonly session?: { readonly id: SessionId; readonly moment: 'begins' | 'ended' }
}

/** An event in the story of an item. */
export interface StoryEvent {
  readonly event: ItemEvent
  /** The event that took it back, null while it counts. */
  readonly voidedBy: ItemEvent | null
}

/** A deadline moved to a later day. */
export interface Extension {
  readonly due: IsoDate
  readonly grantedBy: string
  readonly on: IsoDate
}

/** Everything derived from the events of an item, as of a day. */
export interface ItemStanding {
  readonly state: ItemState
  /** Since when it is in that state. */
  readonly since: IsoDate
  readonly isOpen: boolean
  /** The deadline with its start as it is now known. */
  readonly deadline: Deadline
  /** The extension in force, the last one granted; null when there is none. */
  readonly extension: Extension | null
  /** Periods of a recurring obligation met. */
  readonly periodsMet: number
  /** The last event that says something of how it goes; null before any. */
  readonly lastUpdate: ItemEvent | null
  /** Every event up to that day, in the order things happened, those taken back included. */
  readonly story: readonly StoryEvent[]
}

/** Whether an event had happened by then. */
export function hasHappened(event: ItemEvent, asOf: AsOf): boolean {
  if (event.on !== asOf.date) return event.on < asOf.date
  const { session } = asOf
  return session?.moment !== 'begins' || event.source.sessionId !== session.id
}

/** Whether an item was there by then: items born in a session are not when it begins. */
export function wasOpened(item: Item, asOf: AsOf): boolean {
  if (item.openedOn !== asOf.date) return item.openedOn < asOf.date
  const { session } = asOf
  if (session?.moment !== 'begins') return true
  return item.origin.kind !== 'session' || item.origin.sessionId !== session.id
}

/**
 * For every event taken back, the event that did so. Read from the newest backwards, as the corrections
 * of a session: taking back a `void` makes its target count again.
 */
function voidings(events: readonly ItemEvent[]): ReadonlyMap<ItemEventId, ItemEvent> {
  const voided = new Map<ItemEventId, ItemEvent>()
  const newestFirst = [...events].sort((a, b) => b.seq - a.seq)
  for (const event of newestFirst) {
    if (event.body.kind !== 'void' || voided.has(event.id)) continue
    if (!voided.has(event.body.targetId)) voided.set(event.body.targetId, event)
  }
  return voided
}

/** By the day they happened, and on one day in the order they were written. */
export function inOrder(events: readonly ItemEvent[]): readonly ItemEvent[] {
  return [...events].sort((a, b) => (a.on === b.on ? a.seq - b.seq : a.on < b.on ? -1 : 1))
}

function apply(standing: ItemStanding, event: ItemEvent): ItemStanding {
  const { body } = event
  switch (body.kind) {
    case 'state':
      if (body.to === standing.state) return { ...standing, lastUpdate: event }
      return {
        ...standing,
        state: body.to,
        since: event.on,
        isOpen: isOpenState(body.to),
        lastUpdate: event,
      }
    case 'progress':
      return { ...standing, lastUpdate: event }
    case 'extension': {
      const extension = { due: body.due, grantedBy: body.grantedBy, on: event.on }
      return { ...standing, extension, lastUpdate: event }
    }
    case 'start': {
      const start = { ...standing.deadline.start, date: body.date, time: body.time }
      return { ...standing, deadline: { ...standing.deadline, start } }
    }
    case 'delivery':
      return { ...standing, periodsMet: standing.periodsMet + 1, extension: null, lastUpdate: event }
    case 'edited':
    case 'void':
      return standing
  }
}

/** How an item stands, or stood on a day, from its events. Pure and total. */
export function foldItem(item: Item, events: readonly ItemEvent[], asOf?: AsOf): ItemStanding {
  const known = asOf ? events.filter((event) => hasHappened(event, asOf)) : events
  const voided = voidings(known)
  const ordered = inOrder(known.filter((event) => !isSilent(event)))
  let standing: ItemStanding = {
    state: 'pending',
    since: item.openedOn,
    isOpen: true,
    deadline: item.deadline,
    extension: null,
    periodsMet: 0,
    lastUpdate: null,
    story: ordered.map((event) => ({ event, voidedBy: voided.get(event.id) ?? null })),
  }
  for (const event of ordered) if (!voided.has(event.id)) standing = apply(standing, event)
  return standing
}

/**
 * A mark that changes whenever the item or its story does: what was sent to an área is compared with it
 * when it comes back. Every change of an item leaves an event, so the last number is enough.
 */
export function revisionOf(events: readonly ItemEvent[]): number {
  return events.reduce((last, event) => Math.max(last, event.seq), 0)
}
