import { overlayId, rewrittenPassage } from '../../../shared/documents'
import type { Overlay, SessionId } from '../../../shared/domain/sessions'
import type { Change } from '../../../shared/journal'
import { err, type Result } from '../../../shared/lib/result'
import { getSession } from '../../data/repositories'
import { insert, remove, update } from '../changes'
import type { CommandDeps } from '../deps'
import type { MinutaEdit, MinutaFailure } from './failures'
import { saveMinutaEdit } from './save-minuta-edit'

/** A passage and what it should say. */
export interface Rewriting {
  readonly sessionId: SessionId
  readonly anchor: string
  /** Empty to leave the passage out. */
  readonly text: string
  /** What the facts say of it now. */
  readonly generated: string
}

function changeFrom(before: Overlay | null, after: Overlay | null): Change | null {
  if (before === null) return after === null ? null : insert('overlays', after)
  if (after === null) return remove('overlays', before)
  const same = before.text === after.text && before.basis === after.basis
  return same ? null : update('overlays', before, after)
}

/**
 * Puts a text in the place of a generated passage, over what the facts say now. A text equal to the
 * generated one takes the rewriting away. Saving the same text again over changed facts settles it.
 */
export async function rewriteParagraph(
  deps: CommandDeps,
  { sessionId, anchor, text, generated }: Rewriting,
): Promise<Result<MinutaEdit, MinutaFailure>> {
  if (!(await getSession(deps.store, sessionId))) return err({ kind: 'session-gone' })
  const before = await deps.store.get('overlays', overlayId(sessionId, anchor))
  const after = rewrittenPassage(sessionId, anchor, text, generated)
  const label = after?.text === '' ? 'Omitir un párrafo de la minuta' : 'Reescribir un párrafo de la minuta'
  return saveMinutaEdit(deps, label, changeFrom(before, after))
}
