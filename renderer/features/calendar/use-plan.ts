import { useMemo } from 'react'
import type { ClosedDay } from '../../../shared/domain/calendar'
import {
  type Channel,
  type Commemoration,
  type DatedCommemoration,
  datesOfYear,
  type PlanNotice,
  type Publication,
  type PublicationId,
  planNotices,
} from '../../../shared/domain/publications'
import { addDays } from '../../../shared/lib/day'
import type { IsoDate } from '../../../shared/lib/iso-date'
import { useDeps } from '../../commands/deps'
import { useBodyFollowUp } from '../../commands/follow-up/use-body-follow-up'
import { useBody } from '../../data/current-body'
import type { FollowUp } from '../../data/follow-up-book'
import { listChannels, listCommemorations, listPlan, listPublicationsOn } from '../../data/publications'
import { useLive } from '../../data/use-live'
import { byDay, yearBounds } from './plan-model'

/** The plan of a year with all that its views show. */
export interface Plan {
  readonly year: number
  readonly today: IsoDate
  readonly catalogue: readonly Commemoration[]
  readonly channels: readonly Channel[]
  /** Entries whose day is in the year (and a week around it), in no order. */
  readonly shown: readonly Publication[]
  readonly days: ReadonlyMap<IsoDate, readonly Publication[]>
  readonly byId: ReadonlyMap<PublicationId, Publication>
  /** Entries of the plan of the year, wherever they were moved to. */
  readonly entries: readonly Publication[]
  /** Dates that the catalogue has in the year. */
  readonly dates: readonly DatedCommemoration[]
  readonly notices: readonly PlanNotice[]
  readonly periods: readonly ClosedDay[]
  readonly followUp: FollowUp
}

/** Days of the years around that a month or a week on screen may show. */
const MARGIN = 7

/** The plan of a year, kept up to date; undefined while it is read. Only that year is read. */
export function usePlan(year: number): Plan | undefined {
  const { store } = useDeps()
  const { id } = useBody()
  const followUp = useBodyFollowUp()
  const catalogue = useLive(() => listCommemorations(store, id), [store, id])
  const channels = useLive(() => listChannels(store, id), [store, id])
  const read = useLive(async () => {
    const { from, until } = yearBounds(year)
    const [entries, shown] = await Promise.all([
      listPlan(store, id, year),
      listPublicationsOn(store, id, addDays(from, -MARGIN), addDays(until, MARGIN)),
    ])
    return { year, entries, shown }
  }, [store, id, year])
  return useMemo(() => {
    if (!followUp || !catalogue || !channels || !read) return undefined
    const { entries, shown } = read
    const dates = datesOfYear(catalogue, read.year)
    const periods = followUp.closedDays
    return {
      ...read,
      catalogue,
      channels,
      dates,
      periods,
      followUp,
      today: followUp.context.today,
      days: byDay(shown),
      byId: new Map([...shown, ...entries].map((publication) => [publication.id, publication])),
      notices: entries.length === 0 ? [] : planNotices(entries, dates, periods, channels),
    }
  }, [followUp, catalogue, channels, read])
}
