import { useEffect, useState } from 'react'
import { distinctInitials, type SessionId } from '../../../shared/domain/sessions'
import { useDeps } from '../../commands/deps'
import type { LiveSession } from '../../commands/room/live-session'
import { findLiveSession, liveSessionOf } from '../../commands/room/live-sessions'
import { getPlan, listFacts } from '../../data/repositories'
import { useLive } from '../../data/use-live'

/** The session being recorded, loaded once; later changes of its plan are passed on. Null while loading. */
export function useLiveSession(sessionId: SessionId): LiveSession | null {
  const deps = useDeps()
  const stored = useLive(() => getPlan(deps.store, sessionId), [deps.store, sessionId])
  const [live, setLive] = useState(() => findLiveSession(deps, sessionId))
  useEffect(() => {
    if (!stored) return undefined
    // Nobody is ever guessed at: in the room each person has initials of her own.
    const plan = { ...stored, attendees: distinctInitials(stored.attendees) }
    if (live) {
      live.setPlan(plan)
      return undefined
    }
    let left = false
    void listFacts(deps.store, sessionId).then((facts) => {
      if (!left) setLive(liveSessionOf(deps, { plan, facts }))
    })
    return () => {
      left = true
    }
  }, [deps, sessionId, stored, live])
  return live
}
