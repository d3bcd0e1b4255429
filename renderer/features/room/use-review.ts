import { useCallback, useRef } from 'react'
import { itemsToReview, type ReviewLine } from '../../../shared/domain/follow-up'
import { itemReviews, type SessionState } from '../../../shared/domain/sessions'
import { useBodyFollowUp } from '../../commands/follow-up/use-body-follow-up'
import type { LiveSession } from '../../commands/room/live-session'
import type { FollowUp } from '../../data/follow-up-book'
import { reviewPoint } from './keys-review'

interface Made {
  readonly followUp: FollowUp
  readonly state: SessionState
  readonly lines: readonly ReviewLine[]
}

/** Items to review under the point in discussion; null when it is not that of the follow-up. */
export type ReadReview = () => readonly ReviewLine[] | null

/**
 * What a session has to review, read when it is asked for, so that a key typed behind another sees what that
 * one left; the same list until the follow-up or the session changes.
 */
export function useReview(live: LiveSession): ReadReview {
  const followUp = useBodyFollowUp()
  const latest = useRef(followUp)
  latest.current = followUp
  const made = useRef<Made | null>(null)
  return useCallback(() => {
    const { state } = live.snapshot()
    const now = latest.current
    if (!now || !reviewPoint(state)) return null
    if (made.current?.followUp === now && made.current.state === state) return made.current.lines
    const { session } = state.plan
    const lines = itemsToReview(now.records, session, itemReviews(state.facts), now.context)
    made.current = { followUp: now, state, lines }
    return lines
  }, [live])
}
