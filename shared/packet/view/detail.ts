import type { VoteAccount } from '../../documents'
import type { ViewOptions } from './view-source'

/**
 * How much of each vote goes out. Reasons are for the members: the public gets at most what each seat did.
 */
export function voteAccountOf({ audience, votes }: Pick<ViewOptions, 'audience' | 'votes'>): VoteAccount {
  if (votes === 'totals') return 'totals'
  return audience === 'public' ? 'names' : 'full'
}

/** Whether notes, authors and sources of the story of an item go out. */
export function tellsItemNotes({ audience }: Pick<ViewOptions, 'audience'>): boolean {
  return audience !== 'public'
}
