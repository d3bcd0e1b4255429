import type { Effects } from '../../lib/effects'
import { capitalize, joinSpanish, ordinalWord } from '../../lib/spanish'
import { longDay } from '../../lib/spanish-date'
import type { Body } from '../bodies'
import type { PastedPoint } from './agenda-paste'
import { allowsGeneralMatters, proposeClosing, proposeKind } from './agenda-rules'
import { foldSession } from './fold'
import { pointIdSchema, type SessionId } from './ids'
import { type Point, pointSchema } from './point'
import { decidingVote } from './queries'
import type { Session } from './session'
import type { SessionRecord } from './state'

/** Who presents what the Secretaría Técnica brings to the table (000, points 1 to 3). */
export const SECRETARIAT_PRESENTER = 'Secretaría Técnica'

/** Why a point is proposed; the screen says it beside the point. */
export type ProposalReason = 'every-session' | 'awaiting-minutas' | 'earlier-session' | 'ordinary-session'

/** A point proposed for a new agenda: a suggestion, never forced. */
export interface ProposedPoint extends PastedPoint {
  readonly reason: ProposalReason
  readonly approvesSessions: readonly SessionId[]
}

/** How sessions compare in time: negative when `a` comes first. */
export function compareSessions(a: Session, b: Session): number {
  return `${a.date}T${a.time}`.localeCompare(`${b.date}T${b.time}`)
}

/** Whether a session of the same body came before another. */
function isEarlier(other: Session, session: Session): boolean {
  return other.bodyId === session.bodyId && other.id !== session.id && compareSessions(other, session) <= 0
}

/**
 * Which session approved each minuta. Nothing is stored for it: a point about earlier minutas that names
 * the session was voted, and the vote approved it (domain O2, R4).
 */
export function minutaApprovals(records: readonly SessionRecord[]): ReadonlyMap<SessionId, Session> {
  const pairs = records.flatMap(({ plan, facts }) => {
    const naming = plan.points.filter((point) => point.approvesSessions.length > 0)
    if (naming.length === 0) return []
    const state = foldSession(plan, facts)
    return naming
      .filter((point) => point.kind === 'prior-minutes')
      .filter((point) => decidingVote(state, point.id)?.result.kind === 'approved')
      .flatMap((point) => point.approvesSessions.map((id) => [id, plan.session] as const))
  })
  return new Map(pairs)
}

/** Sessions whose minuta was approved in another one. */
export function approvedMinutas(records: readonly SessionRecord[]): ReadonlySet<SessionId> {
  return new Set(minutaApprovals(records).keys())
}

/**
 * Sessions that ended before the given one and whose minuta nobody approved yet, oldest first. A
 * session that was prepared but never held has no minuta to approve.
 */
export function awaitingMinutas(session: Session, records: readonly SessionRecord[]): readonly Session[] {
  const approved = approvedMinutas(records)
  return records
    .filter(({ plan }) => isEarlier(plan.session, session) && !approved.has(plan.session.id))
    .filter((record) => foldSession(record.plan, record.facts).phase === 'closed')
    .map((record) => record.plan.session)
    .sort(compareSessions)
}

/** A session as titles name it: "Primera Sesión Ordinaria del 21 de junio de 2017". */
export function sessionInTitle(session: Session): string {
  const ordinal = session.ordinal === null ? [] : ordinalWord(session.ordinal, 'f').split(' ')
  const name = [...ordinal, 'sesión', session.type].map(capitalize).join(' ')
  return `${name} del ${longDay(session.date)}`
}

/** Title of the point that puts earlier minutas to approval, all in one point (000, point 2). */
export function priorMinutesTitle(sessions: readonly Session[]): string {
  const what = sessions.length === 1 ? 'la minuta' : 'las minutas'
  const names = [...sessions].sort(compareSessions).map((session) => `la ${sessionInTitle(session)}`)
  return `Presentación y, en su caso, aprobación de ${what} de ${joinSpanish(names)}`
}

/** "del Comité", "de la Comisión": the body after "de", by its short name with or without article. */
function ofBody(body: Pick<Body, 'shortName' | 'gender'>): string {
  const name = body.shortName.replace(/^(el|la)\s+/i, '')
  return `${body.gender === 'f' ? 'de la' : 'del'} ${name}`
}

function propose(
  title: string,
  presenter: string,
  reason: ProposalReason,
  approvesSessions: readonly SessionId[] = [],
): ProposedPoint {
  return {
    title,
    presenter,
    kind: proposeKind(title),
    closing: proposeClosing(title),
    links: [],
    reason,
    approvesSessions,
  }
}

/**
 * Points proposed for a new session: in an ordinary one the agenda, the minutas awaiting approval, the
 * follow-up report when there was an earlier session, and general matters (domain O1 to O3); in an
 * extraordinary one only the agenda (001).
 */
export function proposeAgenda(
  session: Session,
  body: Pick<Body, 'shortName' | 'gender'>,
  records: readonly SessionRecord[],
): readonly ProposedPoint[] {
  const agenda = propose(
    'Presentación y, en su caso, aprobación del Orden del Día',
    SECRETARIAT_PRESENTER,
    'every-session',
  )
  if (!allowsGeneralMatters(session.type)) return [agenda]
  const awaiting = awaitingMinutas(session, records)
  const minutas = propose(
    priorMinutesTitle(awaiting),
    SECRETARIAT_PRESENTER,
    'awaiting-minutas',
    awaiting.map((earlier) => earlier.id),
  )
  const followUp = propose(
    `Presentación del informe sobre el Seguimiento de Acuerdos ${ofBody(body)}`,
    SECRETARIAT_PRESENTER,
    'earlier-session',
  )
  const hasEarlier = records.some(({ plan }) => isEarlier(plan.session, session))
  return [
    agenda,
    ...(awaiting.length > 0 ? [minutas] : []),
    ...(hasEarlier ? [followUp] : []),
    propose('Asuntos generales', '', 'ordinary-session'),
  ]
}

/** New rows for points read or proposed; their order and number are those of the list given. */
export function makePoints(
  session: Pick<Session, 'id'>,
  points: readonly (PastedPoint & { readonly approvesSessions?: readonly SessionId[] })[],
  effects: Pick<Effects, 'newId'>,
): readonly Point[] {
  return points.map((point, index) =>
    pointSchema.parse({
      id: pointIdSchema.parse(effects.newId()),
      sessionId: session.id,
      order: index,
      number: index + 1,
      title: point.title,
      presenter: point.presenter,
      kind: point.kind,
      closing: point.closing,
      approvesSessions: point.approvesSessions ?? [],
      links: point.links,
      attachments: [],
    }),
  )
}
