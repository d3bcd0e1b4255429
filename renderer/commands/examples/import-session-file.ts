import type { BodyId } from '../../../shared/domain/bodies'
import { revisionOf } from '../../../shared/domain/follow-up'
import type { Seat } from '../../../shared/domain/people'
import { type Session, type SessionId, sessionName } from '../../../shared/domain/sessions'
import type { Change } from '../../../shared/journal'
import { err, ok, type Result } from '../../../shared/lib/result'
import { foldText } from '../../../shared/lib/spanish'
import {
  type ExistingRows,
  type FileProblem,
  NOTHING_STORED,
  type PlannedSession,
  planSessionFile,
  readSessionFile,
  type SessionFile,
  type SessionFileSummary,
  summarizeSessionFile,
} from '../../../shared/session-file'
import { eventsOfItems, findItem } from '../../data/follow-up'
import { listBodies, listMemberships, listPersons, listSeats, listSessions } from '../../data/repositories'
import type { Store } from '../../data/store'
import type { AppendFailure } from '../../platform/desktop'
import { insert } from '../changes'
import { type Committed, commit } from '../commit'
import type { CommandDeps } from '../deps'

/** The body and the session that a file became. */
export interface ImportedSession {
  readonly bodyId: BodyId
  readonly sessionId: SessionId
}

/** Why a session file was not stored; either way nothing has changed. */
export type ImportFailure =
  | { readonly kind: 'file'; readonly problems: readonly FileProblem[] }
  | { readonly kind: 'save'; readonly failure: AppendFailure }

/** The items that a file reviews, as they stand in the follow-up; those that are not there are left out. */
async function reviewedItems(
  store: Store,
  bodyId: BodyId,
  file: SessionFile,
): Promise<ExistingRows['items']> {
  const codes = new Set(file.record.flatMap((step) => (step.do === 'review' ? [step.item] : [])))
  const found = await Promise.all([...codes].map((code) => findItem(store, bodyId, code)))
  const items = found.filter((item) => item !== null)
  const stories = await eventsOfItems(
    store,
    items.map(({ id }) => id),
  )
  return items.map(({ id, code }) => ({ id, code, revision: revisionOf(stories.get(id) ?? []) }))
}

/** What is stored of the body with the acronym of the file; nothing when there is none. */
export async function storedFor(store: Store, file: SessionFile): Promise<ExistingRows> {
  const bodies = await listBodies(store)
  const body = bodies.find((stored) => foldText(stored.acronym) === foldText(file.body.acronym))
  if (!body) return NOTHING_STORED
  const [seats, persons, memberships, sessions, items] = await Promise.all([
    listSeats(store, body.id),
    listPersons(store, body.id),
    listMemberships(store, body.id),
    listSessions(store, body.id),
    reviewedItems(store, body.id, file),
  ])
  return { bodies: [body], seats, persons, memberships, sessions, items }
}

function changesOf(planned: PlannedSession): readonly Change[] {
  return [
    ...planned.bodies.map((row) => insert('bodies', row)),
    ...planned.seats.map((row) => insert('seats', row)),
    ...planned.persons.map((row) => insert('persons', row)),
    ...planned.memberships.map((row) => insert('memberships', row)),
    ...planned.sessions.map((row) => insert('sessions', row)),
    ...planned.attendees.map((row) => insert('attendees', row)),
    ...planned.points.map((row) => insert('points', row)),
    ...planned.facts.map((row) => insert('facts', row)),
  ]
}

/** The body of a file with everything of it that will be stored: what was there and what the file adds. */
export interface ImportedBody {
  readonly bodyId: BodyId
  readonly seats: readonly Seat[]
  readonly sessions: readonly Session[]
}

/** A session file that was taken in, with the change set that one undo takes back. */
export interface StoredSession extends ImportedSession, Committed {}

/**
 * Stores a session file that was read, in one change set: with the directory it lacks, the earlier
 * sessions it names, its agenda and its facts. A body with the same acronym is used again. `also` adds
 * changes that belong to the same import.
 */
export async function storeSessionFile(
  deps: CommandDeps,
  file: SessionFile,
  also: (imported: ImportedBody) => readonly Change[] = () => [],
): Promise<Result<StoredSession, ImportFailure>> {
  const existing = await storedFor(deps.store, file)
  const planned = planSessionFile(file, existing, deps.effects)
  if (!planned.ok) return err({ kind: 'file', problems: planned.error })
  const { body, session, seats, sessions } = planned.value
  const extra = also({
    bodyId: body.id,
    seats: [...existing.seats, ...seats],
    sessions: [...existing.sessions, ...sessions],
  })
  const label = `Importar la ${sessionName(session)} del ${session.date}, ${body.acronym}`
  const stored = await commit(deps, { label, changes: [...changesOf(planned.value), ...extra] })
  return stored.ok
    ? ok({ bodyId: body.id, sessionId: session.id, ...stored.value })
    : err({ kind: 'save', failure: stored.error })
}

/** Reads the text of a session file and stores it; everything is checked before anything is written. */
export async function importSessionFile(
  deps: CommandDeps,
  text: string,
): Promise<Result<StoredSession, ImportFailure>> {
  const read = readSessionFile(text)
  return read.ok ? storeSessionFile(deps, read.value) : err({ kind: 'file', problems: read.error })
}

/** A session file that can be taken in, and what that would do. */
export interface SessionPreview {
  readonly file: SessionFile
  readonly summary: SessionFileSummary
}

/** Reads the text of a session file against what is stored, and writes nothing. */
export async function previewSessionFile(
  deps: Pick<CommandDeps, 'store' | 'effects'>,
  text: string,
): Promise<Result<SessionPreview, readonly FileProblem[]>> {
  const read = readSessionFile(text)
  if (!read.ok) return read
  const file = read.value
  const planned = planSessionFile(file, await storedFor(deps.store, file), deps.effects)
  return planned.ok ? ok({ file, summary: summarizeSessionFile(file, planned.value) }) : planned
}
