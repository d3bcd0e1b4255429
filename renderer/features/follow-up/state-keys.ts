import type { ItemState } from '../../../shared/domain/follow-up'

/** The second key of a change of state; the first one is E. */
export const STATE_KEYS: readonly { readonly key: string; readonly state: ItemState }[] = [
  { key: 'p', state: 'pending' },
  { key: 'r', state: 'in-progress' },
  { key: 'c', state: 'fulfilled' },
  { key: 'x', state: 'cancelled' },
  { key: 'm', state: 'moot' },
]
