import type { BodyId } from '../../../shared/domain/bodies'
import { type ColumnId, type DirectoryPlan, planDirectorySteps } from '../../../shared/domain/people'
import { err, ok, type Result } from '../../../shared/lib/result'
import type { SheetDraft } from '../../../shared/lib/sheet'
import { insert, update } from '../changes'
import type { CommandDeps } from '../deps'
import { inSlices } from '../sheets/in-slices'
import { editDirectory } from './edit-directory'
import type { DirectoryEdited, DirectoryFailure } from './failures'

/** A sheet to import, as the user last saw it in the preview. */
export interface DirectoryImport extends SheetDraft<ColumnId> {
  readonly bodyId: BodyId
  /** The user asked to import only the rows without problems. */
  readonly onlyGoodRows: boolean
}

function changesOf({ seats, persons, memberships }: DirectoryPlan) {
  return [
    ...seats.insert.map((seat) => insert('seats', seat)),
    ...seats.update.map(({ before, after }) => update('seats', before, after)),
    ...persons.insert.map((person) => insert('persons', person)),
    ...persons.update.map(({ before, after }) => update('persons', before, after)),
    ...memberships.insert.map((membership) => insert('memberships', membership)),
    ...memberships.update.map(({ before, after }) => update('memberships', before, after)),
  ]
}

/**
 * Imports a sheet in one change, which one "Deshacer" takes back. It is planned again on the directory
 * as it is now. With a problem in any row nothing is stored, unless only the good rows were asked for.
 */
export function importDirectory(
  deps: CommandDeps,
  request: DirectoryImport,
): Promise<Result<DirectoryEdited, DirectoryFailure>> {
  return editDirectory(deps, request.bodyId, 'Importar el directorio', async (directory) => {
    const plan = await inSlices(planDirectorySteps({ ...request, directory, effects: deps.effects }))
    if (plan.problems.length > 0 && !request.onlyGoodRows) {
      return err({ kind: 'has-problems', count: plan.problems.length })
    }
    return ok(changesOf(plan))
  })
}
