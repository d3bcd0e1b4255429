import { readAgreementPattern } from '../domain/bodies'
import { ambiguousInitials, isReversed } from '../domain/people'
import { foldText } from '../lib/spanish'
import { type FileProblem, problemAt } from './problem'
import type { SessionFile, SessionFilePerson } from './schema'

/** Positions of the elements whose key was already used by an earlier one. */
function repeated(keys: readonly string[]): readonly number[] {
  return keys.flatMap((key, index) => (keys.indexOf(key) < index ? [index] : []))
}

/** The person of the file with those initials, or null. */
export function findPerson(file: SessionFile, initials: string): SessionFilePerson | null {
  return file.people.find((person) => person.initials === initials.toUpperCase()) ?? null
}

function bodyProblems(file: SessionFile): readonly FileProblem[] {
  const pattern = file.body.agreementPattern
  if (pattern === null || readAgreementPattern(pattern).ok) return []
  const message = `el patrón de numeración «${pattern}» debe llevar el consecutivo una sola vez, por ejemplo {NNN}`
  return [problemAt('body', null, message)]
}

function seatProblems(file: SessionFile): readonly FileProblem[] {
  const { seats } = file
  const twice = repeated(seats.map((seat) => foldText(seat.acronym))).map((index) =>
    problemAt('seats', index, `la sigla «${seats[index]?.acronym}» está repetida`),
  )
  const roles = (['presidency', 'technical-secretariat'] as const).flatMap((role) => {
    const holders = seats.flatMap((seat, index) => (seat.role === role ? [index] : []))
    return holders
      .slice(1)
      .map((index) => problemAt('seats', index, `ya hay otra área con el papel «${role}»`))
  })
  const none = seats.some((seat) => seat.hasVote) ? [] : [problemAt('seats', null, 'ninguna área tiene voto')]
  return [...twice, ...roles, ...none]
}

function personProblems(file: SessionFile): readonly FileProblem[] {
  const { people, seats } = file
  const acronyms = new Set(seats.map((seat) => foldText(seat.acronym)))
  const each = people.flatMap((person, index): readonly FileProblem[] => {
    const at = (message: string) => problemAt('people', index, message)
    const { seat, initials } = person
    const span = { validFrom: person.validFrom ?? null, validUntil: person.validUntil ?? null }
    return [
      ...(seat === undefined || acronyms.has(foldText(seat))
        ? []
        : [at(`no hay un área con la sigla «${seat}»`)]),
      ...(acronyms.has(foldText(initials)) ? [at(`las iniciales «${initials}» son también una sigla`)] : []),
      ...(isReversed(span) ? [at('la vigencia termina antes de empezar')] : []),
    ]
  })
  const names = repeated(people.map((person) => foldText(person.fullName))).map((index) =>
    problemAt('people', index, `«${people[index]?.fullName}» ya está en la lista`),
  )
  const initials = ambiguousInitials(people.map((person) => person.initials)).map(([a, b]) => {
    const index = people.findLastIndex((person) => person.initials === b)
    const confusing = `las iniciales «${a}» y «${b}» se confunden al teclearlas`
    return problemAt('people', index, a === b ? `las iniciales «${a}» están repetidas` : confusing)
  })
  return [...each, ...names, ...initials]
}

function attendanceProblems(file: SessionFile): readonly FileProblem[] {
  const { attendance } = file
  const people = attendance.map((line) => findPerson(file, line.person))
  const unknown = attendance.flatMap((line, index) =>
    people[index] ? [] : [problemAt('attendance', index, `nadie tiene las iniciales «${line.person}»`)],
  )
  const again = repeated(attendance.map((line) => line.person.toUpperCase()))
  const twice = again.map((index) =>
    problemAt('attendance', index, `«${attendance[index]?.person}» ya está en la lista`),
  )
  const voting = new Set(file.seats.filter((seat) => seat.hasVote).map((seat) => foldText(seat.acronym)))
  const seats = people.map((person, index) => (person?.seat ? foldText(person.seat) : `-${index}`))
  const sameSeat = repeated(seats)
    .filter((index) => !again.includes(index))
    .map((index) => problemAt('attendance', index, `el área «${people[index]?.seat}» ya viene representada`))
  const allowed = seats.some((seat, index) => attendance[index]?.hasVote ?? voting.has(seat))
  const nobody = allowed ? [] : [problemAt('attendance', null, 'no viene ningún área con voto')]
  return [...unknown, ...twice, ...sameSeat, ...nobody]
}

function agendaProblems({ agenda }: SessionFile): readonly FileProblem[] {
  const numbers = agenda.map((point, index) => String(point.number ?? index + 1))
  return repeated(numbers).map((index) =>
    problemAt('agenda', index, `el número ${numbers[index]} es ya de otro punto`),
  )
}

function sessionProblems(file: SessionFile): readonly FileProblem[] {
  const earlier = file.earlierSessions ?? []
  const twice = repeated(earlier.map((session) => session.date)).map((index) =>
    problemAt('earlierSessions', index, `ya hay otra sesión del ${earlier[index]?.date}`),
  )
  const late = earlier.flatMap((session, index) =>
    session.date < file.session.date
      ? []
      : [
          problemAt(
            'earlierSessions',
            index,
            `${session.date} no es anterior a la sesión (${file.session.date})`,
          ),
        ],
  )
  const dates = new Set<string>(earlier.map((session) => session.date))
  const approves = file.agenda.flatMap((point, index) =>
    (point.approves ?? [])
      .filter((date) => !dates.has(date))
      .map((date) =>
        problemAt('agenda', index, `no hay una sesión anterior del ${date} cuya minuta aprobar`),
      ),
  )
  return [...twice, ...late, ...approves]
}

/** What the parts of the file say wrongly about each other, apart from what happened in the session. */
export function referenceProblems(file: SessionFile): readonly FileProblem[] {
  return [
    ...bodyProblems(file),
    ...seatProblems(file),
    ...personProblems(file),
    ...attendanceProblems(file),
    ...agendaProblems(file),
    ...sessionProblems(file),
  ]
}
