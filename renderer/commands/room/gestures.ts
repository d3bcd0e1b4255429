import {
  correctFact,
  type FactId,
  type PlainFactBody,
  recordGesture,
  redoLast,
  undoLast,
} from '../../../shared/domain/sessions'
import type { Effects } from '../../../shared/lib/effects'
import type { ClockTime } from '../../../shared/lib/iso-date'
import type { Decide } from './live-session'

/** Records the facts of one gesture. */
export function recording(bodies: readonly PlainFactBody[], time: ClockTime, effects: Effects): Decide {
  return (record) => recordGesture(record, bodies, time, effects)
}

/** Takes the newest gesture back. */
export function undoing(time: ClockTime, effects: Effects): Decide {
  return (record) => undoLast(record, time, effects)
}

/** Restores what the newest undo took back. */
export function redoing(time: ClockTime, effects: Effects): Decide {
  return (record) => redoLast(record, time, effects)
}

/** What an earlier fact should say instead; null voids it. */
export interface Correction {
  readonly targetId: FactId
  readonly replacement: { readonly body: PlainFactBody; readonly time: ClockTime } | null
  readonly reason: string | null
}

/** Corrects or voids an earlier fact. */
export function correcting(correction: Correction, time: ClockTime, effects: Effects): Decide {
  const { targetId, replacement, reason } = correction
  return (record) => correctFact(record, targetId, replacement, reason, time, effects)
}
