import type { FactId } from './ids'

/** Why a fact cannot be recorded. `name` is how the attendee or point is called on screen. */
export type Refusal =
  | { readonly code: 'session-not-open' }
  | { readonly code: 'session-already-open' }
  | { readonly code: 'session-closed' }
  | { readonly code: 'session-in-recess' }
  | { readonly code: 'session-not-in-recess' }
  | { readonly code: 'nobody-present' }
  | { readonly code: 'agenda-empty' }
  | { readonly code: 'unknown-attendee' }
  | { readonly code: 'unknown-point' }
  | { readonly code: 'unknown-vote' }
  | { readonly code: 'unknown-fact' }
  | { readonly code: 'presence-unchanged'; readonly name: string }
  | { readonly code: 'away-before-arrival'; readonly name: string }
  | { readonly code: 'vote-open'; readonly title: string }
  | { readonly code: 'vote-closed' }
  | { readonly code: 'votes-missing'; readonly names: readonly string[] }
  | { readonly code: 'nobody-can-vote' }
  | { readonly code: 'absent-cannot-vote'; readonly name: string }
  | { readonly code: 'no-voting-right'; readonly name: string }
  | { readonly code: 'not-tied' }
  | { readonly code: 'nobody-presides' }
  | { readonly code: 'casting-vote-off' }
  | { readonly code: 'point-not-current'; readonly title: string }
  | { readonly code: 'point-already-voted'; readonly title: string }
  | { readonly code: 'outcome-unchanged'; readonly title: string }
  | { readonly code: 'point-not-opened'; readonly title: string }
  | { readonly code: 'text-empty' }
  | { readonly code: 'number-taken'; readonly number: string }
  | { readonly code: 'already-corrected-away' }
  | { readonly code: 'review-of-another-item' }
  | { readonly code: 'nothing-to-undo' }
  | { readonly code: 'breaks-later-fact'; readonly factId: FactId; readonly because: Refusal }
