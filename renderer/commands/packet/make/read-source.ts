import type { Body } from '../../../../shared/domain/bodies'
import { makeCalendar } from '../../../../shared/domain/calendar'
import {
  type FollowUpReport,
  followUpReport,
  type Item,
  type ItemEvent,
  type ItemId,
  recordOf,
  usualPeriod,
} from '../../../../shared/domain/follow-up'
import type { Packet } from '../../../../shared/domain/packets'
import {
  type AttachmentRef,
  foldSession,
  type Session,
  type SessionRecord,
} from '../../../../shared/domain/sessions'
import type { ViewSource } from '../../../../shared/packet'
import { eventsOfItems, listClosedDays, listItems } from '../../../data/follow-up'
import { listPackets } from '../../../data/packets'
import { listPublications } from '../../../data/publications'
import { getBody, getRecord, listOverlays, listPoints, listSessions } from '../../../data/repositories'
import type { CommandDeps } from '../../deps'
import { MakingStopped, type PacketChoice } from './packet-choice'

/** Everything stored that a packet is made from. */
export interface PacketSource {
  readonly view: Omit<ViewSource, 'documents'>
  /** The follow-up that the session received; null in a backup. */
  readonly report: FollowUpReport | null
  /** Packets made before of the same thing for the same audience, newest first. */
  readonly earlier: readonly Packet[]
  /** In a backup: every stored file that a row of the body names, once. */
  readonly files: readonly AttachmentRef[]
}

/** The report that a session receives, from every item of the body. */
function reportOf(
  session: Session,
  items: readonly Item[],
  eventsOf: ReadonlyMap<ItemId, readonly ItemEvent[]>,
  source: Pick<ViewSource, 'closedDays' | 'sessions'>,
): FollowUpReport {
  const calendar = makeCalendar(source.closedDays)
  const context = { calendar, today: session.date, sessionDates: source.sessions.map(({ date }) => date) }
  const records = items.map((item) => recordOf(item, eventsOf.get(item.id) ?? [], context))
  return followUpReport(records, usualPeriod(session, session.date, source.sessions, items), context)
}

/** Items that a packet of a session shows: those of its report, and those that it speaks of. */
function itemsOfSession(
  session: Session,
  report: FollowUpReport,
  items: readonly Item[],
  eventsOf: ReadonlyMap<ItemId, readonly ItemEvent[]>,
): readonly Item[] {
  const { pendingAtStart, added, addedClosed, closedAtStart } = report
  const reported = new Set(
    [...pendingAtStart, ...added, ...addedClosed, ...closedAtStart].map(({ item }) => item.id),
  )
  return items.filter((item) => {
    const isTold = (eventsOf.get(item.id) ?? []).some((event) => event.source.sessionId === session.id)
    const isBorn = item.origin.kind === 'session' && item.origin.sessionId === session.id
    return isTold || isBorn || reported.has(item.id)
  })
}

/**
 * Of the sessions that the story of some items names, those that have begun and have not been closed: what
 * they say is a draft.
 */
async function draftSessions(
  deps: CommandDeps,
  items: readonly Item[],
  events: readonly ItemEvent[],
): Promise<ReadonlySet<string>> {
  const born = items.flatMap(({ origin }) => (origin.kind === 'session' ? [origin.sessionId] : []))
  const told = events.flatMap(({ source }) => source.sessionId ?? [])
  const drafts = new Set<string>()
  for (const id of new Set([...born, ...told])) {
    const record = await getRecord(deps.store, id)
    if (record === null || record.facts.length === 0) continue
    if (foldSession(record.plan, record.facts).phase !== 'closed') drafts.add(id)
  }
  return drafts
}

/** Items and events without those that come from a session still open, which the public does not get. */
async function withoutDrafts(
  deps: CommandDeps,
  items: readonly Item[],
  events: readonly ItemEvent[],
): Promise<Pick<ViewSource, 'items' | 'events'>> {
  const drafts = await draftSessions(deps, items, events)
  return {
    items: items.filter(({ origin }) => origin.kind !== 'session' || !drafts.has(origin.sessionId)),
    events: events.filter(({ source }) => source.sessionId === null || !drafts.has(source.sessionId)),
  }
}

async function filesOfBody(
  deps: CommandDeps,
  bodyId: Body['id'],
  rows: Pick<ViewSource, 'sessions' | 'items' | 'events'>,
): Promise<readonly AttachmentRef[]> {
  const points = await Promise.all(rows.sessions.map(({ id }) => listPoints(deps.store, id)))
  const publications = await listPublications(deps.store, bodyId)
  const all = [
    ...points.flat().flatMap(({ attachments }) => attachments),
    ...rows.items.flatMap(({ attachments }) => attachments),
    ...rows.events.flatMap(({ evidence }) => evidence),
    ...publications.flatMap(({ images, placements }) => [
      ...images.map(({ file }) => file),
      ...placements.flatMap(({ evidence }) => evidence),
    ]),
  ]
  const bySha = new Map(all.map((file) => [file.sha256, file]))
  return [...bySha.values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
}

async function bodyOf(
  deps: CommandDeps,
  record: SessionRecord | null,
  { scope }: PacketChoice,
): Promise<Body> {
  const id = scope.kind === 'body' ? scope.bodyId : record?.plan.session.bodyId
  const body = id === undefined ? null : await getBody(deps.store, id)
  if (body === null) throw new MakingStopped({ code: 'gone' })
  return body
}

/** Reads what a packet is made from. Stops when the session or the body is gone. */
export async function readPacketSource(deps: CommandDeps, choice: PacketChoice): Promise<PacketSource> {
  const { store } = deps
  const { scope } = choice
  const sessionId = scope.kind === 'session' ? scope.sessionId : null
  const record = sessionId === null ? null : await getRecord(store, sessionId)
  const body = await bodyOf(deps, record, choice)
  const items = await listItems(store, body.id)
  const [sessions, eventsOf, closedDays, earlier, overlays] = await Promise.all([
    listSessions(store, body.id),
    eventsOfItems(
      store,
      items.map(({ id }) => id),
    ),
    listClosedDays(store, body.id),
    listPackets(store, body.id, sessionId, choice.audience),
    sessionId === null ? [] : listOverlays(store, sessionId),
  ])
  const session = record?.plan.session ?? null
  const report = session === null ? null : reportOf(session, items, eventsOf, { closedDays, sessions })
  const shown = session && report ? itemsOfSession(session, report, items, eventsOf) : items
  const told = shown.flatMap(({ id }) => eventsOf.get(id) ?? [])
  const { items: given, events } =
    choice.audience === 'public' ? await withoutDrafts(deps, shown, told) : { items: shown, events: told }
  return {
    view: { body, record, overlays, sessions, items: given, events, closedDays },
    report,
    earlier,
    files: record === null ? await filesOfBody(deps, body.id, { sessions, items, events }) : [],
  }
}
