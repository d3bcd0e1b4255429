import { useMemo } from 'react'
import { workingDaysBetween } from '../../../shared/domain/calendar'
import { type Reminder, remindersOn } from '../../../shared/domain/publications'
import { addDays } from '../../../shared/lib/day'
import type { IsoDate } from '../../../shared/lib/iso-date'
import { useBody } from '../../data/current-body'
import { usePublishing } from '../../data/publishing-book'
import { useDeps } from '../deps'
import { useBodyFollowUp, useToday } from '../follow-up/use-body-follow-up'

/** The longest window is a year: what is still up may have been for any day of the last one. */
const DAYS_BEHIND = 366
/** Five días hábiles, over any vacation, and windows that open before their day. */
const DAYS_AHEAD = 90
/** Days after its window in which an unpublished entry is still told as late. */
const LATE_FOR_DAYS = 30

/** What of the plan asks for attention today; undefined while it is read. */
export function useReminders(): readonly Reminder[] | undefined {
  const { store } = useDeps()
  const body = useBody()
  const today = useToday(body)
  const calendar = useBodyFollowUp()?.context.calendar
  const publications = usePublishing(store, body.id)?.publications
  return useMemo(() => {
    if (!publications || !calendar) return undefined
    const [first, last] = [addDays(today, -DAYS_BEHIND), addDays(today, DAYS_AHEAD)]
    const plan = [...publications.values()].filter(({ on }) => on >= first && on <= last)
    // Thousands of publications share a few hundred days.
    const counted = new Map<IsoDate, number>()
    const count = (from: IsoDate, to: IsoDate) => {
      const days = counted.get(to) ?? workingDaysBetween(calendar, from, to)
      counted.set(to, days)
      return days
    }
    return remindersOn(plan, today, count, addDays(today, -LATE_FOR_DAYS))
  }, [publications, calendar, today])
}
