import type { EditConflict } from '../../../shared/domain/people'
import type { AppendFailure } from '../../platform/desktop'
import type { Committed } from '../commit'

/** Why an edit of the directory left no trace. */
export type DirectoryFailure =
  | { readonly kind: 'not-saved'; readonly failure: AppendFailure }
  /** What was written cannot stand beside the rest of the directory. */
  | { readonly kind: 'conflict'; readonly conflict: EditConflict }
  /** Sessions name it; its validity can be ended instead. */
  | { readonly kind: 'in-use'; readonly sessions: number }
  /** Somebody (another window) took it away in the meantime. */
  | { readonly kind: 'gone' }
  /** The plan has rows with problems that nobody left out. */
  | { readonly kind: 'has-problems'; readonly count: number }

/** What an edit stored; null when there was nothing to change. */
export type DirectoryEdited = Committed | null
