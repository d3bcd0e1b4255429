import { overlayId } from '../../../shared/documents'
import type { SessionId } from '../../../shared/domain/sessions'
import type { Result } from '../../../shared/lib/result'
import { remove } from '../changes'
import type { CommandDeps } from '../deps'
import type { MinutaEdit, MinutaFailure } from './failures'
import { saveMinutaEdit } from './save-minuta-edit'

/** Takes a rewriting away: the passage says again what the facts say. */
export async function restoreParagraph(
  deps: CommandDeps,
  sessionId: SessionId,
  anchor: string,
): Promise<Result<MinutaEdit, MinutaFailure>> {
  const overlay = await deps.store.get('overlays', overlayId(sessionId, anchor))
  return saveMinutaEdit(
    deps,
    'Volver al texto generado de la minuta',
    overlay === null ? null : remove('overlays', overlay),
  )
}
