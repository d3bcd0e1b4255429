import type { ItemRecord, Party } from '../../domain/follow-up'
import type { Seat } from '../../domain/people'
import { foldText } from '../../lib/spanish'

/** What is still to be done by one área or person. `key` is stable while she is called so. */
export interface AreaBatch {
  readonly key: string
  /** How she is named in lists: "UNICOM". */
  readonly name: string
  /** The whole name of the área when the directory knows it, else the same name. */
  readonly fullName: string
  readonly records: readonly ItemRecord[]
}

function keyOf(party: Party): string {
  return party.seatId ?? party.personId ?? foldText(party.name)
}

/**
 * Divides open items by who answers for them, in alphabetical order; an item with several is in each
 * one's. Items without owner go nowhere: nobody could be asked.
 */
export function areaBatches(
  records: readonly ItemRecord[],
  seats: readonly Pick<Seat, 'id' | 'name'>[],
): readonly AreaBatch[] {
  const batches = new Map<string, { name: string; fullName: string; records: ItemRecord[] }>()
  for (const record of records) {
    if (!record.standing.isOpen) continue
    for (const party of record.item.responsible) {
      const key = keyOf(party)
      const batch = batches.get(key)
      if (batch && !batch.records.includes(record)) batch.records.push(record)
      if (batch) continue
      const seat = seats.find(({ id }) => id === party.seatId)
      batches.set(key, { name: party.name, fullName: seat?.name ?? party.name, records: [record] })
    }
  }
  return [...batches]
    .map(([key, batch]) => ({ key, ...batch }))
    .sort((a, b) => a.name.localeCompare(b.name, 'es-MX'))
}
