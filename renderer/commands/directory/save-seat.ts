import type { BodyId } from '../../../shared/domain/bodies'
import { type Seat, type SeatDraft, seatConflict, seatFromDraft } from '../../../shared/domain/people'
import { canonicalJson } from '../../../shared/journal'
import { err, ok, type Result } from '../../../shared/lib/result'
import { insert, update } from '../changes'
import type { CommandDeps } from '../deps'
import { editDirectory } from './edit-directory'
import type { DirectoryEdited, DirectoryFailure } from './failures'

type Saved = Promise<Result<DirectoryEdited, DirectoryFailure>>

/** Adds a seat at the end of the list, under an id that the caller chose so that it can select it. */
export function addSeat(deps: CommandDeps, bodyId: BodyId, id: Seat['id'], draft: SeatDraft): Saved {
  return editDirectory(deps, bodyId, `Agregar ${draft.acronym || draft.name}`, ({ seats }) => {
    const order = Math.max(-1, ...seats.map((seat) => seat.order)) + 1
    const seat = seatFromDraft({ id, bodyId, order }, draft)
    const conflict = seatConflict(seat, seats)
    return conflict ? err({ kind: 'conflict', conflict }) : ok([insert('seats', seat)])
  })
}

/** Rewrites a seat; past attendance lists keep what they copied. */
export function changeSeat(deps: CommandDeps, bodyId: BodyId, id: Seat['id'], draft: SeatDraft): Saved {
  return editDirectory(deps, bodyId, `Cambiar ${draft.acronym || draft.name}`, ({ seats }) => {
    const before = seats.find((seat) => seat.id === id)
    if (!before) return err({ kind: 'gone' })
    const after = seatFromDraft(before, draft)
    const conflict = seatConflict(after, seats)
    if (conflict) return err({ kind: 'conflict', conflict })
    return ok(canonicalJson(before) === canonicalJson(after) ? [] : [update('seats', before, after)])
  })
}
