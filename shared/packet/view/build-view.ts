import { sessionTitle } from '../../domain/sessions'
import { err, ok, type Result } from '../../lib/result'
import { PACKET_LAYOUT_VERSION } from '../layout'
import { tellsItemNotes } from './detail'
import { viewItems } from './item-view'
import { changesBetween, outlineOf } from './outline'
import type { PacketView } from './packet-view'
import { viewSession } from './session-view'
import type { ViewHeading, ViewOptions, ViewRefusal, ViewSource } from './view-source'

/** Sessions of a body by date, without those kept only so that others can name them. */
function sessionList(source: ViewSource): PacketView['sessions'] {
  return source.sessions
    .filter((session) => !session.antecedent)
    .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1))
    .map((session) => ({ id: session.id, title: sessionTitle(session), date: session.date }))
}

function viewBody({ body }: ViewSource): PacketView['body'] {
  const { id, name, shortName, acronym, institution, gender, timeZone } = body
  return { id, name, shortName, acronym, institution, gender, timeZone }
}

/**
 * Draws the view of a packet: what the audience gets of the session and its follow-up, and what changed
 * since the packet before. Pure: the same rows and heading give the same view. Refused for the public
 * while the session has not been closed.
 */
export function buildView(
  source: ViewSource,
  options: ViewOptions,
  heading: ViewHeading,
): Result<PacketView, ViewRefusal> {
  const { record } = source
  const session = record === null ? null : viewSession(source, record, options, heading)
  if (options.audience === 'public' && session?.phase !== 'closed') return err({ code: 'draft-not-public' })
  const { previous, packetId, version, madeAt, headSeq, headHash } = heading
  const items = options.include.followUp
    ? viewItems(source, {
        sessionId: record?.plan.session.id ?? null,
        notes: tellsItemNotes(options),
      })
    : []
  const view: PacketView = {
    layout: PACKET_LAYOUT_VERSION,
    packetId,
    version,
    audience: options.audience,
    madeAt,
    headSeq,
    headHash,
    body: viewBody(source),
    session,
    sessions: record === null ? sessionList(source) : [],
    documents: source.documents,
    items,
    changes: null,
  }
  return ok({ ...view, changes: previous === null ? null : changesBetween(previous, outlineOf(view)) })
}
