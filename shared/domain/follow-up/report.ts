import type { IsoDate } from '../../lib/iso-date'
import type { DueDate } from '../deadlines'
import type { SessionId } from '../sessions'
import { type AsOf, foldItem, hasHappened, type ItemStanding, wasOpened } from './fold'
import type { Item } from './item'
import type { ItemEvent } from './item-event'
import { deadlineContextOf, type FollowUpContext } from './item-record'
import { dueOf, type Urgency, urgencyOf } from './urgency'

/** One end of the period: a day, and the session held on it when there is one. */
export interface PeriodEnd {
  readonly date: IsoDate
  readonly sessionId: SessionId | null
}

/**
 * The period of a report: from the end of the session before to the beginning of the one that receives
 * it. What is said and agreed in that session belongs to the next report.
 */
export interface ReportPeriod {
  readonly from: PeriodEnd
  readonly until: PeriodEnd
}

/** An item in a report. */
export interface ReportLine {
  readonly item: Item
  readonly standing: ItemStanding
  readonly due: DueDate
  readonly urgency: Urgency
  /** What was already told in the report before: events up to the start of the period. */
  readonly reported: readonly ItemEvent[]
  /** What is new in this one. */
  readonly news: readonly ItemEvent[]
}

/**
 * The follow-up of a period. `pendingAtStart` is divided into what was fulfilled, what ended otherwise
 * (cancelado, sin materia) and what remains; `added` came in during the period and `addedClosed` also
 * ended in it (domain §1.7: "6 pendientes, 3 cumplidos" are parts of one whole, not two).
 */
export interface FollowUpReport {
  readonly period: ReportPeriod
  readonly pendingAtStart: readonly ReportLine[]
  readonly fulfilled: readonly ReportLine[]
  readonly endedOtherwise: readonly ReportLine[]
  readonly remaining: readonly ReportLine[]
  readonly added: readonly ReportLine[]
  readonly addedClosed: readonly ReportLine[]
  /** Closed in the session that opens the period itself, which no report told as closed. */
  readonly closedAtStart: readonly ReportLine[]
}

/** An item with its story, as the report takes it. */
export interface ItemStory {
  readonly item: Item
  readonly events: readonly ItemEvent[]
}

interface Ends {
  /** Before the session that opens the period, to know what that session closed. */
  readonly before: AsOf
  readonly start: AsOf
  readonly end: AsOf
}

function endsOf({ from, until }: ReportPeriod): Ends {
  const at = (end: PeriodEnd, moment: 'begins' | 'ended'): AsOf =>
    end.sessionId === null ? { date: end.date } : { date: end.date, session: { id: end.sessionId, moment } }
  return { before: at(from, 'begins'), start: at(from, 'ended'), end: at(until, 'begins') }
}

function lineOf({ item, events }: ItemStory, ends: Ends, context: FollowUpContext): ReportLine {
  const standing = foldItem(item, events, ends.end)
  const deadlines = deadlineContextOf(item, context)
  const due = dueOf(standing, deadlines)
  const counts = standing.story.filter(
    ({ event, voidedBy }) => voidedBy === null && event.body.kind !== 'edited' && event.body.kind !== 'void',
  )
  const told = counts.map(({ event }) => event)
  return {
    item,
    standing,
    due,
    urgency: urgencyOf(standing, due, { ...deadlines, today: ends.end.date }),
    reported: told.filter((event) => hasHappened(event, ends.start)),
    news: told.filter((event) => !hasHappened(event, ends.start)),
  }
}

/** Builds the report of a period from items and their stories. Pure: the same input, the same report. */
export function followUpReport(
  stories: readonly ItemStory[],
  period: ReportPeriod,
  context: FollowUpContext,
): FollowUpReport {
  const ends = endsOf(period)
  const report = {
    pendingAtStart: [] as ReportLine[],
    fulfilled: [] as ReportLine[],
    endedOtherwise: [] as ReportLine[],
    remaining: [] as ReportLine[],
    added: [] as ReportLine[],
    addedClosed: [] as ReportLine[],
    closedAtStart: [] as ReportLine[],
  }
  for (const story of stories) {
    if (!wasOpened(story.item, ends.end)) continue
    const line = lineOf(story, ends, context)
    if (!wasOpened(story.item, ends.start)) {
      report.added.push(line)
      if (!line.standing.isOpen) report.addedClosed.push(line)
      continue
    }
    const wasOpen = foldItem(story.item, story.events, ends.start).isOpen
    if (!wasOpen && !line.standing.isOpen) {
      const closedThere =
        period.from.sessionId !== null &&
        wasOpened(story.item, ends.before) &&
        foldItem(story.item, story.events, ends.before).isOpen
      if (closedThere) report.closedAtStart.push(line)
      continue
    }
    // An item closed before and opened again in the period counts as pending from its start.
    report.pendingAtStart.push(line)
    if (line.standing.isOpen) report.remaining.push(line)
    else if (line.standing.state === 'fulfilled') report.fulfilled.push(line)
    else report.endedOtherwise.push(line)
  }
  return { period, ...report }
}

/** The figures of a report; `pendingAtEnd` counts what came in and stays open. */
export function reportCounts(report: FollowUpReport) {
  const remaining = report.remaining.length
  return {
    pendingAtStart: report.pendingAtStart.length,
    fulfilled: report.fulfilled.length,
    endedOtherwise: report.endedOtherwise.length,
    remaining,
    added: report.added.length,
    addedClosed: report.addedClosed.length,
    overdue: report.remaining.filter(({ urgency }) => urgency.kind === 'overdue').length,
    pendingAtEnd: remaining + report.added.length - report.addedClosed.length,
  } as const
}

/** Figures of a report. */
export type ReportCounts = ReturnType<typeof reportCounts>
