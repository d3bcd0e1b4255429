import { finish, type Steps } from '../../lib/steps'
import type { ClosedDay } from '../calendar'
import type { Channel, ChannelId } from './channel'
import { isChannelInForce } from './channels'
import { type Overlap, overlapSteps } from './overlaps'
import type { DatedCommemoration } from './plan-year'
import type { Publication, PublicationId } from './publication'

/** Something about the plan that the user should know; none of them blocks anything. */
export type PlanNotice =
  | Overlap
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

/** What a publication is told about its own window and channels. */
function noticesOf(
  { id: publicationId, placements, on, from, until }: Publication,
  periods: readonly ClosedDay[],
  channels: ReadonlyMap<ChannelId, Channel>,
): readonly PlanNotice[] {
  const touched = periodsAt({ from, until }, periods)
  const outdated = placements.filter(({ channelId }) => {
    const channel = channels.get(channelId)
    return channel === undefined || !isChannelInForce(channel, on)
  })
  return [
    ...touched.map((period) => ({ kind: 'period' as const, publicationId, period })),
    ...outdated.map(({ channelId }) => ({ kind: 'channel-not-in-force' as const, publicationId, channelId })),
  ]
}

/** Publications whose notices are made in one step. */
const IN_ONE_STEP = 500

/** Everything to know about the plan of a year, in steps of some milliseconds. */
export function* planNoticeSteps(
  plan: readonly Publication[],
  dates: readonly DatedCommemoration[],
  periods: readonly ClosedDay[],
  channels: readonly Channel[],
): Steps<readonly PlanNotice[]> {
  const byId = new Map(channels.map((channel) => [channel.id, channel]))
  const notices: PlanNotice[] = []
  for (const overlap of yield* overlapSteps(plan)) notices.push(overlap)
  for (const gap of gaps(dates, plan)) notices.push(gap)
  for (const [index, publication] of plan.entries()) {
    if (index % IN_ONE_STEP === 0) yield index / plan.length
    for (const notice of noticesOf(publication, periods, byId)) notices.push(notice)
  }
  return notices
}

/** The same at once. */
export function planNotices(
  plan: readonly Publication[],
  dates: readonly DatedCommemoration[],
  periods: readonly ClosedDay[],
  channels: readonly Channel[],
): readonly PlanNotice[] {
  return finish(planNoticeSteps(plan, dates, periods, channels))
}
