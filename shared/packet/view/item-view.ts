import { makeCalendar } from '../../domain/calendar'
import { termText } from '../../domain/deadlines'
import {
  deadlineContextOf,
  dueOf,
  eventSentence,
  foldItem,
  type Item,
  type ItemEvent,
  type ItemStanding,
  STATE_LABELS,
} from '../../domain/follow-up'
import type { SessionId } from '../../domain/sessions'
import type { IsoDate } from '../../lib/iso-date'
import { longDay } from '../../lib/spanish-date'
import type { ViewItem } from './packet-view'
import type { ViewSource } from './view-source'

/** The last thing known of an item, without who says so, by what, or a word of the note. */
function bareUpdate(event: ItemEvent): string {
  const on = longDay(event.on)
  switch (event.body.kind) {
    case 'state':
      return `${on}: ${STATE_LABELS[event.body.to]}.`
    case 'extension':
      return `${on}: prórroga al ${longDay(event.body.due)}.`
    case 'delivery':
      return event.body.period === '' ? `${on}: entrega.` : `${on}: entrega de ${event.body.period}.`
    case 'progress':
    case 'start':
    case 'edited':
    case 'void':
      return `${on}: con avance.`
  }
}

function lastUpdateOf({ lastUpdate }: ItemStanding, notes: boolean): string {
  if (lastUpdate === null) return ''
  return notes ? eventSentence(lastUpdate) : bareUpdate(lastUpdate)
}

function pointOf({ origin }: Item, sessionId: SessionId | null): string | null {
  return origin.kind === 'session' && origin.sessionId === sessionId ? origin.pointId : null
}

function termOf({ deadline }: Item): string {
  if (deadline.wording !== '' || deadline.term.kind === 'none') return deadline.wording
  return termText(deadline.term)
}

/** What the items of a packet are shown with. */
export interface ItemContext {
  readonly sessionId: SessionId | null
  /** Whether the notes of their story are told. */
  readonly notes: boolean
}

/** Items as they stand with every event there is, by code. */
export function viewItems(
  source: Pick<ViewSource, 'items' | 'events' | 'closedDays' | 'sessions'>,
  context: ItemContext,
): readonly ViewItem[] {
  const stories = new Map<string, ItemEvent[]>()
  for (const event of source.events) {
    const story = stories.get(event.itemId)
    if (story) story.push(event)
    else stories.set(event.itemId, [event])
  }
  const calendar = makeCalendar(source.closedDays)
  const sessionDates: readonly IsoDate[] = source.sessions.map(({ date }) => date)
  const deadlines = { calendar, sessionDates }
  return source.items
    .map((item) => {
      const standing = foldItem(item, stories.get(item.id) ?? [])
      const due = dueOf(standing, deadlineContextOf(item, deadlines))
      return {
        id: item.id,
        code: item.code,
        title: item.title,
        text: item.text,
        responsible: item.responsible.map(({ name }) => name),
        supporting: item.supporting.map(({ name }) => name),
        state: standing.state,
        openedOn: item.openedOn,
        due: due.kind === 'date' ? due.due : null,
        term: termOf(item),
        lastUpdate: lastUpdateOf(standing, context.notes),
        pointId: pointOf(item, context.sessionId),
      }
    })
    .sort((a, b) => (a.code === b.code ? (a.id < b.id ? -1 : 1) : a.code < b.code ? -1 : 1))
}
