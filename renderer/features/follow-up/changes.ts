import {
  type AsOf,
  foldItem,
  type ItemEvent,
  type ItemRecord,
  type ItemState,
  wasOpened,
} from '../../../shared/domain/follow-up'
import type { Session } from '../../../shared/domain/sessions'
import type { IsoDate } from '../../../shared/lib/iso-date'

/** What happened to an item since a session. */
export interface ItemChange {
  readonly record: ItemRecord
  readonly isNew: boolean
  /** How it stood when the session ended; null when it was not there. */
  readonly before: ItemState | null
  /** What was written since, oldest first. */
  readonly events: readonly ItemEvent[]
}

/** The last session already held on a day; null when there is none. */
export function lastSession(sessions: readonly Session[], today: IsoDate): Session | null {
  const held = sessions.filter(({ date }) => date <= today)
  return held.reduce<Session | null>(
    (last, session) => (last && last.date >= session.date ? last : session),
    null,
  )
}

/** Everything that changed since a session ended: new items, and those with something in their story. */
export function changesSince(records: readonly ItemRecord[], session: Session): readonly ItemChange[] {
  const asOf: AsOf = { date: session.date, session: { id: session.id, moment: 'ended' } }
  return records.flatMap((record) => {
    const isNew = !wasOpened(record.item, asOf)
    const before = isNew ? null : foldItem(record.item, record.events, asOf)
    const known = new Set(before?.story.map(({ event }) => event.id))
    const events = record.standing.story
      .filter(
        ({ event, voidedBy }) => !known.has(event.id) && voidedBy === null && event.body.kind !== 'void',
      )
      .map(({ event }) => event)
    if (!isNew && events.length === 0) return []
    return [{ record, isNew, before: before?.state ?? null, events }]
  })
}
