import type { BodyId } from '../../../../shared/domain/bodies'
import {
  type DateColumnId,
  type DatesPlan,
  type PlannedDate,
  planDatesSteps,
} from '../../../../shared/domain/publications'
import type { Change } from '../../../../shared/journal'
import { err } from '../../../../shared/lib/result'
import type { SheetDraft } from '../../../../shared/lib/sheet'
import { listCommemorations } from '../../../data/publications'
import { insert, update } from '../../changes'
import type { CommandDeps } from '../../deps'
import { inSlices } from '../../sheets/in-slices'
import { type Published, savePublishing } from '../save-publishing'

/** A sheet of dates to import, as the user last saw it in the preview. */
export interface DatesImport extends SheetDraft<DateColumnId> {
  readonly bodyId: BodyId
  readonly fileName: string
  /** The user asked to import only the rows without problems. */
  readonly onlyGoodRows: boolean
}

function changeOf({ before, after, outcome }: PlannedDate): readonly Change[] {
  if (outcome === 'same') return []
  return [before ? update('commemorations', before, after) : insert('commemorations', after)]
}

function changesOf({ rows }: DatesPlan): readonly Change[] {
  return rows.flatMap(changeOf)
}

/**
 * Imports a sheet of dates in one change, which one "Deshacer" takes back. It is planned again on the
 * catalogue as it is now. With a problem in any row nothing is stored, unless only the good rows were
 * asked for.
 */
export async function importDates(deps: CommandDeps, request: DatesImport): Published {
  const { bodyId, fileName } = request
  const catalogue = await listCommemorations(deps.store, bodyId)
  const plan = await inSlices(planDatesSteps({ ...request, catalogue, effects: deps.effects }))
  if (plan.problems.length > 0 && !request.onlyGoodRows) {
    return err({ kind: 'has-problems', count: plan.problems.length })
  }
  const changes = changesOf(plan)
  const what = changes.length === 1 ? '1 fecha' : `${changes.length.toLocaleString('es-MX')} fechas`
  return savePublishing(deps, `Importar ${what} de «${fileName}»`.slice(0, 300), changes)
}
