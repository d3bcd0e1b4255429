import type { IsoDate } from '../../lib/iso-date'
import { foldText } from '../../lib/spanish'

/** Something of the catalogue that has its name for a stretch of time; null without end. */
interface NamedForATime {
  readonly id: string
  readonly name: string
  readonly validFrom: IsoDate | null
  readonly validUntil: IsoDate | null
}

/**
 * Another date or channel that has the same name (accents and case apart) at the same time, null when there is
 * none: two of them could not be told apart. One after the other may have it, as a rule that a law changed.
 */
export function sameNameAtOnce<T extends NamedForATime>(
  one: Omit<NamedForATime, 'id'>,
  id: string | null,
  all: readonly T[],
): T | null {
  const startsBeforeEnd = (from: IsoDate | null, until: IsoDate | null) =>
    from === null || until === null || from <= until
  const name = foldText(one.name)
  const found = all.find(
    (other) =>
      other.id !== id &&
      foldText(other.name) === name &&
      startsBeforeEnd(one.validFrom, other.validUntil) &&
      startsBeforeEnd(other.validFrom, one.validUntil),
  )
  return found ?? null
}
