import { type Attendee, isPresent, type SessionState } from '../../domain/sessions'

/** Who presides and who acts as secretary, each null when that seat is not in the room. */
export interface Chair {
  readonly president: Attendee | null
  readonly secretary: Attendee | null
}

/**
 * Who presides and who acts as secretary at a moment of the session. Formulas that name them are used
 * only when they are in the room; otherwise the minuta says the same without saying who.
 */
export function chairOf(state: Pick<SessionState, 'plan' | 'presence'>): Chair {
  const present = (role: Attendee['role']) =>
    state.plan.attendees.find((a) => a.role === role && isPresent(state.presence, a.id)) ?? null
  return { president: present('presidency'), secretary: present('technical-secretariat') }
}
