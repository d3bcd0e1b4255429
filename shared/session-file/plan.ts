import {
  type Attendee,
  attendeeSchema,
  type Fact,
  type Point,
  pointSchema,
  proposeClosing,
  proposeKind,
  type Session,
  type SessionState,
  sessionName,
  sessionSchema,
} from '../domain/sessions'
import { required } from '../lib/assert'
import type { Effects } from '../lib/effects'
import { type ClockTime, clockTimeSchema, yearOf } from '../lib/iso-date'
import { err, ok, type Result } from '../lib/result'
import { foldText } from '../lib/spanish'
import { type ExistingDirectory, type PlannedDirectory, planDirectory } from './plan-directory'
import { type FileProblem, problemAt } from './problem'
import { findPerson } from './references'
import type { SessionFile, SessionFilePerson } from './schema'
import { type ExistingItem, Scribe } from './scribe'
import { playScript } from './script'

/** What is stored already and is used again instead of being made anew. */
export interface ExistingRows extends ExistingDirectory {
  readonly sessions: readonly Session[]
  /** Items that the file reviews, those that are in the follow-up of the body. */
  readonly items: readonly ExistingItem[]
}

/** Nothing stored yet. */
export const NOTHING_STORED: ExistingRows = {
  bodies: [],
  seats: [],
  persons: [],
  memberships: [],
  sessions: [],
  items: [],
}

/**
 * The rows that a session file becomes. The lists hold only the new ones; `body` is the one the session
 * belongs to, new or not. `state` is what the facts fold to.
 */
export interface PlannedSession
  extends Pick<PlannedDirectory, 'body' | 'bodies' | 'seats' | 'persons' | 'memberships'> {
  readonly session: Session
  /** The session and the earlier ones it refers to, when they were not stored. */
  readonly sessions: readonly Session[]
  readonly attendees: readonly Attendee[]
  readonly points: readonly Point[]
  readonly facts: readonly Fact[]
  readonly state: SessionState
}

/** Time of an earlier session whose time nobody recorded; such a session never shows it. */
const UNKNOWN_TIME: ClockTime = clockTimeSchema.parse('00:00')

/** An earlier session that the file names, by its date: stored already, or a new antecedent. */
function planEarlier(
  file: SessionFile,
  directory: PlannedDirectory,
  existing: ExistingRows,
  effects: Effects,
): readonly { readonly session: Session; readonly isNew: boolean }[] {
  return (file.earlierSessions ?? []).map((earlier) => {
    const stored = existing.sessions.find(
      (session) =>
        session.bodyId === directory.body.id &&
        session.date === earlier.date &&
        session.type === earlier.type,
    )
    if (stored) return { session: stored, isNew: false }
    const session = sessionSchema.parse({
      id: effects.newId(),
      bodyId: directory.body.id,
      type: earlier.type,
      ordinal: earlier.ordinal,
      date: earlier.date,
      time: earlier.time ?? UNKNOWN_TIME,
      place: earlier.place ?? '',
      modality: earlier.modality ?? 'presencial',
      signatureOrder: [],
      antecedent: true,
    })
    return { session, isNew: true }
  })
}

/** What a seat says of whoever comes for it; for somebody invited without one, neither vote nor signature. */
function seatFields(file: SessionFile, person: SessionFilePerson) {
  const acronym = person.seat === undefined ? null : foldText(person.seat)
  const seat = file.seats.find((candidate) => foldText(candidate.acronym) === acronym)
  return {
    areaName: seat?.name ?? '',
    areaAcronym: seat?.acronym ?? '',
    role: seat?.role ?? 'guest',
    hasVote: seat?.hasVote ?? false,
    signs: seat?.signs ?? false,
  }
}

function planAttendees(
  file: SessionFile,
  directory: PlannedDirectory,
  sessionId: string,
  effects: Effects,
): readonly Attendee[] {
  return file.attendance.map((line, order) => {
    const person = required(findPerson(file, line.person), 'person')
    const { person: _person, status: _status, remote: _remote, ...ofSession } = line
    const { fullName, shortName, initials, honorificShort, honorificLong, gender, charge } = person
    return attendeeSchema.parse({
      id: effects.newId(),
      sessionId,
      seatId: directory.seatOf(person)?.id ?? null,
      personId: directory.personOf(person).id,
      order,
      fullName,
      shortName,
      initials,
      honorificShort,
      honorificLong,
      gender,
      charge,
      signatureCaption: person.signatureCaption ?? null,
      standing: person.standing ?? 'titular',
      ...seatFields(file, person),
      ...ofSession,
    })
  })
}

