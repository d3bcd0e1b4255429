import { moveSeatTo, type Seat } from '../../../shared/domain/people'
import { ok, type Result } from '../../../shared/lib/result'
import { update } from '../changes'
import type { CommandDeps } from '../deps'
import { editDirectory } from './edit-directory'
import type { DirectoryEdited, DirectoryFailure } from './failures'

/** Puts a seat at another place of the attendance list; 0 is the first. */
export function moveSeat(
  deps: CommandDeps,
  seat: Seat,
  to: number,
): Promise<Result<DirectoryEdited, DirectoryFailure>> {
  return editDirectory(deps, seat.bodyId, `Mover ${seat.acronym || seat.name}`, ({ seats }) =>
    ok(moveSeatTo(seats, seat.id, to).map(({ before, after }) => update('seats', before, after))),
  )
}
