import type { BodyId } from '../../../shared/domain/bodies'
import type { SessionRecord } from '../../../shared/domain/sessions'
import { useDeps } from '../../commands/deps'
import { getRecord, listSessions } from '../../data/repositories'
import { useLive } from '../../data/use-live'

/** Every session of a body with its facts, newest first; undefined while loading. */
export function useRecords(bodyId: BodyId): readonly SessionRecord[] | undefined {
  const { store } = useDeps()
  return useLive(async () => {
    const sessions = await listSessions(store, bodyId)
    const records = await Promise.all(sessions.map((session) => getRecord(store, session.id)))
    return records.filter((record) => record !== null)
  }, [store, bodyId])
}
