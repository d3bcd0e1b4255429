import type { Standing } from './membership'
import type { SeatRole } from './seat'

/** Role of a seat in Spanish, naming the place and not the person. */
export const ROLE_LABELS: Readonly<Record<SeatRole, string>> = {
  presidency: 'Presidencia',
  'technical-secretariat': 'Secretaría Técnica',
  member: 'Integrante',
  'content-manager': 'Gestoría de Contenidos',
  guest: 'Invitado',
}

/** Standing of a membership in Spanish. */
export const STANDING_LABELS: Readonly<Record<Standing, string>> = {
  titular: 'Titular',
  suplente: 'Suplente',
}

/** Whether a role sits as a member, and so votes and signs unless the body says otherwise (V1–V3). */
export function sitsAsMember(role: SeatRole): boolean {
  return role === 'presidency' || role === 'technical-secretariat' || role === 'member'
}
