import type { Instant } from '../../lib/iso-date'
import type { Consult } from './publication'

/** Hours that the CNCS has to answer; silence means that it is not allowed (domain §2.9, rule 9). */
export const CONSULT_HOURS = 48

const MS_PER_HOUR = 3_600_000

/** How a consult stands: still within its hours (with those left), expired in silence, or answered. */
export type ConsultStatus =
  | { readonly kind: 'waiting'; readonly hoursLeft: number }
  | { readonly kind: 'silent' }
  | { readonly kind: 'allowed' | 'denied' }

/**
 * How a consult stands at a moment. The 48 hours are natural ones (domain §6, 9). An answer that came
 * after them counts all the same: it is an answer.
 */
export function consultStatus(consult: Consult, now: Instant): ConsultStatus {
  if (consult.answer) return { kind: consult.answer.allowed ? 'allowed' : 'denied' }
  const hours = CONSULT_HOURS - (Date.parse(now) - Date.parse(consult.sentAt)) / MS_PER_HOUR
  return hours > 0 ? { kind: 'waiting', hoursLeft: Math.ceil(hours) } : { kind: 'silent' }
}
