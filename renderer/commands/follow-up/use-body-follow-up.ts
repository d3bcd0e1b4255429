import { useEffect, useState } from 'react'
import type { Body } from '../../../shared/domain/bodies'
import type { IsoDate } from '../../../shared/lib/iso-date'
import { useBody } from '../../data/current-body'
import { type FollowUp, useFollowUp } from '../../data/follow-up-book'
import { useDeps } from '../deps'
import { todayOf } from './edit-follow-up'

/** How often the calendar day is looked at: the app stays open over midnight. */
const DAY_CHECK_MS = 60_000

/** The calendar day it is where the body sits, followed over midnight. */
export function useToday(body: Body): IsoDate {
  const deps = useDeps()
  const [today, setToday] = useState(() => todayOf(deps, body))
  useEffect(() => {
    const look = () => setToday(todayOf(deps, body))
    look()
    const timer = setInterval(look, DAY_CHECK_MS)
    return () => clearInterval(timer)
  }, [deps, body])
  return today
}

/** The follow-up of the body on screen, as of today; undefined while it is being read. */
export function useBodyFollowUp(): FollowUp | undefined {
  const { store } = useDeps()
  const body = useBody()
  return useFollowUp(store, body.id, useToday(body))
}
