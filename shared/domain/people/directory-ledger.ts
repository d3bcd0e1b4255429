import { required } from '../../lib/assert'
import type { Effects } from '../../lib/effects'
import { foldText } from '../../lib/spanish'
import { slashDate, spansOverlap } from './directory-checks'
import {
  type Directory,
  type Draft,
  genderOfRow,
  matchMembership,
  newMembership,
  newPerson,
  newSeat,
  reviseMembership,
  revisePerson,
  reviseSeat,
} from './directory-drafts'
import { ROLE_LABELS } from './directory-labels'
import { type DirectoryRow, type ImportProblem, problemAt } from './directory-rows'
import type { ColumnId } from './directory-sheet'
import type { Membership } from './membership'
import type { Person } from './person'
import type { Seat } from './seat'

/** A draft with the row that first spoke of it; null while no row has. */
export interface Entry<T> {
  draft: Draft<T>
  row: number | null
  /** What rows of the sheet said of it, to notice one that says otherwise. */
  readonly said: Map<ColumnId, { readonly value: unknown; readonly row: number }>
}

/** What one applied row leads to. */
export interface AppliedRow {
  readonly record: DirectoryRow
  readonly seat: Entry<Seat>
  readonly person: Entry<Person> | null
  readonly membership: Entry<Membership> | null
  readonly proposed: readonly ColumnId[]
}

/** Initials of how many persons are avoided; more would only make the search slow. */
const INITIALS_AVOIDED = 40

type Claim = readonly [column: ColumnId, value: unknown]

function seatClaims(row: DirectoryRow): readonly Claim[] {
  return [
    ['acronym', row.acronym],
    ['role', row.role],
    ['vote', row.vote],
    ['signs', row.signs],
    ['areaFrom', row.areaFrom],
    ['areaUntil', row.areaUntil],
  ]
}

function personClaims(row: DirectoryRow): readonly Claim[] {
  return [
    ['honorificShort', row.honorificShort],
    ['honorificLong', row.honorificLong],
    ['shortName', row.shortName],
    ['initials', row.initials],
    ['gender', row.gender],
  ]
}

function shown(column: ColumnId, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'Sí' : 'No'
  if (column === 'gender') return value === 'f' ? 'F' : 'M'
  if (column === 'role') return Object.entries(ROLE_LABELS).find(([role]) => role === value)?.[1] ?? ''
  const text = String(value)
  return /^\d{4}-\d\d-\d\d$/.test(text) ? text.split('-').reverse().join('/') : text
}

/** "Lic" and "Lic." say the same. */
function sameClaim(a: unknown, b: unknown): boolean {
  if (typeof a !== 'string' || typeof b !== 'string') return a === b
  const key = (text: string) => foldText(text).replaceAll('.', '')
  return key(a) === key(b)
}

function entryOf<T>(before: T): Entry<T> {
  return { draft: { before, after: before }, row: null, said: new Map() }
}

/** The directory as it would be after the rows applied so far. Lives only while a plan is made. */
export class DirectoryLedger {
  readonly seats: Entry<Seat>[]
  readonly persons: Entry<Person>[]
  readonly memberships: Entry<Membership>[]
  readonly #directory: Directory
  readonly #effects: Effects
  readonly #seatByName = new Map<string, Entry<Seat>>()
  readonly #seatsByAcronym = new Map<string, Entry<Seat>[]>()
  readonly #personByName = new Map<string, Entry<Person>>()
  readonly #shortNames = new Set<string>()
  readonly #initials: string[]
  readonly #membershipsBySeatAndPerson = new Map<string, Entry<Membership>[]>()
  #nextOrder: number

  constructor(directory: Directory, effects: Effects) {
    this.#directory = directory
    this.#effects = effects
    const oldestFirst = [...directory.seats].sort((a, b) =>
      (a.validFrom ?? '').localeCompare(b.validFrom ?? ''),
    )
    this.seats = oldestFirst.map(entryOf)
    this.persons = directory.persons.map(entryOf)
    this.memberships = directory.memberships.map(entryOf)
    this.#initials = directory.persons.map(({ initials }) => initials)
    this.#nextOrder = Math.max(-1, ...directory.seats.map(({ order }) => order)) + 1
    for (const entry of this.seats) this.#indexSeat(entry)
    for (const entry of this.persons) this.#indexPerson(entry)
    for (const entry of this.memberships) this.#indexMembership(entry)
  }

