import { useMemo } from 'react'
import { buildMinuta, type Minuta } from '../../../shared/documents'
import { type EffectiveFact, foldSession, type SessionId } from '../../../shared/domain/sessions'
import { instantSchema, wallClock } from '../../../shared/lib/iso-date'
import { useDeps } from '../../commands/deps'
import { useBody } from '../../data/current-body'
import { getRecord, listOverlays, listSessions } from '../../data/repositories'
import { useLive } from '../../data/use-live'

/** The minuta with the facts that it tells, as they stand after their corrections. */
export interface MinutaOfFacts extends Minuta {
  readonly facts: readonly EffectiveFact[]
}

/** The minuta as the facts make it now, with what was rewritten; null while loading. */
export function useMinuta(sessionId: SessionId): MinutaOfFacts | null {
  const { store, effects } = useDeps()
  const body = useBody()
  const source = useLive(async () => {
    const [record, overlays, previousSessions, head] = await Promise.all([
      getRecord(store, sessionId),
      listOverlays(store, sessionId),
      listSessions(store, body.id),
      store.head(),
    ])
    return { record, overlays, previousSessions, headHash: head?.hash ?? null }
  }, [store, sessionId, body.id])
  return useMemo(() => {
    if (!source?.record) return null
    const { record, ...rest } = source
    const state = foldSession(record.plan, record.facts)
    const generatedOn = wallClock(instantSchema.parse(effects.now()), body.timeZone).date
    return { ...buildMinuta({ body, state, generatedOn, ...rest }), facts: state.facts }
  }, [source, body, effects])
}
