import type { IsoDate } from '../../lib/iso-date'

/** A span of calendar days, both ends included; null leaves that end open. */
export interface Validity {
  readonly validFrom: IsoDate | null
  readonly validUntil: IsoDate | null
}

/** Whether something was in force on a date. */
export function isInForce(span: Validity, on: IsoDate): boolean {
  return (
    (span.validFrom === null || span.validFrom <= on) && (span.validUntil === null || on <= span.validUntil)
  )
}

/** Whether the end comes before the start, which no span may have. */
export function isReversed(span: Validity): boolean {
  return span.validFrom !== null && span.validUntil !== null && span.validUntil < span.validFrom
}