function planPoints(
  file: SessionFile,
  earlier: readonly Session[],
  sessionId: string,
  effects: Effects,
): readonly Point[] {
  return file.agenda.map((point, order) =>
    pointSchema.parse({
      id: effects.newId(),
      sessionId,
      order,
      number: point.number ?? order + 1,
      title: point.title,
      presenter: point.presenter ?? '',
      kind: point.kind ?? proposeKind(point.title),
      closing: point.closing ?? proposeClosing(point.title),
      approvesSessions: (point.approves ?? []).map(
        (date) =>
          required(
            earlier.find((session) => session.date === date),
            'earlier session',
          ).id,
      ),
      links: point.links ?? [],
      attachments: [],
    }),
  )
}

/** The attendees of the signature list, and what is wrong with it. */
function planSignatures(
  file: SessionFile,
  scribe: Scribe,
): { readonly order: readonly string[]; readonly problems: readonly FileProblem[] } {
  const order: string[] = []
  const problems: FileProblem[] = []
  for (const [index, key] of (file.signatures ?? []).entries()) {
    const attendee = scribe.findAttendee(key)
    if (!attendee) problems.push(problemAt('signatures', index, `«${key}» no está en la lista de asistencia`))
    else if (!attendee.signs) problems.push(problemAt('signatures', index, `${attendee.fullName} no firma`))
    else if (order.includes(attendee.id)) problems.push(problemAt('signatures', index, `«${key}» ya está`))
    else order.push(attendee.id)
  }
  return { order, problems }
}

function alreadyStored(file: SessionFile, directory: PlannedDirectory, existing: ExistingRows): boolean {
  const { type, ordinal, date } = file.session
  return existing.sessions.some(
    (session) =>
      session.bodyId === directory.body.id &&
      session.type === type &&
      (session.date === date ||
        (ordinal !== null && session.ordinal === ordinal && yearOf(session.date) === yearOf(date))),
  )
}

/**
 * Turns a session file into rows: the directory it needs, the session, its agenda and every fact of its
 * script, with the times of the file. A body with the same acronym, and its seats, persons and earlier
 * sessions, are used again. Problems when the session is stored already or the script cannot be.
 */
export function planSessionFile(
  file: SessionFile,
  existing: ExistingRows,
  effects: Effects,
): Result<PlannedSession, readonly FileProblem[]> {
  const directory = planDirectory(file, existing, effects)
  const { body, bodies, seats, persons, memberships } = directory
  if (alreadyStored(file, directory, existing)) {
    const name = `${sessionName(file.session)} del ${file.session.date}`
    return err([problemAt('session', null, `la ${name} ya está registrada en ${body.acronym}`)])
  }
  const earlier = planEarlier(file, directory, existing, effects)
  const { rollCall, ...fields } = file.session
  const draft = sessionSchema.parse({
    ...fields,
    id: effects.newId(),
    bodyId: body.id,
    signatureOrder: [],
  })
  const attendees = planAttendees(file, directory, draft.id, effects)
  const points = planPoints(
    file,
    earlier.map((entry) => entry.session),
    draft.id,
    effects,
  )
  const plan = { session: draft, rules: body.rules, attendees, points }
  const scribe = new Scribe(plan, effects, rollCall ?? draft.time, existing.items)
  const signatures = planSignatures(file, scribe)
  const problems = [...signatures.problems, ...playScript(scribe, file)]
  if (problems.length > 0) return err(problems)
  const session = sessionSchema.parse({ ...draft, signatureOrder: signatures.order })
  const newEarlier = earlier.filter((entry) => entry.isNew).map((entry) => entry.session)
  return ok({
    body,
    bodies,
    seats,
    persons,
    memberships,
    session,
    sessions: [...newEarlier, session],
    attendees,
    points,
    facts: scribe.facts,
    state: { ...scribe.state, plan: { ...plan, session } },
  })
}
