import { useEffect, useState } from 'react'
import type { SessionId } from '../../../shared/domain/sessions'
import { useDeps } from '../../commands/deps'
import type { LiveSession } from '../../commands/room/live-session'
import { findLiveSession, liveSessionOf } from '../../commands/room/live-sessions'
import { getPlan, listFacts } from '../../data/repositories'
import { useLive } from '../../data/use-live'

/** The session being recorded, loaded once; later changes of its plan are passed on. Null while loading. */
export function useLiveSession(sessionId: SessionId): LiveSession | null {
  const deps = useDeps()
  const plan = useLive(() => getPlan(deps.store, sessionId), [deps.store, sessionId])
  const [live, setLive] = useState(() => findLiveSession(deps, sessionId))
  useEffect(() => {
    if (!plan) return undefined
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
  }, [deps, sessionId, plan, live])
  return live
}
