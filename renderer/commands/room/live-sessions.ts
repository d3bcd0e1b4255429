import type { SessionId, SessionRecord } from '../../../shared/domain/sessions'
import type { CommandDeps } from '../deps'
import { LiveSession } from './live-session'

/**
 * One live session per session and run of the app. Whoever leaves the room and comes back while a fact is
 * still being written finds the same one, and not what the database held a moment before.
 */
const running = new WeakMap<CommandDeps, Map<SessionId, LiveSession>>()

/** The live session, if the room was open before; null otherwise. */
export function findLiveSession(deps: CommandDeps, sessionId: SessionId): LiveSession | null {
  return running.get(deps)?.get(sessionId) ?? null
}

/** The live session of a record that was just read; the one there is already, if any, knows better. */
export function liveSessionOf(deps: CommandDeps, { plan, facts }: SessionRecord): LiveSession {
  const found = findLiveSession(deps, plan.session.id)
  if (found !== null) return found
  const made = new LiveSession(deps, plan, facts)
  const sessions = running.get(deps) ?? new Map<SessionId, LiveSession>()
  running.set(deps, sessions.set(plan.session.id, made))
  return made
}
