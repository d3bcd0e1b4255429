import { useMemo, useRef } from 'react'
import { countReviewed, itemsToReview, type ReviewLine } from '../../../shared/domain/follow-up'
import { itemReviews, type Session } from '../../../shared/domain/sessions'
import { useBodyFollowUp } from '../../commands/follow-up/use-body-follow-up'
import type { LiveSession } from '../../commands/room/live-session'
import type { FollowUp } from '../../data/follow-up-book'
import { openedFollowUp, reviewPoint } from './keys-review'

interface Made {
  readonly followUp: FollowUp
  readonly session: Session
  /** What the session says of items, as text: the lines change when it does and not with every fact. */
  readonly reviews: string
  readonly lines: readonly ReviewLine[]
}

/** What a session has to review, read when it is asked for. */
export interface ReadReview {
  /** Items to review under the point in discussion; null when it is not that of the follow-up. */
  readonly review: () => readonly ReviewLine[] | null
  /** Items that the point of the follow-up was left without reviewing; 0 before it was opened. */
  readonly unreviewed: () => number
}

/**
 * What a session has to review, so that a key typed behind another sees what that one left; the same list
 * until the follow-up or what the session said of it changes.
 */
export function useReview(live: LiveSession): ReadReview {
  const followUp = useBodyFollowUp()
  const latest = useRef(followUp)
  latest.current = followUp
  const made = useRef<Made | null>(null)
  return useMemo(() => {
    const lines = (): readonly ReviewLine[] | null => {
      const now = latest.current
      if (!now) return null
      const { facts, plan } = live.snapshot().state
      const { session } = plan
      const said = itemReviews(facts)
      const reviews = JSON.stringify(said)
      const before = made.current
      if (before?.followUp === now && before.session === session && before.reviews === reviews) {
        return before.lines
      }
      const fresh = itemsToReview(now.records, session, said, now.context)
      made.current = { followUp: now, session, reviews, lines: fresh }
      return fresh
    }
    return {
      review: () => (reviewPoint(live.snapshot().state) ? lines() : null),
      unreviewed: () => {
        if (!openedFollowUp(live.snapshot().state)) return 0
        const all = lines() ?? []
        return all.length - countReviewed(all)
      },
    }
  }, [live])
}
