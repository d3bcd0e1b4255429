import type { ItemId } from '../../../shared/domain/follow-up'
import { err } from '../../../shared/lib/result'
import { remove } from '../changes'
import type { CommandDeps } from '../deps'
import { type Edited, loadRecords, saveFollowUp } from './edit-follow-up'

/** Takes items away with their stories; the journal keeps them and one "Deshacer" brings them back. */
export async function removeItems(deps: CommandDeps, ids: readonly ItemId[]): Edited {
  const records = await loadRecords(deps, ids)
  if (!records) return err({ kind: 'gone' })
  const [first] = records
  const label = records.length === 1 && first ? first.item.code : `${records.length} asuntos`
  // What sessions said stays in their facts; what a packet told of them is stored, and goes.
  const stored = await deps.store.whereAny('itemEvents', 'itemId', ids)
  return saveFollowUp(deps, `Eliminar ${label}`, [
    ...stored.map((event) => remove('itemEvents', event)),
    ...records.map(({ item }) => remove('items', item)),
  ])
}
