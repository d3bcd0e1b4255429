import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChannelId, overlaps, type Publication } from '../../../../../shared/domain/publications'
import { dateOfDay, dayNumber } from '../../../../../shared/lib/day'
import { type IsoDate, isoDate } from '../../../../../shared/lib/iso-date'
import { makeChannel, makePlacement, makePublication } from '../../../../helpers/make-publication'

const channels = [makeChannel(1), makeChannel(2), makeChannel(3)]
const START = dayNumber(isoDate('2026-03-01'))

function shown(n: number, from: number, length: number, on: readonly number[], state = 'proposed') {
  return makePublication(n, {
    on: dateOfDay(START + from),
    from: dateOfDay(START + from),
    until: dateOfDay(START + from + length),
    placements: channels.filter((_, index) => on.includes(index)).map((channel) => makePlacement(channel)),
    state,
  })
}

const plans = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 12 }),
      fc.subarray([0, 1, 2]),
      fc.constantFrom('proposed', 'published', 'withdrawn'),
    ),
    { maxLength: 14 },
  )
  .map((all) => all.map(([from, length, on, state], n) => shown(n + 1, from, length, on, state)))

/** What is shown on a channel on a day, as the words say it. */
function shownOn(plan: readonly Publication[], channelId: ChannelId, day: IsoDate): readonly Publication[] {
  return plan.filter(
    ({ state, from, until, placements }) =>
      state !== 'withdrawn' &&
      from <= day &&
      day <= until &&
      placements.some((placement) => placement.channelId === channelId),
  )
}

/** "channel day id" of everything that is shown together with something else. */
function together(plan: readonly Publication[]): readonly string[] {
  const found: string[] = []
  for (let day = START; day < START + 60; day++) {
    for (const { id: channelId } of channels) {
      const date = dateOfDay(day)
      const here = shownOn(plan, channelId, date)
      if (here.length > 1) found.push(...here.map(({ id }) => `${channelId} ${date} ${id}`))
    }
  }
  return found.sort()
}

describe('overlaps', () => {
  it('name every publication that is shown with another, channel by channel and day by day, and nothing else', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const byId = new Map(plan.map((publication) => [publication.id, publication]))
        const told = overlaps(plan).flatMap(({ channelIds, from, until, publications }) =>
          channelIds.flatMap((channelId) =>
            Array.from({ length: dayNumber(until) - dayNumber(from) + 1 }, (_, index) =>
              dateOfDay(dayNumber(from) + index),
            ).flatMap((day) =>
              publications
                .filter((id) => (byId.get(id)?.from ?? '') <= day && day <= (byId.get(id)?.until ?? ''))
                .map((id) => `${channelId} ${day} ${id}`),
            ),
          ),
        )
        expect(told.sort()).toEqual(together(plan))
      }),
    )
  })

  it('hold two publications together if, and only if, they meet on the channel', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const found = overlaps(plan)
        for (const { publications, from, until } of found) {
          // Each one meets another within the days that are told.
          expect(publications.length).toBeGreaterThan(1)
          for (const id of publications) {
            const own = plan.find((publication) => publication.id === id)
            expect(own && own.from <= until && from <= own.until).toBe(true)
          }
        }
        const pairs = plan.flatMap((a, index) =>
          plan.slice(index + 1).flatMap((b) => channels.map(({ id }) => [a, b, id] as const)),
        )
        for (const [a, b, channelId] of pairs) {
          const isShown = [a, b].every(
            ({ state, placements }) =>
              state !== 'withdrawn' && placements.some((placement) => placement.channelId === channelId),
          )
          const meet = isShown && a.from <= b.until && b.from <= a.until
          const day = a.from > b.from ? a.from : b.from
          const isTold = found.some(
            (overlap) =>
              overlap.channelIds.includes(channelId) &&
              overlap.from <= day &&
              day <= overlap.until &&
              [a.id, b.id].every((id) => overlap.publications.includes(id)),
          )
          if (meet) expect(isTold).toBe(true)
        }
      }),
    )
  })

  it('say how many are shown at once when they are most, and when that first is', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        for (const { channelIds, from, until, most } of overlaps(plan)) {
          const [channelId] = channelIds as [ChannelId]
          const counts = new Map<IsoDate, number>()
          for (let day = dayNumber(from); day <= dayNumber(until); day++) {
            counts.set(dateOfDay(day), shownOn(plan, channelId, dateOfDay(day)).length)
          }
          expect(Math.max(...counts.values())).toBe(most.count)
          expect([...counts].find(([, count]) => count === most.count)?.[0]).toBe(most.from)
          expect(counts.get(most.until)).toBe(most.count)
        }
      }),
    )
  })

  it('tell what meets in the same days on several channels once', () => {
    const plan = [shown(1, 0, 5, [0, 1]), shown(2, 3, 5, [0, 1, 2]), shown(3, 20, 0, [2])]
    expect(overlaps(plan)).toEqual([
      {
        kind: 'overlap',
        channelIds: [channels[0]?.id, channels[1]?.id],
        publications: [plan[0]?.id, plan[1]?.id],
        from: '2026-03-04',
        until: '2026-03-06',
        most: { count: 2, from: '2026-03-04', until: '2026-03-06' },
      },
    ])
  })

  it('are few however many publications there are', () => {
    const plan = Array.from({ length: 3_000 }, (_, n) => shown(n + 1, n % 300, n % 9, [n % 3]))
    const found = overlaps(plan)
    expect(found).toHaveLength(3)
    expect(found.reduce((sum, { publications }) => sum + publications.length, 0)).toBe(3_000)
  })
})
