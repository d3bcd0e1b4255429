import type { Attendee, PresenceState, Session } from '../../domain/sessions'
import type { ClockTime } from '../../lib/iso-date'
import { atTime, sentence } from '../spanish'
import type { Naming } from './names'

/** A change of presence while the session was running. */
export interface PresenceChange {
  readonly attendee: Attendee
  readonly was: PresenceState
  readonly now: PresenceState
  readonly time: ClockTime
  readonly session: Session
}

function movement(change: PresenceChange): string | null {
  const { was, now, session } = change
  if (now.status === 'present') {
    if (was.status === 'present') {
      return `continuó su participación de manera ${now.remote ? 'remota' : 'presencial'}`
    }
    const how = now.remote && session.modality !== 'virtual' ? ', de manera remota' : ''
    return `${was.status === 'away' ? 'se reincorporó' : 'se incorporó'} a la sesión${how}`
  }
  if (now.status === 'away') return 'se ausentó de la sesión'
  if (was.status !== 'present' && was.status !== 'away') return null
  return now.status === 'excused' ? 'se retiró con excusa de la sesión' : 'se retiró de la sesión'
}

/**
 * What the minuta says when somebody comes, goes out, comes back or leaves; null for a late note that
 * somebody has not come, which the attendance list already says.
 */
export function presenceProse(change: PresenceChange): ((naming: Naming) => string) | null {
  const what = movement(change)
  if (what === null) return null
  return (naming) => sentence(`${atTime(change.time)}, ${naming.person(change.attendee)} ${what}`)
}
