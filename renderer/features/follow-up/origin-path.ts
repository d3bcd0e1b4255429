import type { ItemOrigin } from '../../../shared/domain/follow-up'

/** Address of the sentence of the minuta that an item was born from; without a fact, that of its point. */
export function originPath(origin: Extract<ItemOrigin, { kind: 'session' }>): string {
  const place = origin.factId ?? origin.pointId
  return `/sesiones/${origin.sessionId}/minuta${place === null ? '' : `/${place}`}`
}
