import type { IsoDate } from '../../lib/iso-date'
import type { ClosedDay } from '../calendar'
import type { Channel, ChannelId } from './channel'
import { isChannelInForce } from './channels'
import type { DatedCommemoration } from './plan-year'
import type { Publication, PublicationId } from './publication'

/** Something about the plan that the user should know; none of them blocks anything. */
export type PlanNotice =
  /** Two publications are shown at once on the same channel. */
  | {
      readonly kind: 'overlap'
      readonly channelId: ChannelId
      readonly first: PublicationId
      readonly second: PublicationId
      readonly from: IsoDate
      readonly until: IsoDate
    }
  /** A date of the catalogue has no publication this year. */
  | { readonly kind: 'gap'; readonly date: DatedCommemoration }
  /** The window touches an electoral process, a campaign or an election day of the calendar. */
  | { readonly kind: 'period'; readonly publicationId: PublicationId; readonly period: ClosedDay }
  /** A channel of the publication has another name, or none, on its day. */
  | {
      readonly kind: 'channel-not-in-force'
      readonly publicationId: PublicationId
      readonly channelId: ChannelId
    }

type Window = Pick<Publication, 'from' | 'until'>

/** Whether two windows share a day. */
export function windowsMeet(a: Window, b: Window): boolean {
  return a.from <= b.until && b.from <= a.until
}

/** Publications that are shown at once on the same channel: each pair once for every channel they share. */
export function overlaps(plan: readonly Publication[]): readonly Extract<PlanNotice, { kind: 'overlap' }>[] {
  const live = plan
    .filter(({ state }) => state !== 'withdrawn')
    .sort((a, b) => a.from.localeCompare(b.from) || a.id.localeCompare(b.id))
  const found: Extract<PlanNotice, { kind: 'overlap' }>[] = []
  live.forEach((first, index) => {
    const channels = new Set(first.placements.map(({ channelId }) => channelId))
    for (let next = index + 1; next < live.length; next++) {
      const second = live[next]
      // In order of their first day, nothing after this one can meet it.
      if (!second || second.from > first.until) break
      const until = first.until < second.until ? first.until : second.until
      for (const { channelId } of second.placements) {
        if (!channels.has(channelId)) continue
        found.push({
          kind: 'overlap',
          channelId,
          first: first.id,
          second: second.id,
          from: second.from,
          until,
        })
      }
    }
  })
  return found
}

/** Dates of the year without a publication. */
export function gaps(
  dates: readonly DatedCommemoration[],
  plan: readonly Publication[],
): readonly Extract<PlanNotice, { kind: 'gap' }>[] {
  const planned = new Set(plan.map(({ commemorationId }) => commemorationId))
  return dates
    .filter(({ commemoration }) => !planned.has(commemoration.id))
    .map((date) => ({ kind: 'gap' as const, date }))
}

/** Periods of the calendar that a window touches and that ask for care (a warning, never a block). */
export function periodsAt(window: Window, periods: readonly ClosedDay[]): readonly ClosedDay[] {
  return periods.filter((period) => period.kind !== 'closed' && windowsMeet(window, period))
}

/** Everything to know about the plan of a year. */
export function planNotices(
  plan: readonly Publication[],
  dates: readonly DatedCommemoration[],
  periods: readonly ClosedDay[],
  channels: readonly Channel[],
): readonly PlanNotice[] {
  const byId = new Map(channels.map((channel) => [channel.id, channel]))
  const ofEach = plan.flatMap((publication): readonly PlanNotice[] => {
    const { id: publicationId, placements, on } = publication
    const outdated = placements.filter(({ channelId }) => {
      const channel = byId.get(channelId)
      return channel === undefined || !isChannelInForce(channel, on)
    })
    return [
      ...periodsAt(publication, periods).map((period) => ({
        kind: 'period' as const,
        publicationId,
        period,
      })),
      ...outdated.map(({ channelId }) => ({
        kind: 'channel-not-in-force' as const,
        publicationId,
        channelId,
      })),
    ]
  })
  return [...overlaps(plan), ...gaps(dates, plan), ...ofEach]
}
