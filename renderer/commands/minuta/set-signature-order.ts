import type { AttendeeId, SessionId } from '../../../shared/domain/sessions'
import { err, type Result } from '../../../shared/lib/result'
import { getSession } from '../../data/repositories'
import { update } from '../changes'
import type { CommandDeps } from '../deps'
import type { MinutaEdit, MinutaFailure } from './failures'
import { saveMinutaEdit } from './save-minuta-edit'

/** Sets the order of the signature sheet; whoever it does not name follows as in the attendance list. */
export async function setSignatureOrder(
  deps: CommandDeps,
  sessionId: SessionId,
  order: readonly AttendeeId[],
): Promise<Result<MinutaEdit, MinutaFailure>> {
  const session = await getSession(deps.store, sessionId)
  if (!session) return err({ kind: 'session-gone' })
  const same = session.signatureOrder.join() === order.join()
  const after = { ...session, signatureOrder: order }
  return saveMinutaEdit(
    deps,
    'Cambiar el orden de las firmas',
    same ? null : update('sessions', session, after),
  )
}
