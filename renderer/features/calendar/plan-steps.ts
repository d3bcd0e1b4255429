import type { ClosedDay } from '../../../shared/domain/calendar'
import {
  type Channel,
  type Commemoration,
  type DatedCommemoration,
  datesOfYear,
  type PlanNotice,
  type Publication,
  type PublicationId,
  planNoticeSteps,
} from '../../../shared/domain/publications'
import { addDays } from '../../../shared/lib/day'
import type { IsoDate } from '../../../shared/lib/iso-date'
import type { Steps } from '../../../shared/lib/steps'
import type { FollowUp } from '../../data/follow-up-book'
import type { Publishing } from '../../data/publishing-book'
import { noticesByEntry } from './notice-lines'
import { type Days, daySteps, inOrder, searchTextOf, yearBounds } from './plan-model'

/** The plan of a year with all that its views show. */
export interface Plan {
  readonly year: number
  readonly today: IsoDate
  readonly catalogue: readonly Commemoration[]
  readonly channels: readonly Channel[]
  /** Entries whose day is in the year or a week around it. */
  readonly days: Days
  /** Every publication of the body, of all years. */
  readonly byId: ReadonlyMap<PublicationId, Publication>
  /** Entries of the plan of the year, wherever they were moved to, by day and then by title. */
  readonly entries: readonly Publication[]
  /** Dates that the catalogue has in the year. */
  readonly dates: readonly DatedCommemoration[]
  readonly notices: readonly PlanNotice[]
  /** What the notices say of each entry that they name. */
  readonly warnings: ReadonlyMap<PublicationId, readonly PlanNotice[]>
  readonly periods: readonly ClosedDay[]
  readonly followUp: FollowUp
}

/** Days of the years around that a month or a week on screen may show. */
export const MARGIN = 7
/** Search texts made in one step. */
const TEXTS_IN_ONE_STEP = 20

/** Works out what a search looks at, which is kept: the first letter then costs no more than the next. */
export function* searchTextSteps({ entries }: Plan): Steps<null> {
  for (const [index, publication] of entries.entries()) {
    if (index % TEXTS_IN_ONE_STEP === 0) yield index / entries.length
    searchTextOf(publication)
  }
  return null
}

/** Works out the plan of a year in steps of a few milliseconds: there may be ten thousand publications in it. */
export function* planSteps(
  year: number,
  { publications, catalogue, channels }: Publishing,
  followUp: FollowUp,
): Steps<Plan> {
  const { from, until } = yearBounds(year)
  const [first, last] = [addDays(from, -MARGIN), addDays(until, MARGIN)]
  const all = [...publications.values()]
  const days = yield* daySteps(all.filter(({ on }) => on >= first && on <= last))
  const inside = inOrder(days).filter((publication) => publication.year === year)
  const moved = all.filter(({ on, year: planned }) => planned === year && (on < first || on > last))
  const entries = moved.length === 0 ? inside : inOrder(yield* daySteps([...inside, ...moved]))
  const dates = datesOfYear(catalogue, year)
  const periods = followUp.closedDays
  const notices = entries.length === 0 ? [] : yield* planNoticeSteps(entries, dates, periods, channels)
  yield 1
  const warnings = noticesByEntry(notices)
  const { today } = followUp.context
  return {
    year,
    today,
    catalogue,
    channels,
    days,
    byId: publications,
    entries,
    dates,
    notices,
    warnings,
    periods,
    followUp,
  }
}
