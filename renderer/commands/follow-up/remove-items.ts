import { type ItemId, isReviewEvent } from '../../../shared/domain/follow-up'
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
  return saveFollowUp(
    deps,
    `Eliminar ${label}`,
    records.flatMap(({ item, events }) => [
      // What sessions said stays in their facts.
      ...events.filter((event) => !isReviewEvent(event)).map((event) => remove('itemEvents', event)),
      remove('items', item),
    ]),
  )
}
