import type { BodyId } from '../../../shared/domain/bodies'
import {
  type ItemImportPlan,
  type ItemImportRequest,
  planItemsImport,
} from '../../../shared/domain/follow-up'
import { err } from '../../../shared/lib/result'
import { listItems } from '../../data/follow-up'
import { listPersons, listSeats } from '../../data/repositories'
import { insert } from '../changes'
import type { CommandDeps } from '../deps'
import { type Edited, loadContext, saveFollowUp } from './edit-follow-up'

/** A sheet to import, as the user last saw it in the preview. */
export interface ItemsImport
  extends Pick<ItemImportRequest, 'sheet' | 'columns' | 'memory' | 'skip' | 'author' | 'fileName'> {
  readonly bodyId: BodyId
  /** The user asked to import only the rows without problems. */
  readonly onlyGoodRows: boolean
}

/** What importing a sheet would do now; nothing is stored. */
export async function planImport(deps: CommandDeps, request: ItemsImport): Promise<ItemImportPlan> {
  const { bodyId } = request
  const [stored, seats, persons, { today }] = await Promise.all([
    listItems(deps.store, bodyId),
    listSeats(deps.store, bodyId),
    listPersons(deps.store, bodyId),
    loadContext(deps, bodyId),
  ])
  return planItemsImport({ ...request, stored, directory: { seats, persons }, today, effects: deps.effects })
}

/**
 * Imports a sheet in one change, which one "Deshacer" takes back. It is planned again on what is stored
 * now; repeated rows are left out, and with a problem in any row nothing is stored, unless only the
 * good rows were asked for.
 */
export async function importItems(deps: CommandDeps, request: ItemsImport): Edited {
  const plan = await planImport(deps, request)
  if (plan.problems.length > 0 && !request.onlyGoodRows) {
    return err({ kind: 'has-problems', count: plan.problems.length })
  }
  const count = plan.items.length
  return saveFollowUp(
    deps,
    `Importar ${count === 1 ? '1 asunto' : `${count} asuntos`} de «${request.fileName}»`.slice(0, 300),
    plan.items.flatMap(({ item, events }) => [
      insert('items', item),
      ...events.map((event) => insert('itemEvents', event)),
    ]),
  )
}
