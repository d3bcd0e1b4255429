import type { Commemoration } from '../../../../shared/domain/publications'
import type { IsoDate } from '../../../../shared/lib/iso-date'

/** Whether a date is out of use from a day on. */
export function isRetired({ validUntil }: Commemoration, today: IsoDate): boolean {
  return validUntil !== null && validUntil <= today
}
