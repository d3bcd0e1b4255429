import { personsWithoutSeat, type Seat } from '../../../shared/domain/people'
import { err, ok, type Result } from '../../../shared/lib/result'
import { remove } from '../changes'
import type { CommandDeps } from '../deps'
import { countUses, editDirectory } from './edit-directory'
import type { DirectoryEdited, DirectoryFailure } from './failures'

/**
 * Removes a seat with who sits in it, and the persons who would have no seat left. A seat that an
 * attendance list names stays: its validity is ended instead.
 */
export function removeSeat(
  deps: CommandDeps,
  seat: Seat,
): Promise<Result<DirectoryEdited, DirectoryFailure>> {
  return editDirectory(deps, seat.bodyId, `Eliminar ${seat.acronym || seat.name}`, async (directory) => {
    const before = directory.seats.find(({ id }) => id === seat.id)
    if (!before) return err({ kind: 'gone' })
    const uses = await countUses(deps.store, seat.bodyId)
    const sessions = uses.get(seat.id) ?? 0
    if (sessions > 0) return err({ kind: 'in-use', sessions })
    const leaving = directory.memberships.filter(({ seatId }) => seatId === seat.id)
    const persons = personsWithoutSeat(directory, leaving).filter(({ id }) => !uses.has(id))
    return ok([
      ...leaving.map((membership) => remove('memberships', membership)),
      ...persons.map((person) => remove('persons', person)),
      remove('seats', before),
    ])
  })
}
