import {
  type Directory,
  dayBefore,
  type HolderDraft,
  holderConflict,
  isReversed,
  type Membership,
  membershipFromDraft,
  membershipIdSchema,
  personFromDraft,
  personIdSchema,
  type Seat,
} from '../../../shared/domain/people'
import { type Change, canonicalJson } from '../../../shared/journal'
import { isIsoDate, isoDate } from '../../../shared/lib/iso-date'
import { err, ok, type Result } from '../../../shared/lib/result'
import { foldText } from '../../../shared/lib/spanish'
import type { RowOf } from '../../../shared/schema/row-schemas'
import { insert, update } from '../changes'
import type { CommandDeps } from '../deps'
import { editDirectory } from './edit-directory'
import type { DirectoryEdited, DirectoryFailure } from './failures'

type Saved = Promise<Result<DirectoryEdited, DirectoryFailure>>

/** Somebody who sits down in a seat. */
export interface NewHolder {
  readonly seat: Seat
  readonly draft: HolderDraft
  /** Whoever she follows: her validity ends the day before the new one starts; null leaves all as is. */
  readonly follows: Membership['id'] | null
}

function changeOf<T extends 'persons' | 'memberships'>(
  table: T,
  before: RowOf<T>,
  after: RowOf<T>,
): readonly Change[] {
  return canonicalJson(before) === canonicalJson(after) ? [] : [update(table, before, after)]
}

/** The membership of whoever is followed, ended the day before; null when there is nothing to end. */
function endedBefore(directory: Directory, { follows, draft }: NewHolder): Membership | null {
  const followed = directory.memberships.find(({ id }) => id === follows)
  if (!followed || !isIsoDate(draft.validFrom)) return null
  return { ...followed, validUntil: dayBefore(isoDate(draft.validFrom)) }
}

/**
 * Seats somebody: a person of that name who is already in the directory is the same person, and takes
 * the data written now.
 */
export function addHolder(deps: CommandDeps, holder: NewHolder): Saved {
  const { seat, draft } = holder
  const label = `Agregar a ${draft.fullName} en ${seat.acronym || seat.name}`
  return editDirectory(deps, seat.bodyId, label, (directory) => {
    const known = directory.persons.find(({ fullName }) => foldText(fullName) === foldText(draft.fullName))
    const id = known?.id ?? personIdSchema.parse(deps.effects.newId())
    const person = personFromDraft({ id, bodyId: seat.bodyId }, draft)
    const membership = membershipFromDraft(
      {
        id: membershipIdSchema.parse(deps.effects.newId()),
        bodyId: seat.bodyId,
        seatId: seat.id,
        personId: id,
      },
      draft,
    )
    const ended = endedBefore(directory, holder)
    if (ended && isReversed(ended)) {
      const message = 'Empieza antes que la persona a la que releva; corrija la fecha.'
      return err({ kind: 'conflict', conflict: { field: 'validFrom', message } })
    }
    const others = directory.memberships.map((other) => (other.id === ended?.id ? ended : other))
    const conflict = holderConflict(membership, others, directory.persons)
    if (conflict) return err({ kind: 'conflict', conflict })
    const followed = directory.memberships.find((other) => other.id === ended?.id)
    return ok([
      ...(followed && ended ? changeOf('memberships', followed, ended) : []),
      ...(known ? changeOf('persons', known, person) : [insert('persons', person)]),
      insert('memberships', membership),
    ])
  })
}

/** Rewrites a person and her place in a seat in one change. */
export function changeHolder(deps: CommandDeps, membership: Membership, draft: HolderDraft): Saved {
  return editDirectory(deps, membership.bodyId, `Cambiar los datos de ${draft.fullName}`, (directory) => {
    const before = directory.memberships.find(({ id }) => id === membership.id)
    const person = directory.persons.find(({ id }) => id === membership.personId)
    if (!before || !person) return err({ kind: 'gone' })
    const namesake = directory.persons.find(
      ({ id, fullName }) => id !== person.id && foldText(fullName) === foldText(draft.fullName),
    )
    if (namesake) {
      const message = 'Ya hay otra persona con ese nombre completo.'
      return err({ kind: 'conflict', conflict: { field: 'fullName', message } })
    }
    const after = membershipFromDraft(before, draft)
    const conflict = holderConflict(after, directory.memberships, directory.persons)
    if (conflict) return err({ kind: 'conflict', conflict })
    return ok([
      ...changeOf('persons', person, personFromDraft(person, draft)),
      ...changeOf('memberships', before, after),
    ])
  })
}