  #indexSeat(entry: Entry<Seat>): void {
    const { name, acronym } = entry.draft.after
    this.#seatByName.set(foldText(name), entry)
    const key = foldText(acronym)
    if (key === '') return
    const others = (this.#seatsByAcronym.get(key) ?? []).filter((other) => other !== entry)
    this.#seatsByAcronym.set(key, [...others, entry])
  }

  #indexPerson(entry: Entry<Person>): void {
    this.#personByName.set(foldText(entry.draft.after.fullName), entry)
    this.#shortNames.add(foldText(entry.draft.after.shortName))
  }

  #indexMembership(entry: Entry<Membership>): void {
    const key = this.#membershipKey(entry.draft.after)
    this.#membershipsBySeatAndPerson.set(key, [...(this.#membershipsBySeatAndPerson.get(key) ?? []), entry])
  }

  #membershipKey({
    seatId,
    personId,
    standing,
  }: Pick<Membership, 'seatId' | 'personId' | 'standing'>): string {
    return `${seatId} ${personId} ${standing}`
  }

  #withAcronym(acronym: string): readonly Entry<Seat>[] {
    return this.#seatsByAcronym.get(foldText(acronym)) ?? []
  }

  /** Seat of a row: by name, or by acronym when the name is blank; null when it is a new one. */
  #findSeat(row: DirectoryRow): Entry<Seat> | null {
    if (row.area !== null) return this.#seatByName.get(foldText(row.area)) ?? null
    return this.#withAcronym(row.acronym ?? '').at(-1) ?? null
  }

  #findPerson(fullName: string): Entry<Person> | null {
    return this.#personByName.get(foldText(fullName)) ?? null
  }

  #contradictions<T>(
    row: number,
    name: string,
    entry: Entry<T> | null,
    claims: readonly Claim[],
  ): ImportProblem[] {
    return claims.flatMap(([column, value]) => {
      const before = entry?.said.get(column)
      if (value === null || before === undefined || sameClaim(before.value, value)) return []
      const message = `«${name}» dice ${shown(column, before.value)} en la fila ${before.row} y ${shown(column, value)} aquí.`
      return [problemAt(row, column, shown(column, value), message)]
    })
  }

  #seatProblems(row: DirectoryRow, entry: Entry<Seat> | null): readonly ImportProblem[] {
    if (row.area === null && entry === null) {
      const message = `falta el área, y la sigla «${row.acronym}» no es de ninguna conocida.`
      return [problemAt(row.row, 'area', '', message)]
    }
    const span = { validFrom: row.areaFrom, validUntil: row.areaUntil }
    const rival = this.#withAcronym(row.acronym ?? '').find(
      (other) => other !== entry && spansOverlap(other.draft.after, span),
    )
    if (rival) {
      const where = rival.row === null ? 'en el directorio' : `en la fila ${rival.row}`
      const message = `la sigla ${row.acronym} ya es de «${rival.draft.after.name}» ${where}; escriba ese nombre de área, u otra sigla.`
      return [problemAt(row.row, 'acronym', row.acronym ?? '', message)]
    }
    const name = entry?.draft.after.name ?? ''
    return this.#contradictions(row.row, name, entry, seatClaims(row))
  }

  #personProblems(row: DirectoryRow, entry: Entry<Person> | null): readonly ImportProblem[] {
    if (row.fullName === null) return []
    const problems = this.#contradictions(row.row, row.fullName, entry, personClaims(row))
    if (entry === null && genderOfRow({ ...row, fullName: row.fullName }) === null) {
      const message = `no se puede deducir del nombre «${row.fullName}»; escriba F o M.`
      problems.push(problemAt(row.row, 'gender', '', message))
    }
    return problems
  }

  #findMembership(
    row: DirectoryRow,
    seat: Entry<Seat> | null,
    person: Entry<Person> | null,
  ): Entry<Membership> | null {
    if (!seat || !person) return null
    const key = this.#membershipKey({
      seatId: seat.draft.after.id,
      personId: person.draft.after.id,
      standing: row.standing ?? 'titular',
    })
    const entries = this.#membershipsBySeatAndPerson.get(key) ?? []
    const match = matchMembership(
      entries.map(({ draft }) => draft.after),
      row,
    )
    return entries.find(({ draft }) => draft.after === match) ?? null
  }

  #membershipProblems(row: DirectoryRow, entry: Entry<Membership> | null): readonly ImportProblem[] {
    if (entry !== null && entry.row !== null) {
      return [
        problemAt(row.row, null, '', `repite a la misma persona en la misma área que la fila ${entry.row}.`),
      ]
    }
    const from = row.from ?? entry?.draft.after.validFrom ?? null
    const until = row.until ?? entry?.draft.after.validUntil ?? null
    if (from === null || until === null || from <= until) return []
    const message = `queda una vigencia al revés: desde ${slashDate(from)} hasta ${slashDate(until)}.`
    return [problemAt(row.row, row.until === null ? 'from' : 'until', '', message)]
  }

  /** Applies a row, or says why it cannot stand beside the rows before it; then nothing changes. */
  apply(row: DirectoryRow): AppliedRow | readonly ImportProblem[] {
    const seat = this.#findSeat(row)
    const person = row.fullName === null ? null : this.#findPerson(row.fullName)
    const membership = this.#findMembership(row, seat, person)
    const problems = [
      ...this.#seatProblems(row, seat),
      ...this.#personProblems(row, person),
      ...this.#membershipProblems(row, membership),
    ]
    return problems.length > 0 ? problems : this.#write(row, seat, person, membership)
  }

  #write(
    row: DirectoryRow,
    seat: Entry<Seat> | null,
    person: Entry<Person> | null,
    membership: Entry<Membership> | null,
  ): AppliedRow {
    const proposed: ColumnId[] = []
    const seatEntry = this.#writeSeat(row, seat, proposed)
    const { fullName } = row
    if (fullName === null) return { record: row, seat: seatEntry, person: null, membership: null, proposed }
    const personEntry = this.#writePerson({ ...row, fullName }, person, proposed)
    const membershipEntry = this.#writeMembership(row, seatEntry, personEntry, membership, proposed)
    return { record: row, seat: seatEntry, person: personEntry, membership: membershipEntry, proposed }
  }

  #writeSeat(row: DirectoryRow, found: Entry<Seat> | null, proposed: ColumnId[]): Entry<Seat> {
    const entry = found ?? this.#addSeat({ ...row, area: required(row.area, 'area') }, proposed)
    if (found) entry.draft = { ...entry.draft, after: reviseSeat(entry.draft.after, row) }
    remember(entry, row.row, seatClaims(row))
    this.#indexSeat(entry)
    return entry
  }

  #addSeat(row: DirectoryRow & { readonly area: string }, proposed: ColumnId[]): Entry<Seat> {
    const made = newSeat(row, this.#nextOrder, this.#directory.body, this.#effects)
    this.#nextOrder += 1
    proposed.push(...made.proposed)
    const entry: Entry<Seat> = { draft: { before: null, after: made.record }, row: row.row, said: new Map() }
    this.seats.push(entry)
    return entry
  }

  #writePerson(
    row: DirectoryRow & { readonly fullName: string },
    found: Entry<Person> | null,
    proposed: ColumnId[],
  ): Entry<Person> {
    if (found) {
      found.draft = { ...found.draft, after: revisePerson(found.draft.after, row) }
      remember(found, row.row, personClaims(row))
      return found
    }
    const taken = { shortNames: this.#shortNames, initials: this.#initials.slice(-INITIALS_AVOIDED) }
    const gender = required(genderOfRow(row), `gender of row ${row.row}`)
    const made = newPerson(row, gender, taken, this.#directory.body, this.#effects)
    proposed.push(...made.proposed)
    const entry: Entry<Person> = {
      draft: { before: null, after: made.record },
      row: row.row,
      said: new Map(),
    }
    remember(entry, row.row, personClaims(row))
    this.persons.push(entry)
    this.#initials.push(made.record.initials)
    this.#indexPerson(entry)
    return entry
  }

  #writeMembership(
    row: DirectoryRow,
    seat: Entry<Seat>,
    person: Entry<Person>,
    found: Entry<Membership> | null,
    proposed: ColumnId[],
  ): Entry<Membership> {
    if (found) {
      found.draft = { ...found.draft, after: reviseMembership(found.draft.after, row) }
      found.row = row.row
      return found
    }
    const { body } = this.#directory
    const made = newMembership(row, seat.draft.after, person.draft.after, body, this.#effects)
    proposed.push(...made.proposed)
    const entry: Entry<Membership> = {
      draft: { before: null, after: made.record },
      row: row.row,
      said: new Map(),
    }
    this.memberships.push(entry)
    this.#indexMembership(entry)
    return entry
  }
}

function remember<T>(entry: Entry<T>, row: number, claims: readonly Claim[]): void {
  entry.row ??= row
  for (const [column, value] of claims) {
    if (value !== null && !entry.said.has(column)) entry.said.set(column, { value, row })
  }
}
