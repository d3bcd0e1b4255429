import type { Body, BodyId } from '../../shared/domain/bodies'
import type { Membership, Person, Seat } from '../../shared/domain/people'
import type {
  Attendee,
  Fact,
  Overlay,
  Point,
  Session,
  SessionId,
  SessionPlan,
  SessionRecord,
} from '../../shared/domain/sessions'
import type { Store } from './store'

const MAX_SEQ = Number.MAX_SAFE_INTEGER
/** Sorts after every ISO date. */
const AFTER_ANY_DATE = '\uffff'

export async function listBodies(store: Store): Promise<readonly Body[]> {
  const bodies = await store.all('bodies')
  return [...bodies].sort((a, b) => a.name.localeCompare(b.name, 'es-MX'))
}

export async function getBody(store: Store, id: BodyId): Promise<Body | null> {
  return store.get('bodies', id)
}

/** Seats in the order of the attendance list. */
export async function listSeats(store: Store, bodyId: BodyId): Promise<readonly Seat[]> {
  const seats = await store.where('seats', 'bodyId', bodyId)
  return [...seats].sort((a, b) => a.order - b.order)
}

export async function listPersons(store: Store, bodyId: BodyId): Promise<readonly Person[]> {
  const persons = await store.where('persons', 'bodyId', bodyId)
  return [...persons].sort((a, b) => a.fullName.localeCompare(b.fullName, 'es-MX'))
}

export async function listMemberships(store: Store, bodyId: BodyId): Promise<readonly Membership[]> {
  return store.where('memberships', 'bodyId', bodyId)
}

/** Sessions of a body, newest first. */
export async function listSessions(store: Store, bodyId: BodyId): Promise<readonly Session[]> {
  const sessions = await store.between('sessions', '[bodyId+date]', [bodyId, ''], [bodyId, AFTER_ANY_DATE])
  return [...sessions].reverse()
}

export async function getSession(store: Store, id: SessionId): Promise<Session | null> {
  return store.get('sessions', id)
}

/** Attendance list in its order. */
export async function listAttendees(store: Store, sessionId: SessionId): Promise<readonly Attendee[]> {
  const attendees = await store.where('attendees', 'sessionId', sessionId)
  return [...attendees].sort((a, b) => a.order - b.order)
}

/** Agenda in its order. */
export async function listPoints(store: Store, sessionId: SessionId): Promise<readonly Point[]> {
  const points = await store.where('points', 'sessionId', sessionId)
  return [...points].sort((a, b) => a.order - b.order)
}

/** Every fact ever recorded in a session, corrections included, by sequence number. */
export async function listFacts(store: Store, sessionId: SessionId): Promise<readonly Fact[]> {
  return store.between('facts', '[sessionId+seq]', [sessionId, 0], [sessionId, MAX_SEQ])
}

export async function listOverlays(store: Store, sessionId: SessionId): Promise<readonly Overlay[]> {
  return store.where('overlays', 'sessionId', sessionId)
}

/** The session as prepared with the rules of its body; null when it does not exist. */
export async function getPlan(store: Store, sessionId: SessionId): Promise<SessionPlan | null> {
  const session = await getSession(store, sessionId)
  if (!session) return null
  const [body, attendees, points] = await Promise.all([
    getBody(store, session.bodyId),
    listAttendees(store, sessionId),
    listPoints(store, sessionId),
  ])
  return body ? { session, rules: body.rules, attendees, points } : null
}

/** The plan with every stored fact; null when the session does not exist. */
export async function getRecord(store: Store, sessionId: SessionId): Promise<SessionRecord | null> {
  const [plan, facts] = await Promise.all([getPlan(store, sessionId), listFacts(store, sessionId)])
  return plan ? { plan, facts } : null
}
