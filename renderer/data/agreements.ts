import type { BodyId } from '../../shared/domain/bodies'
import { effectiveFacts } from '../../shared/domain/sessions'
import { listFacts, listSessions } from './repositories'
import type { Store } from './store'

/** Every agreement number in use in a body, for proposing the next one. */
export async function listAgreementNumbers(store: Store, bodyId: BodyId): Promise<readonly string[]> {
  const sessions = await listSessions(store, bodyId)
  const facts = await Promise.all(sessions.map((session) => listFacts(store, session.id)))
  return facts
    .flatMap(effectiveFacts)
    .flatMap(({ body }) => (body.kind === 'agreement' && body.number !== null ? [body.number] : []))
}
