import { exampleFollowUp, exampleSession } from '../../../shared/examples'
import { ok, type Result } from '../../../shared/lib/result'
import { insert } from '../changes'
import type { CommandDeps } from '../deps'
import { type ImportedSession, type ImportFailure, storedFor, storeSessionFile } from './import-session-file'

/**
 * Opens the example, the session of 15-nov-2017 with the follow-up that it received: stores it the first
 * time and afterwards finds it. The caller goes to the session that is answered. It can be refused when a
 * body of the same acronym has other rules, or another session in its place.
 */
export async function openExample(deps: CommandDeps): Promise<Result<ImportedSession, ImportFailure>> {
  const file = exampleSession()
  const { sessions } = await storedFor(deps.store, file)
  const stored = sessions.find(
    (session) => session.type === file.session.type && session.date === file.session.date,
  )
  if (stored) return ok({ bodyId: stored.bodyId, sessionId: stored.id })
  const made = await storeSessionFile(deps, file, (imported) => {
    const { items, events } = exampleFollowUp(imported, deps.effects)
    return [
      ...items.map((item) => insert('items', item)),
      ...events.map((event) => insert('itemEvents', event)),
    ]
  })
  return made.ok ? ok({ bodyId: made.value.bodyId, sessionId: made.value.sessionId }) : made
}
