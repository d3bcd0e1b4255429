import type { BodyId } from '../../../shared/domain/bodies'
import {
  type Item,
  type ItemColumnId,
  type ItemImportPlan,
  type PlannedItem,
  planItemsSteps,
} from '../../../shared/domain/follow-up'
import type { Change } from '../../../shared/journal'
import { err } from '../../../shared/lib/result'
import type { SheetDraft } from '../../../shared/lib/sheet'
import { mapSteps } from '../../../shared/lib/steps'
import { listItems } from '../../data/follow-up'
import { listPersons, listSeats } from '../../data/repositories'
import { insert } from '../changes'
import type { CommandDeps } from '../deps'
import { inSlices, type SliceOptions } from '../sheets/in-slices'
import { type Edited, loadContext, saveFollowUp } from './edit-follow-up'

/** A sheet to import, with whom it is imported for and by. */
export interface ItemsSource {
  readonly bodyId: BodyId
  /** Who imports, for the story of what comes in with a state or an advance. */
  readonly author: string
  readonly fileName: string
}

/** What importing a sheet over these items would do; nothing is stored. */
export async function planImport(
  deps: CommandDeps,
  source: ItemsSource,
  draft: SheetDraft<ItemColumnId>,
  stored: readonly Pick<Item, 'code' | 'title' | 'openedOn'>[],
  options: SliceOptions = {},
): Promise<ItemImportPlan> {
  const { bodyId } = source
  const [seats, persons, { today }] = await Promise.all([
    listSeats(deps.store, bodyId),
    listPersons(deps.store, bodyId),
    loadContext(deps, bodyId),
  ])
  const { effects } = deps
  const directory = { seats, persons }
  return inSlices(planItemsSteps({ ...source, ...draft, stored, directory, today, effects }), options)
}

function changesOf({ item, events }: PlannedItem): readonly Change[] {
  return [insert('items', item), ...events.map((event) => insert('itemEvents', event))]
}

/**
 * Imports a sheet in one change, which one "Deshacer" takes back. It is planned again on what is stored
 * now; repeated rows are left out, and with a problem in any row nothing is stored, unless only the
 * good rows were asked for.
 */
export async function importItems(
  deps: CommandDeps,
  source: ItemsSource,
  draft: SheetDraft<ItemColumnId>,
  onlyGoodRows: boolean,
): Edited {
  const plan = await planImport(deps, source, draft, await listItems(deps.store, source.bodyId))
  if (plan.problems.length > 0 && !onlyGoodRows) {
    return err({ kind: 'has-problems', count: plan.problems.length })
  }
  const count = plan.rows.length
  const changes = await inSlices(mapSteps(plan.rows, changesOf))
  const what = count === 1 ? '1 asunto' : `${count} asuntos`
  return saveFollowUp(deps, `Importar ${what} de «${source.fileName}»`.slice(0, 300), changes.flat())
}
