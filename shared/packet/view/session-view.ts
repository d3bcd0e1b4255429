import { buildMinuta, type MinutaParagraph } from '../../documents'
import {
  type Attendee,
  foldSession,
  type PointId,
  type SessionRecord,
  type SessionState,
  sessionTitle,
} from '../../domain/sessions'
import { wallClock } from '../../lib/iso-date'
import { planAnnexes } from '../annexes'
import { viewMinuta } from './minuta-view'
import type { ViewAttendee, ViewFile, ViewSession } from './packet-view'
import { viewPoints } from './point-view'
import type { ViewHeading, ViewOptions, ViewSource } from './view-source'

function viewAttendee(attendee: Attendee, state: SessionState): ViewAttendee {
  const presence = state.presence.get(attendee.id)
  const { id, personId, seatId, fullName, honorificShort, gender, charge, areaName, areaAcronym } = attendee
  return {
    id,
    personId,
    seatId,
    fullName,
    honorificShort,
    gender,
    charge,
    areaName,
    areaAcronym,
    role: attendee.role,
    hasVote: attendee.hasVote,
    status: presence === undefined || presence.status === 'not-called' ? null : presence.status,
    remote: presence?.remote ?? false,
  }
}

/** Annexes of each point as the reader finds them. */
function viewAnnexes(record: SessionRecord): ReadonlyMap<PointId, readonly ViewFile[]> {
  const byPoint = new Map<PointId, ViewFile[]>()
  for (const { id, pointId, ref, file } of planAnnexes(record.plan.points)) {
    const files = byPoint.get(pointId) ?? []
    files.push({ id, path: file.path, ...ref })
    byPoint.set(pointId, files)
  }
  return byPoint
}

/** What the minuta says of each vote. */
function voteSentences(paragraphs: readonly MinutaParagraph[]): ReadonlyMap<string, string> {
  return new Map(
    paragraphs
      .filter(({ anchor }) => anchor.startsWith('vote:'))
      .map(({ anchor, text, generated }) => [anchor.slice('vote:'.length), text === '' ? generated : text]),
  )
}

/** The session as the packet shows it, from rows that the audience may see. */
export function viewSession(
  source: ViewSource,
  record: SessionRecord,
  options: ViewOptions,
  heading: ViewHeading,
): ViewSession {
  const state = foldSession(record.plan, record.facts)
  const { session } = record.plan
  const minuta = buildMinuta({
    body: source.body,
    state,
    overlays: source.overlays.filter(({ sessionId }) => sessionId === session.id),
    previousSessions: source.sessions,
    headHash: heading.headHash,
    generatedOn: wallClock(heading.madeAt, source.body.timeZone).date,
  })
  const quorum = state.quorumVerified
  return {
    id: session.id,
    title: sessionTitle(session),
    type: session.type,
    ordinal: session.ordinal,
    date: session.date,
    time: session.time,
    place: session.place,
    modality: session.modality,
    phase: state.phase,
    openedAt: state.openedAt,
    closedAt: state.closedAt,
    quorum: quorum === null ? null : { present: quorum.present, required: quorum.required },
    attendees: state.plan.attendees.map((attendee) => viewAttendee(attendee, state)),
    points: viewPoints({
      state,
      sentences: voteSentences(minuta.paragraphs),
      annexes: options.include.annexes ? viewAnnexes(record) : new Map(),
    }),
    minuta: options.include.minuta && state.phase !== 'before' ? viewMinuta(minuta) : [],
  }
}
