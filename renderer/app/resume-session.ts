import { navigate } from 'wouter/use-hash-location'
import type { Body } from '../../shared/domain/bodies'
import { foldSession, type SessionRecord } from '../../shared/domain/sessions'
import type { CommandDeps } from '../commands/deps'
import { liveSessionOf } from '../commands/room/live-sessions'
import { getRecord, listSessions } from '../data/repositories'
import type { Store } from '../data/store'
import { chooseBody, chosenBodyId, rememberBody } from './chosen-body'

/** Sessions looked at per body, newest first; what was being recorded when the app went away is recent. */
const LOOKED_AT = 12

/** The session of a body that has begun and not ended; null when there is none. */
export async function findRunningSession(store: Store, body: Body): Promise<SessionRecord | null> {
  const sessions = (await listSessions(store, body.id)).filter((session) => session.antecedent !== true)
  for (const { id } of sessions.slice(0, LOOKED_AT)) {
    const record = await getRecord(store, id)
    if (record === null || record.facts.length === 0) continue
    const { phase } = foldSession(record.plan, record.facts)
    if (phase === 'in-session' || phase === 'recess') return record
  }
  return null
}

/**
 * Opens the room of the session that was being recorded when the app went away, so that after a crash the
 * secretary goes on where she was. The body that was on screen goes first; its name may have been lost.
 * Does nothing when the address already says where to go.
 */
export async function resumeSession(deps: CommandDeps, bodies: readonly Body[]): Promise<void> {
  if (location.hash.replace(/^#\/?/, '') !== '') return
  const current = chooseBody(bodies, chosenBodyId())
  for (const body of [...bodies].sort((a, b) => Number(b === current) - Number(a === current))) {
    const record = await findRunningSession(deps.store, body)
    if (record === null) continue
    rememberBody(body.id)
    liveSessionOf(deps, record)
    navigate(`/sesiones/${record.plan.session.id}/sala`, { replace: true })
    return
  }
}
