import type { ItemId } from '../../../shared/domain/follow-up'
import type { AttendeeId, FactId, PlainFactBody, PointId, VoteId } from '../../../shared/domain/sessions'
import type { RoomMode } from './shortcuts'

/** A form open over a point, whichever is discussed when it is sent; its fields have the keyboard. */
export type RoomForm =
  | { readonly kind: 'speech'; readonly pointId: PointId }
  | { readonly kind: 'agreement'; readonly pointId: PointId }
  | {
      readonly kind: 'commitment'
      readonly pointId: PointId
      readonly sourceFactId: FactId | null
      readonly text: string
    }
  | { readonly kind: 'outcome'; readonly pointId: PointId }
  /** What is voted; `voteId` null opens the vote with it. */
  | { readonly kind: 'vote-subject'; readonly pointId: PointId; readonly voteId: VoteId | null }
  /** Why a seat voted as it did; `attendeeId` is the one that the form begins with. */
  | { readonly kind: 'vote-reason'; readonly voteId: VoteId; readonly attendeeId: AttendeeId }
  | { readonly kind: 'declare'; readonly voteId: VoteId }
  | { readonly kind: 'review'; readonly pointId: PointId; readonly itemId: ItemId }
  | { readonly kind: 'time' }
  | { readonly kind: 'edit'; readonly factId: FactId }
  | { readonly kind: 'help' }

/** Where the keyboard is. Nothing of it is a fact, so nothing of it is stored. */
export interface RoomUi {
  readonly mode: Exclude<RoomMode, 'vote'>
  readonly form: RoomForm | null
  /** Letters of somebody's initials typed so far. */
  readonly typed: string
  readonly selected: AttendeeId | null
  /** Chosen with the arrows, the next person follows by itself; chosen by initials, nobody does. */
  readonly byArrows: boolean
  /** Point that Enter would open; null means the next one not dealt with. */
  readonly pointCursor: PointId | null
  readonly factCursor: FactId | null
  /** Item under review that the keys act on; null means the first not reviewed. */
  readonly itemCursor: ItemId | null
}

export const INITIAL_UI: RoomUi = {
  mode: 'floor',
  form: null,
  typed: '',
  selected: null,
  byArrows: false,
  pointCursor: null,
  factCursor: null,
  itemCursor: null,
}

/** What a key asks for. */
export type Intent =
  | { readonly kind: 'record'; readonly bodies: readonly PlainFactBody[] }
  | { readonly kind: 'void'; readonly factId: FactId }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'project' }
  /** Something that cannot be done now, told to the user. */
  | { readonly kind: 'say'; readonly text: string }

/** Where the keyboard goes next, and what is asked for, if anything. */
export interface KeyOutcome {
  readonly ui: RoomUi
  readonly intent: Intent | null
}

export function stay(ui: RoomUi): KeyOutcome {
  return { ui, intent: null }
}

export function ask(ui: RoomUi, intent: Intent): KeyOutcome {
  return { ui, intent }
}

export function recordNow(ui: RoomUi, ...bodies: readonly PlainFactBody[]): KeyOutcome {
  return { ui, intent: { kind: 'record', bodies } }
}
