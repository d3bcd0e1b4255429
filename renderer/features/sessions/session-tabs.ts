import type { Phase } from '../../../shared/domain/sessions'

/** The places of a session, in their order; `Ctrl` with the number opens each. */
export const SESSION_TABS = [
  { id: 'preparacion', label: 'Preparación' },
  { id: 'sala', label: 'Sala' },
  { id: 'acuerdos', label: 'Acuerdos' },
  { id: 'minuta', label: 'Minuta' },
  { id: 'expediente', label: 'Expediente' },
] as const

export type SessionTab = (typeof SESSION_TABS)[number]['id']

/** The tab that the address asks for; without one, where the work is: the room while it is in session. */
export function chooseTab(asked: string, phase: Phase): SessionTab {
  const known = SESSION_TABS.find((tab) => tab.id === asked)
  if (known) return known.id
  switch (phase) {
    case 'before':
      return 'preparacion'
    case 'in-session':
    case 'recess':
      return 'sala'
    case 'closed':
      return 'minuta'
  }
}
