import type { SessionId, SessionRecord } from '../../../shared/domain/sessions'
import { parseWritten, type Store } from '../../data/store'
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

/** Tells a live session of every fact that is stored, also of those that do not come from its room. */
function follow(store: Store, live: LiveSession): void {
  store.onChange((change) => {
    const written = change.kind === 'rows' ? change.writes.get('facts') : undefined
    if (!written) return
    const { id: sessionId } = live.snapshot().record.plan.session
    const own = [...written].filter(([, row]) => row === null || row.sessionId === sessionId)
    live.hear(new Map(own.map(([id, row]) => [id, parseWritten('facts', row)])))
  })
}

/** The live session of a record that was just read; the one there is already, if any, knows better. */
export function liveSessionOf(deps: CommandDeps, { plan, facts }: SessionRecord): LiveSession {
  const found = findLiveSession(deps, plan.session.id)
  if (found !== null) return found
  const made = new LiveSession(deps, plan, facts)
  follow(deps.store, made)
  const sessions = running.get(deps) ?? new Map<SessionId, LiveSession>()
  running.set(deps, sessions.set(plan.session.id, made))
  return made
}
