import type { BodyId } from '../../shared/domain/bodies'
import { effectiveFacts, type FactId, type Session } from '../../shared/domain/sessions'
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

/** An agreement of a session recorded here. */
export interface RecordedAgreement {
  readonly session: Session
  readonly factId: FactId
  readonly number: string | null
  readonly text: string
}

/** Every agreement in force of the sessions of a body, newest session first. */
export async function listAgreements(store: Store, bodyId: BodyId): Promise<readonly RecordedAgreement[]> {
  const sessions = await listSessions(store, bodyId)
  const ofEach = await Promise.all(
    sessions.map(async (session) =>
      effectiveFacts(await listFacts(store, session.id)).flatMap(({ id, body }) =>
        body.kind === 'agreement' ? [{ session, factId: id, number: body.number, text: body.text }] : [],
      ),
    ),
  )
  return ofEach.flat()
}
