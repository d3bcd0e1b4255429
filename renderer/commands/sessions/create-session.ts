import type { Body } from '../../../shared/domain/bodies'
import { proposeAttendees } from '../../../shared/domain/people/convene'
import {
  makePoints,
  type ProposedPoint,
  readSessionDraft,
  type SessionDraft,
  type SessionId,
  sessionIdSchema,
  sessionSchema,
  sessionTitle,
} from '../../../shared/domain/sessions'
import { err, ok, type Result } from '../../../shared/lib/result'
import { listMemberships, listPersons, listSeats, listSessions } from '../../data/repositories'
import { insert } from '../changes'
import { type Committed, commit } from '../commit'
import type { CommandDeps } from '../deps'
import type { EditFailure } from './failures'

export interface NewSession {
  readonly body: Body
  readonly draft: SessionDraft
  /** The points left ticked in the proposal; an agenda without points is refused. */
  readonly points: readonly ProposedPoint[]
}

export interface CreatedSession {
  readonly sessionId: SessionId
  readonly called: number
  readonly committed: Committed
}

/**
 * Makes a session with its proposed agenda and the attendance list called from the directory, all in
 * one change set, so that it is there whole or not at all.
 */
export async function createSession(
  deps: CommandDeps,
  { body, draft, points }: NewSession,
): Promise<Result<CreatedSession, EditFailure>> {
  const { store, effects } = deps
  const read = readSessionDraft(draft, await listSessions(store, body.id))
  if (!read.ok) return err({ kind: 'fields', problems: read.error })
  if (points.length === 0) return err({ kind: 'agenda-empty' })
  const session = sessionSchema.parse({
    ...read.value,
    id: sessionIdSchema.parse(effects.newId()),
    bodyId: body.id,
    signatureOrder: [],
  })
  const [seats, memberships, persons] = await Promise.all([
    listSeats(store, body.id),
    listMemberships(store, body.id),
    listPersons(store, body.id),
  ])
  const attendees = proposeAttendees(session, seats, memberships, persons, effects)
  const stored = await commit(deps, {
    label: `Crear ${sessionTitle(session).toLocaleLowerCase('es-MX')}`,
    changes: [
      insert('sessions', session),
      ...attendees.map((attendee) => insert('attendees', attendee)),
      ...makePoints(session, points, effects).map((point) => insert('points', point)),
    ],
  })
  if (!stored.ok) return err({ kind: 'not-saved', failure: stored.error })
  return ok({ sessionId: session.id, called: attendees.length, committed: stored.value })
}
