import { err, ok, type Result } from '../../lib/result'
import type { PlainFactBody } from './fact'
import { findAttendee } from './queries'
import type { Refusal } from './refusal'
import type { EffectiveFact, Movement, PresenceState, SessionState } from './state'

type PresenceBody = Extract<PlainFactBody, { kind: 'presence' }>

/** The movement that a change of presence is, once the session has opened; null for the roll call. */
function movementOf(
  state: SessionState,
  was: PresenceState,
  to: PresenceBody['status'],
): Movement['movement'] | null {
  if (state.phase === 'before') return null
  if (to === 'present') return was.status === 'away' ? 'returns' : 'arrives'
  return to === 'away' ? 'leaves' : null
}

/**
 * An attendee is called present, absent or excused, arrives late, leaves or comes back. A ballot
 * already cast stays cast when its seat leaves; whoever has not voted no longer can.
 */
export function applyPresence(
  state: SessionState,
  fact: EffectiveFact,
  body: PresenceBody,
): Result<SessionState, Refusal> {
  if (state.phase === 'closed') return err({ code: 'session-closed' })
  const attendee = findAttendee(state.plan, body.attendeeId)
  const was = state.presence.get(body.attendeeId)
  if (!attendee || !was) return err({ code: 'unknown-attendee' })
  if (was.status === body.status && was.remote === body.remote) {
    return err({ code: 'presence-unchanged', name: attendee.fullName })
  }
  if (body.status === 'away' && was.status !== 'present') {
    return err({ code: 'away-before-arrival', name: attendee.fullName })
  }
  const presence = new Map(state.presence).set(attendee.id, {
    status: body.status,
    since: fact.time,
    remote: body.remote,
  })
  const movement = was.status === body.status ? null : movementOf(state, was, body.status)
  if (!movement) return ok({ ...state, presence })
  const entry: Movement = {
    factId: fact.id,
    attendeeId: attendee.id,
    movement,
    time: fact.time,
    pointId: state.currentPointId,
  }
  return ok({ ...state, presence, movements: [...state.movements, entry] })
}
