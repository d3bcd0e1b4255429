import { dateOfDay, dayNumber } from '../../lib/day'
import type { IsoDate } from '../../lib/iso-date'
import { finish, type Steps } from '../../lib/steps'
import type { ChannelId } from './channel'
import type { Publication, PublicationId } from './publication'

/** A stretch of days, both ends included. */
export interface DayStretch {
  readonly from: IsoDate
  readonly until: IsoDate
}

/**
 * A stretch of days, as long as can be, in each of which two or more publications are shown at once on the
 * same channel.
 */
export interface Overlap extends DayStretch {
  readonly kind: 'overlap'
  /** The channels where the same publications meet in the same days, in no order. */
  readonly channelIds: readonly ChannelId[]
  /** Two or more, by their first day: every one that meets another in these days. */
  readonly publications: readonly PublicationId[]
  /** How many are shown at once when they are most, and the first days in which that is so. */
  readonly most: DayStretch & { readonly count: number }
}

type Window = Pick<Publication, 'id' | 'from' | 'until'>
type Shown = Pick<Publication, 'id' | 'from' | 'until' | 'state' | 'placements'>
type Stretch = Pick<Overlap, 'from' | 'until' | 'most'>

/** By how many what is shown grows from each day (by its number) on, in order. */
function turns(windows: readonly Window[]): readonly (readonly [number, number])[] {
  const [starts, ends] = [new Map<IsoDate, number>(), new Map<IsoDate, number>()]
  for (const { from, until } of windows) {
    starts.set(from, (starts.get(from) ?? 0) + 1)
    ends.set(until, (ends.get(until) ?? 0) + 1)
  }
  const turning = new Map([...starts].map(([day, count]) => [dayNumber(day), count]))
  for (const [day, count] of ends) {
    const after = dayNumber(day) + 1
    turning.set(after, (turning.get(after) ?? 0) - count)
  }
  return [...turning].filter(([, by]) => by !== 0).sort(([a], [b]) => a - b)
}

/** Stretches of days in which two or more are shown at once, in order. */
function crowded(windows: readonly Window[]): readonly Stretch[] {
  const found: Stretch[] = []
  let open: Omit<Stretch, 'until'> | null = null
  let count = 0
  const steps = turns(windows)
  for (const [index, [day, by]] of steps.entries()) {
    count += by
    if (count >= 2) {
      const next = steps[index + 1]?.[0] ?? day + 1
      const here = { count, from: dateOfDay(day), until: dateOfDay(next - 1) }
      const before: Omit<Stretch, 'until'> = open ?? { from: here.from, most: here }
      open = { from: before.from, most: count > before.most.count ? here : before.most }
    } else if (open !== null) {
      found.push({ ...open, until: dateOfDay(day - 1) })
      open = null
    }
  }
  return found
}

/** The first stretch that has not ended before a day. */
function firstAt(stretches: readonly Stretch[], day: IsoDate): number {
  let [low, high] = [0, stretches.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle]?.until ?? day) < day) low = middle + 1
    else high = middle
  }
  return low
}

/** What meets in each stretch, in the order of the windows. */
function membersOf(stretches: readonly Stretch[], windows: readonly Window[]): readonly PublicationId[][] {
  const members = stretches.map((): PublicationId[] => [])
  for (const { id, from, until } of windows) {
    for (let at = firstAt(stretches, from); at < stretches.length; at++) {
      if ((stretches[at]?.from ?? until) > until) break
      members[at]?.push(id)
    }
  }
  return members
}

/** The windows of each channel, by their first day. */
function byChannel(plan: readonly Shown[]): ReadonlyMap<ChannelId, readonly Window[]> {
  const channels = new Map<ChannelId, Window[]>()
  const live = plan.filter(({ state }) => state !== 'withdrawn')
  const ordered = live.sort((a, b) => (a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? -1 : 1))
  for (const publication of ordered) {
    for (const channelId of new Set(publication.placements.map((placement) => placement.channelId))) {
      const windows = channels.get(channelId)
      if (windows) windows.push(publication)
      else channels.set(channelId, [publication])
    }
  }
  return channels
}

function sameMembers(a: readonly PublicationId[], b: readonly PublicationId[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}

/**
 * When and where publications that were not withdrawn are shown at once, by the first day: two of them meet on a
 * channel if, and only if, one of these has both, that channel and a day of both. Takes the time of sorting
 * them, a step for each channel.
 */
export function* overlapSteps(plan: readonly Shown[]): Steps<readonly Overlap[]> {
  const found = new Map<string, (Overlap & { channelIds: ChannelId[] })[]>()
  const channels = byChannel(plan)
  let done = 0
  for (const [channelId, windows] of channels) {
    yield done++ / channels.size
    const stretches = crowded(windows)
    const members = membersOf(stretches, windows)
    stretches.forEach((stretch, at) => {
      const publications = members[at] ?? []
      const key = `${stretch.from} ${stretch.until} ${publications.length}`
      const alike = found.get(key) ?? []
      found.set(key, alike)
      const same = alike.find((other) => sameMembers(other.publications, publications))
      if (same) same.channelIds.push(channelId)
      else alike.push({ kind: 'overlap', channelIds: [channelId], publications, ...stretch })
    })
  }
  return [...found.values()].flat().sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

/** The same at once. */
export function overlaps(plan: readonly Shown[]): readonly Overlap[] {
  return finish(overlapSteps(plan))
}
