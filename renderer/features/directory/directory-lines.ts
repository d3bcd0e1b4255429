import {
  type Directory,
  isInForce,
  type Membership,
  type Person,
  ROLE_LABELS,
  type Seat,
} from '../../../shared/domain/people'
import { required } from '../../../shared/lib/assert'
import type { IsoDate } from '../../../shared/lib/iso-date'
import { foldText } from '../../../shared/lib/spanish'

/** A person in a seat, with her data. */
export interface Holder {
  readonly membership: Membership
  readonly person: Person
}

/** A seat as the list shows it on a day. */
export interface SeatLine {
  readonly seat: Seat
  /** Place in the whole list, from 0. */
  readonly index: number
  readonly isInForce: boolean
  /** Who answers for the seat on the day: the titular, else a suplente; null when nobody does. */
  readonly holder: Holder | null
  /** Suplentes in force besides whoever answers. */
  readonly suplentes: number
  /** Everybody who sat, sits or will sit in it: in force first, then the newest. */
  readonly holders: readonly Holder[]
}

function rank(holder: Holder, today: IsoDate): number {
  if (!isInForce(holder.membership, today)) return 2
  return holder.membership.standing === 'titular' ? 0 : 1
}

function holdersOf(seat: Seat, directory: Directory, today: IsoDate): readonly Holder[] {
  const personById = new Map(directory.persons.map((person) => [person.id, person]))
  return directory.memberships
    .filter(({ seatId }) => seatId === seat.id)
    .map((membership) => ({
      membership,
      person: required(personById.get(membership.personId), `person ${membership.personId}`),
    }))
    .sort(
      (a, b) =>
        rank(a, today) - rank(b, today) ||
        (b.membership.validFrom ?? '').localeCompare(a.membership.validFrom ?? ''),
    )
}

/** The seats in the order of the attendance list, as they stand on a day. */
export function seatLines(directory: Directory, today: IsoDate): readonly SeatLine[] {
  return [...directory.seats]
    .sort((a, b) => a.order - b.order)
    .map((seat, index) => {
      const holders = holdersOf(seat, directory, today)
      const current = holders.filter(({ membership }) => isInForce(membership, today))
      const holder = current[0] ?? null
      const suplentes = current.filter(({ membership }) => membership.standing === 'suplente').length
      const answers = holder?.membership.standing === 'suplente' ? 1 : 0
      return {
        seat,
        index,
        isInForce: isInForce(seat, today),
        holder,
        suplentes: suplentes - answers,
        holders,
      }
    })
}

function searchText({ seat, holders }: SeatLine): string {
  const names = holders.map(({ person }) => `${person.honorificShort} ${person.fullName} ${person.shortName}`)
  const vote = seat.hasVote ? 'con voto' : 'sin voto'
  return foldText([seat.acronym, seat.name, ROLE_LABELS[seat.role], vote, ...names].join(' '))
}

/** Lines that have every word typed; those out of force only when asked for. */
export function filterLines(
  lines: readonly SeatLine[],
  typed: string,
  withPast: boolean,
): readonly SeatLine[] {
  const words = foldText(typed)
    .split(' ')
    .filter((word) => word !== '')
  return lines.filter((line) => {
    if (!withPast && !line.isInForce) return false
    const text = searchText(line)
    return words.every((word) => text.includes(word))
  })
}

/** "12 áreas, 7 con voto · 3 vacantes" for the seats in force. */
export function countsText(lines: readonly SeatLine[]): string {
  const current = lines.filter((line) => line.isInForce)
  const votes = current.filter(({ seat }) => seat.hasVote).length
  const vacant = current.filter(({ holder }) => holder === null).length
  const seats = current.length === 1 ? '1 área' : `${current.length} áreas`
  const vacancies = vacant === 1 ? ' · 1 vacante' : ` · ${vacant} vacantes`
  return `${seats}, ${votes} con voto${vacant > 0 ? vacancies : ''}`
}

/** How a person is listed: "Lic. Rubén Álvarez Mendiola". */
export function listedName(person: Person): string {
  return person.honorificShort === '' ? person.fullName : `${person.honorificShort} ${person.fullName}`
}
