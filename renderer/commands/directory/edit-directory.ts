import type { BodyId } from '../../../shared/domain/bodies'
import type { Directory } from '../../../shared/domain/people'
import type { Change } from '../../../shared/journal'
import { required } from '../../../shared/lib/assert'
import { err, ok, type Result } from '../../../shared/lib/result'
import {
  getBody,
  listAttendees,
  listMemberships,
  listPersons,
  listSeats,
  listSessions,
} from '../../data/repositories'
import type { Store } from '../../data/store'
import { commit } from '../commit'
import type { CommandDeps } from '../deps'
import type { DirectoryEdited, DirectoryFailure } from './failures'

/** Everything the directory of a body holds. */
export async function loadDirectory(store: Store, bodyId: BodyId): Promise<Directory> {
  const [body, seats, persons, memberships] = await Promise.all([
    getBody(store, bodyId),
    listSeats(store, bodyId),
    listPersons(store, bodyId),
    listMemberships(store, bodyId),
  ])
  return { body: required(body, `body ${bodyId}`), seats, persons, memberships }
}

/** In how many attendance lists each seat and person is named. */
export async function countUses(store: Store, bodyId: BodyId): Promise<ReadonlyMap<string, number>> {
  const sessions = await listSessions(store, bodyId)
  const lists = await Promise.all(sessions.map((session) => listAttendees(store, session.id)))
  const uses = new Map<string, number>()
  for (const list of lists) {
    const named = new Set(list.flatMap(({ seatId, personId }) => [seatId, personId]))
    for (const id of named) if (id !== null) uses.set(id, (uses.get(id) ?? 0) + 1)
  }
  return uses
}

/** Reads the directory, lets `decide` say what changes, and stores it; null when nothing does. */
export async function editDirectory(
  deps: CommandDeps,
  bodyId: BodyId,
  label: string,
  decide: (
    directory: Directory,
  ) => Result<readonly Change[], DirectoryFailure> | Promise<Result<readonly Change[], DirectoryFailure>>,
): Promise<Result<DirectoryEdited, DirectoryFailure>> {
  const decided = await decide(await loadDirectory(deps.store, bodyId))
  if (!decided.ok) return decided
  if (decided.value.length === 0) return ok(null)
  const committed = await commit(deps, { label, changes: decided.value })
  return committed.ok ? committed : err({ kind: 'not-saved', failure: committed.error })
}
