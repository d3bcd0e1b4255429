import type { AttendeeId, Overlay, SessionId } from '../../../shared/domain/sessions'
import { ok, type Result } from '../../../shared/lib/result'
import { getSession, listOverlays } from '../../data/repositories'
import type { AppendFailure } from '../../platform/desktop'
import { insert, remove, update } from '../changes'
import { type Committed, commit } from '../commit'
import type { CommandDeps } from '../deps'

/** Null when there was nothing to change. */
export type MinutaEdited = Result<Committed | null, AppendFailure>

async function findOverlay(deps: CommandDeps, sessionId: SessionId, anchor: string): Promise<Overlay | null> {
  const overlays = await listOverlays(deps.store, sessionId)
  return overlays.find((overlay) => overlay.anchor === anchor) ?? null
}

/** A passage as rewritten by hand, and the generated text it was written over. */
export interface Rewriting {
  readonly anchor: string
  /** Empty leaves the passage out of the document. */
  readonly text: string
  readonly basis: string
}

/** Lays a text written by hand over a generated passage. The generated one is never lost. */
export async function rewriteParagraph(
  deps: CommandDeps,
  sessionId: SessionId,
  rewriting: Rewriting,
): Promise<MinutaEdited> {
  const before = await findOverlay(deps, sessionId, rewriting.anchor)
  const after: Overlay = { id: `${sessionId}:${rewriting.anchor}`, sessionId, ...rewriting }
  if (before && before.text === after.text && before.basis === after.basis) return ok(null)
  const change = before ? update('overlays', before, after) : insert('overlays', after)
  return commit(deps, { label: 'Reescribir un párrafo de la minuta', changes: [change] })
}

/** Takes the text written by hand away; the passage says again what the facts say. */
export async function restoreParagraph(
  deps: CommandDeps,
  sessionId: SessionId,
  anchor: string,
): Promise<MinutaEdited> {
  const overlay = await findOverlay(deps, sessionId, anchor)
  if (!overlay) return ok(null)
  return commit(deps, {
    label: 'Volver al texto generado de la minuta',
    changes: [remove('overlays', overlay)],
  })
}

/** Sets the order of the signature sheet. */
export async function setSignatureOrder(
  deps: CommandDeps,
  sessionId: SessionId,
  order: readonly AttendeeId[],
): Promise<MinutaEdited> {
  const session = await getSession(deps.store, sessionId)
  if (!session || session.signatureOrder.join() === order.join()) return ok(null)
  const after = { ...session, signatureOrder: [...order] }
  return commit(deps, { label: 'Cambiar el orden de firmas', changes: [update('sessions', session, after)] })
}
