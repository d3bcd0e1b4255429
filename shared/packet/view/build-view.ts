import { sessionTitle } from '../../domain/sessions'
import { required } from '../../lib/assert'
import { err, ok, type Result } from '../../lib/result'
import { PACKET_LAYOUT_VERSION } from '../layout'
import {
  filterOverlays,
  filterRecord,
  filterRow,
  filterRows,
  type PolicyOptions,
  withheldFields,
} from '../policy'
import { viewItems } from './item-view'
import { changesBetween, outlineOf, withoutEarlierWords } from './outline'
import type { PacketView } from './packet-view'
import { viewSession } from './session-view'
import type { PreviousPacket, ViewHeading, ViewOptions, ViewRefusal, ViewSource } from './view-source'

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

/** The rows as the audience may see them; see `FIELD_POLICY`. */
function allowed(source: ViewSource, options: ViewOptions): Result<ViewSource, ViewRefusal> {
  const { audience } = options
  const choice = policyOptionsOf(options)
  const record = source.record === null ? ok(null) : filterRecord(source.record, audience, choice)
  if (!record.ok || (audience === 'public' && record.value === null)) return err({ code: 'draft-not-public' })
  return ok({
    ...source,
    body: required(filterRow('bodies', source.body, audience, choice), 'body of a packet'),
    record: record.value,
    overlays: filterOverlays(source.overlays, audience, choice),
    sessions: filterRows('sessions', source.sessions, audience, choice),
    items: filterRows('items', source.items, audience, choice),
    events: filterRows('itemEvents', source.events, audience, choice),
    closedDays: filterRows('closedDays', source.closedDays, audience, choice),
  })
}

/** What the policy asks besides the audience. */
export function policyOptionsOf({ votes }: Pick<ViewOptions, 'votes'>): PolicyOptions {
  return { namedVotes: votes === 'names' }
}

/**
 * Whether a packet may tell what changed since an earlier one of its audience. What changed repeats what the
 * earlier one said: with totals for the public, that one must not have said who voted what.
 */
export function mayCompare(
  { namedVotes }: Pick<PreviousPacket, 'namedVotes'>,
  { audience, votes }: Pick<ViewOptions, 'audience' | 'votes'>,
): boolean {
  return audience !== 'public' || votes === 'names' || namedVotes === false
}

/**
 * Draws the view of a packet: what the audience gets of the session and its follow-up, and what changed
 * since the packet before. Pure: the same rows and heading give the same view. Refused for the public
 * while the session has not been closed.
 */
export function buildView(
  given: ViewSource,
  options: ViewOptions,
  heading: ViewHeading,
): Result<PacketView, ViewRefusal> {
  const filtered = allowed(given, options)
  if (!filtered.ok) return filtered
  const source = filtered.value
  const { record } = source
  const session = record === null ? null : viewSession(source, record, options, heading)
  const { packetId, version, madeAt, headSeq, headHash } = heading
  const previous =
    heading.previous !== null && mayCompare(heading.previous, options) ? heading.previous : null
  const bare = withheldFields('itemEvents', options.audience, policyOptionsOf(options)).includes('note')
  const sessionId = record?.plan.session.id ?? null
  const items = options.include.followUp ? viewItems(source, { sessionId, notes: !bare }) : []
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
  if (previous === null) return ok(view)
  const changes = changesBetween(previous, outlineOf(view))
  return ok({ ...view, changes: options.audience === 'public' ? withoutEarlierWords(changes) : changes })
}
