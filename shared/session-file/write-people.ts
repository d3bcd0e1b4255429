import { ambiguousInitials } from '../domain/people'
import type { Attendee, AttendeeId, SessionPlan } from '../domain/sessions'
import { foldText } from '../lib/spanish'
import type { SessionFile, SessionFilePerson } from './schema'

type FileSeat = SessionFile['seats'][number]
type FileLine = SessionFile['attendance'][number]

/** The people of a session as a file names them. */
export interface WrittenPeople {
  readonly seats: readonly FileSeat[]
  readonly people: readonly SessionFilePerson[]
  /** Lines of the attendance list, without the answer to the roll call. */
  readonly lines: readonly FileLine[]
  /** Initials by which steps name each attendee. */
  readonly keys: ReadonlyMap<AttendeeId, string>
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Three letters for each of so many people, none of them an acronym. */
function madeInitials(count: number, acronyms: ReadonlySet<string>): readonly string[] {
  const made: string[] = []
  for (let n = 0; made.length < count; n++) {
    const letter = (place: number) => LETTERS[Math.floor(n / 26 ** place) % 26] ?? 'A'
    const initials = `${letter(2)}${letter(1)}${letter(0)}`
    if (!acronyms.has(foldText(initials))) made.push(initials)
  }
  return made
}

/** The initials of the list when they tell everybody apart, as a file needs; else others for all. */
function initialsOf(attendees: readonly Attendee[], acronyms: ReadonlySet<string>): readonly string[] {
  const own = attendees.map(({ initials }) => initials)
  const clash = ambiguousInitials(own).length > 0 || own.some((text) => acronyms.has(foldText(text)))
  return clash ? madeInitials(attendees.length, acronyms) : own
}

/** Attendees who come for a seat that a file can name: with an acronym of its own, and alone in it. */
function seatHolders(attendees: readonly Attendee[]): ReadonlyMap<string, Attendee> {
  const holders = new Map<string, Attendee>()
  for (const attendee of attendees) {
    const acronym = foldText(attendee.areaAcronym)
    const named = attendee.seatId !== null && acronym !== '' && attendee.areaName !== ''
    if (named && !holders.has(acronym)) holders.set(acronym, attendee)
  }
  return holders
}

/** A file has one presidency and one Secretaría Técnica among its seats; another is told in its line. */
function seatRole(holder: Attendee, holders: readonly Attendee[]): Attendee['role'] {
  const single = holder.role === 'presidency' || holder.role === 'technical-secretariat'
  const first = holders.find(({ role }) => role === holder.role)
  return single && first !== holder ? 'member' : holder.role
}

function personOf(attendee: Attendee, initials: string, seat: string | undefined): SessionFilePerson {
  const { fullName, shortName, honorificShort, honorificLong, gender, charge, standing } = attendee
  return {
    initials,
    fullName,
    shortName,
    honorificShort,
    honorificLong,
    gender,
    ...(seat === undefined ? {} : { seat }),
    standing,
    charge,
    ...(attendee.signatureCaption === null ? {} : { signatureCaption: attendee.signatureCaption }),
  }
}

/** Everything that a line says otherwise than its seat, or than somebody without a seat. */
function lineOf(attendee: Attendee, person: string, seat: FileSeat | undefined): FileLine {
  const { role, hasVote, signs, areaName, areaAcronym } = attendee
  const usual = seat ?? { role: 'guest', hasVote: false, signs: false, name: '', acronym: '' }
  return {
    person,
    ...(role === usual.role ? {} : { role }),
    ...(hasVote === usual.hasVote ? {} : { hasVote }),
    ...(signs === usual.signs ? {} : { signs }),
    ...(areaName === usual.name ? {} : { areaName }),
    ...(areaAcronym === usual.acronym ? {} : { areaAcronym }),
  }
}

/** Seats, people and attendance list of a session as a file tells them. */
export function writePeople({ attendees }: Pick<SessionPlan, 'attendees'>): WrittenPeople {
  const holders = seatHolders(attendees)
  const holding = [...holders.values()]
  const seats = new Map(
    holding.map((holder): readonly [Attendee, FileSeat] => [
      holder,
      {
        acronym: holder.areaAcronym,
        name: holder.areaName,
        role: seatRole(holder, holding),
        hasVote: holder.hasVote,
        signs: holder.signs,
      },
    ]),
  )
  const initials = initialsOf(attendees, new Set(holders.keys()))
  const keys = attendees.map((attendee, index) => [attendee.id, initials[index] ?? ''] as const)
  const keyOf = new Map(keys)
  return {
    seats: [...seats.values()],
    people: attendees.map((each) => personOf(each, keyOf.get(each.id) ?? '', seats.get(each)?.acronym)),
    lines: attendees.map((each) => lineOf(each, keyOf.get(each.id) ?? '', seats.get(each))),
    keys: keyOf,
  }
}
