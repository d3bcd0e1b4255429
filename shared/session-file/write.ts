import { type Body, type BodyRules, DEFAULT_RULES, readAgreementPattern } from '../domain/bodies'
import {
  foldSession,
  type Point,
  type Session,
  type SessionRecord,
  type SessionState,
} from '../domain/sessions'
import { required } from '../lib/assert'
import { err, ok, type Result } from '../lib/result'
import { formatProblem } from './problem'
import { readSessionFile } from './read'
import { SESSION_FILE_FORMAT, SESSION_FILE_VERSION, type SessionFile } from './schema'
import { writePeople } from './write-people'
import { writeRecord } from './write-record'

/** What a session file is written from. */
export interface SessionFileSource {
  readonly body: Body
  readonly record: SessionRecord
  /** Sessions of the body, to name those whose minutas are approved. */
  readonly sessions: readonly Session[]
  /** Where the annexes of each point are, by their place in it; null for those that do not go along. */
  readonly annexPath: (point: Point, index: number) => string | null
}

/** Why a session cannot be told in a file: what the file would have wrong, in Spanish. */
export interface NotExpressible {
  readonly code: 'not-expressible'
  readonly detail: string
}

const RULES_REASON = 'Así estaban las reglas del órgano en esa sesión.'

function rulesOf({ quorum, majority, castingVote }: BodyRules): SessionFile['body']['rules'] {
  const seats = quorum.value.kind === 'fixed' ? { quorumSeats: quorum.value.seats } : {}
  const needed = majority.value === DEFAULT_RULES.majority.value ? {} : { majority: majority.value }
  const casting =
    castingVote.value === DEFAULT_RULES.castingVote.value ? {} : { castingVote: castingVote.value }
  const changed = { ...seats, ...needed, ...casting }
  if (Object.keys(changed).length === 0) return undefined
  const reasons = [quorum, majority, castingVote].map(({ overrideReason }) => overrideReason)
  return { ...changed, reason: reasons.find((reason) => reason !== null) ?? RULES_REASON }
}

function bodyOf(body: Body, state: SessionState): SessionFile['body'] {
  const { name, shortName, acronym, institution, gender, agreementPattern, timeZone } = body
  const rules = rulesOf(state.plan.rules)
  const usable = agreementPattern !== null && readAgreementPattern(agreementPattern).ok
  return {
    name,
    shortName,
    acronym,
    institution,
    gender,
    agreementPattern: usable ? agreementPattern : null,
    timeZone,
    ...(rules === undefined ? {} : { rules }),
  }
}

/** The sessions whose minutas the agenda puts to approval; the known ones, because others have no name. */
function approvedSessions({ record, sessions }: SessionFileSource): readonly Session[] {
  const wanted = new Set(record.plan.points.flatMap(({ approvesSessions }) => approvesSessions))
  return sessions
    .filter(({ id }) => wanted.has(id))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

function earlierOf(session: Session): NonNullable<SessionFile['earlierSessions']>[number] {
  const { type, ordinal, date, time, place, modality, antecedent } = session
  // The time of an antecedent is not known.
  return { type, ordinal, date, ...(antecedent ? {} : { time }), place, modality }
}

function agendaOf(source: SessionFileSource, earlier: readonly Session[]): SessionFile['agenda'] {
  const dates = new Map(earlier.map(({ id, date }) => [id, date]))
  return source.record.plan.points.map((point, index) => {
    const approves = point.approvesSessions.flatMap((id) => dates.get(id) ?? [])
    const annexes = point.attachments.flatMap((ref, place) => {
      const path = source.annexPath(point, place)
      return path === null ? [] : [{ ...ref, path }]
    })
    return {
      title: point.title,
      ...(point.number === index + 1 ? {} : { number: point.number }),
      ...(point.presenter === '' ? {} : { presenter: point.presenter }),
      kind: point.kind,
      closing: point.closing,
      ...(approves.length === 0 ? {} : { approves }),
      ...(point.links.length === 0 ? {} : { links: [...point.links] }),
      ...(annexes.length === 0 ? {} : { annexes }),
    }
  })
}

function draftOf(source: SessionFileSource): SessionFile {
  const { body, record } = source
  const state = foldSession(record.plan, record.facts)
  const { session } = record.plan
  const people = writePeople(record.plan)
  const keyOf = (id: Session['signatureOrder'][number]) => required(people.keys.get(id), 'attendee')
  const written = writeRecord(state, people.lines, keyOf)
  const earlier = approvedSessions(source)
  const signing = new Set(record.plan.attendees.filter(({ signs }) => signs).map(({ id }) => id))
  const signatures = [...new Set(session.signatureOrder)].filter((id) => signing.has(id)).map(keyOf)
  const { type, ordinal, date, time, place, modality } = session
  const called = written.rollCall === time ? {} : { rollCall: written.rollCall }
  return {
    format: SESSION_FILE_FORMAT,
    version: SESSION_FILE_VERSION,
    ...(written.goesBack ? { clock: 'as-recorded' } : {}),
    body: bodyOf(body, state),
    seats: [...people.seats],
    people: [...people.people],
    ...(earlier.length === 0 ? {} : { earlierSessions: earlier.map(earlierOf) }),
    session: { type, ordinal, date, time, place, modality, ...called },
    attendance: [...written.lines],
    agenda: agendaOf(source, earlier),
    ...(signatures.length === 0 ? {} : { signatures }),
    record: [...written.record],
  }
}

/**
 * Writes a session in the documented format, from the facts that count, so that whoever reads the file has
 * the same session: it is read back before it is given. Refused when the format has no way to say it (two
 * people of one name, ballots withheld, texts over its limits).
 */
export function writeSessionFile(source: SessionFileSource): Result<SessionFile, NotExpressible> {
  if (source.record.plan.tallies) return err({ code: 'not-expressible', detail: 'Los votos no se nombran.' })
  const read = readSessionFile(JSON.stringify(draftOf(source)))
  if (read.ok) return ok(read.value)
  return err({ code: 'not-expressible', detail: read.error.map(formatProblem).join('; ') })
}
