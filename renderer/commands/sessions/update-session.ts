import { readSessionDraft, type SessionDraft, type SessionId } from '../../../shared/domain/sessions'
import { err, type Result } from '../../../shared/lib/result'
import { getSession, listSessions } from '../../data/repositories'
import { update } from '../changes'
import type { CommandDeps } from '../deps'
import type { Edited, EditFailure } from './failures'
import { saveChanges } from './save-rows'

/** Changes type, ordinal, date, time, place or modality; every field is good or nothing changes. */
export async function updateSession(
  deps: CommandDeps,
  sessionId: SessionId,
  draft: SessionDraft,
): Promise<Result<Edited, EditFailure>> {
  const session = await getSession(deps.store, sessionId)
  if (!session) return err({ kind: 'session-gone' })
  const others = (await listSessions(deps.store, session.bodyId)).filter((other) => other.id !== sessionId)
  const read = readSessionDraft(draft, others)
  if (!read.ok) return err({ kind: 'fields', problems: read.error })
  const after = { ...session, ...read.value }
  const same = JSON.stringify(after) === JSON.stringify(session)
  return saveChanges(deps, 'Cambiar los datos de la sesión', same ? [] : [update('sessions', session, after)])
}
