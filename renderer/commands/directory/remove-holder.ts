import { type Membership, personsWithoutSeat } from '../../../shared/domain/people'
import { err, ok, type Result } from '../../../shared/lib/result'
import { remove } from '../changes'
import type { CommandDeps } from '../deps'
import { countUses, editDirectory } from './edit-directory'
import type { DirectoryEdited, DirectoryFailure } from './failures'

/**
 * Takes somebody out of a seat, as if she had never been there; the person goes too when she has no
 * other seat and no session names her. Who leaves a seat is not removed: her validity ends.
 */
export function removeHolder(
  deps: CommandDeps,
  membership: Membership,
  name: string,
): Promise<Result<DirectoryEdited, DirectoryFailure>> {
  return editDirectory(deps, membership.bodyId, `Quitar a ${name}`, async (directory) => {
    const before = directory.memberships.find(({ id }) => id === membership.id)
    if (!before) return err({ kind: 'gone' })
    const uses = await countUses(deps.store, membership.bodyId)
    const persons = personsWithoutSeat(directory, [before]).filter(({ id }) => !uses.has(id))
    return ok([remove('memberships', before), ...persons.map((person) => remove('persons', person))])
  })
}
