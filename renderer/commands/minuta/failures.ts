import type { AppendFailure } from '../../platform/desktop'
import type { Committed } from '../commit'

/** Why an edit of the minuta left no trace. */
export type MinutaFailure =
  | { readonly kind: 'not-saved'; readonly failure: AppendFailure }
  | { readonly kind: 'session-gone' }

/** What an edit stored; null when there was nothing to change. */
export type MinutaEdit = Committed | null
