import { useEffect, useState } from 'react'
import type { SessionId } from '../../../shared/domain/sessions'
import { useDeps } from '../../commands/deps'
import { LiveSession } from '../../commands/room/live-session'
import { getPlan, listFacts } from '../../data/repositories'
import { useLive } from '../../data/use-live'

/** The session being recorded, loaded once; later changes of its plan are passed on. Null while loading. */
export function useLiveSession(sessionId: SessionId): LiveSession | null {
  const deps = useDeps()
  const plan = useLive(() => getPlan(deps.store, sessionId), [deps.store, sessionId])
  const [live, setLive] = useState<LiveSession | null>(null)
  useEffect(() => {
    if (!plan) return undefined
    if (live) {
      live.setPlan(plan)
      return undefined
    }
    let left = false
    void listFacts(deps.store, sessionId).then((facts) => {
      if (!left) setLive(new LiveSession(deps, plan, facts))
    })
    return () => {
      left = true
    }
  }, [deps, sessionId, plan, live])
  return live
}
