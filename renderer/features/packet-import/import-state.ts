import type { ImportPlan } from '../../../shared/packet'
import type { Committed } from '../../commands/commit'
import type { SenderVerdict } from '../../commands/packet/incoming/known-senders'
import type { OpenedPacket } from '../../commands/packet/incoming/worker-messages'
import type { RefusalText } from './refusal-text'
import type { ShownProgress } from './waiting-view'

/** A packet that was found whole; `plan` null when it has nothing to take in. */
export interface ReadyPacket {
  readonly name: string
  readonly packet: OpenedPacket
  readonly sender: SenderVerdict
  readonly plan: ImportPlan | null
}

/** What the screen shows. */
export type ImportState =
  | { readonly kind: 'choose'; readonly problem: string | null }
  | { readonly kind: 'reading'; readonly name: string; readonly progress: ShownProgress }
  | { readonly kind: 'passphrase'; readonly name: string; readonly wasWrong: boolean }
  | { readonly kind: 'refused'; readonly name: string; readonly refusal: RefusalText }
  | { readonly kind: 'ready'; readonly ready: ReadyPacket; readonly problem: string | null }
  | { readonly kind: 'applying'; readonly ready: ReadyPacket; readonly says: string }
  | {
      readonly kind: 'done'
      readonly ready: ReadyPacket
      readonly committed: Committed
      /** False when it is on disk and the screens could not take it yet. */
      readonly isShown: boolean
      readonly isUndone: boolean
    }
  /** The register stopped answering while it was being stored: it may be there, whole, or not. */
  | { readonly kind: 'unsure'; readonly name: string }

/** Nothing chosen yet. */
export const CHOOSE: ImportState = { kind: 'choose', problem: null }

/** Beginning of every reading. */
export const OPENING: ShownProgress = { phase: 'opening', done: 0, total: 0 }
