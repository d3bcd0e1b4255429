import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { STATE_LABELS } from '../../domain/follow-up'
import type { OutlineEntry } from '../../domain/packets'
import { longDay } from '../../lib/spanish-date'
import { VIEW_MODALITY, VIEW_OPTION, VIEW_PHASE, VIEW_PRESENCE } from './labels'
import type {
  PacketView,
  ViewAttendee,
  ViewDocument,
  ViewFile,
  ViewItem,
  ViewPoint,
  ViewSession,
  ViewVote,
} from './packet-view'

const LABEL_LENGTH = 500
const TEXT_LENGTH = 4_000

/** Names a thing of a packet for good: two versions speak of the same thing when this is the same. */
export function outlineKey(entry: Pick<OutlineEntry, 'kind' | 'id'>): string {
  return `${entry.kind}:${entry.id}`
}

/** Cut without leaving half a character behind. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

function entry(
  kind: OutlineEntry['kind'],
  id: string,
  label: string,
  lines: readonly string[],
  shown: unknown,
): OutlineEntry {
  return {
    kind,
    id,
    label: cut(label, LABEL_LENGTH),
    text: cut(lines.filter((line) => line !== '').join('\n'), TEXT_LENGTH),
    digest: bytesToHex(sha256(utf8ToBytes(JSON.stringify(shown)))),
  }
}

function paragraphsOf(session: ViewSession, pointId: string | null): readonly string[] {
  return session.minuta.filter((paragraph) => paragraph.pointId === pointId).map(({ text }) => text)
}

function sessionEntry(session: ViewSession): OutlineEntry {
  const { attendees: _, points: __, minuta: ___, ...shown } = session
  const prose = paragraphsOf(session, null)
  const { quorum } = session
  const lines = [
    `${longDay(session.date)}, ${session.time} horas`,
    session.place,
    `${VIEW_MODALITY[session.modality]}, ${VIEW_PHASE[session.phase]}`,
    quorum === null ? '' : `Quórum: ${quorum.present} presentes de ${quorum.required} requeridos`,
    ...prose,
  ]
  return entry('session', session.id, session.title, lines, [shown, prose])
}

function attendanceLine(attendee: ViewAttendee): string {
  const status = attendee.status === null ? 'sin pasar lista' : VIEW_PRESENCE[attendee.status]
  return `${attendee.fullName}, ${attendee.charge}: ${status}${attendee.remote ? ', a distancia' : ''}`
}

function pointEntry(session: ViewSession, point: ViewPoint): OutlineEntry {
  const { annexes: _, votes: __, agreements: ___, ...shown } = point
  const prose = paragraphsOf(session, point.id)
  const presenter = point.presenter === '' ? '' : `Presenta: ${point.presenter}`
  const lines = [presenter, point.outcome, ...point.links, ...prose]
  return entry('point', point.id, `Punto ${point.number}. ${point.title}`, lines, [shown, prose])
}

function annexEntry(point: ViewPoint, annex: ViewFile): OutlineEntry {
  const { path: _, ...shown } = annex
  const lines = [`${annex.size} bytes`, `SHA-256 ${annex.sha256}`]
  return entry('annex', annex.id, `Anexo del punto ${point.number}: ${annex.name}`, lines, shown)
}

function voteEntry(session: ViewSession, point: ViewPoint, vote: ViewVote): OutlineEntry {
  const names = new Map(session.attendees.map((attendee) => [attendee.id, attendee.fullName]))
  const ballots = (vote.ballots ?? []).map(
    ({ attendeeId, option }) => `${names.get(attendeeId) ?? ''}: ${VIEW_OPTION[option]}`,
  )
  const label = `Votación del punto ${point.number}${vote.subject === null ? '' : `: ${vote.subject}`}`
  return entry('vote', vote.id, label, [vote.sentence, ...ballots], [vote, ballots])
}

function itemEntry(item: ViewItem): OutlineEntry {
  const { pointId: _, ...shown } = item
  const lines = [
    item.text === item.title ? '' : item.text,
    `Estado: ${STATE_LABELS[item.state]}`,
    item.due === null ? '' : `Vence: ${longDay(item.due)}`,
    item.term,
    item.responsible.length === 0 ? '' : `Responsables: ${item.responsible.join(', ')}`,
    item.lastUpdate,
  ]
  return entry('item', item.id, `${item.code} ${item.title}`, lines, shown)
}

function documentEntry(document: ViewDocument): OutlineEntry {
  const files = document.files.map(({ name, size, sha256: hash }) => ({ name, size, hash }))
  return entry(
    'document',
    document.kind,
    document.title,
    files.map(({ name, hash }) => `${name}: SHA-256 ${hash}`),
    files,
  )
}

function sessionEntries(session: ViewSession): readonly OutlineEntry[] {
  const attendance = entry(
    'attendance',
    session.id,
    'Asistencia',
    session.attendees.map(attendanceLine),
    session.attendees,
  )
  return [
    sessionEntry(session),
    attendance,
    ...session.points.flatMap((point) => [
      pointEntry(session, point),
      ...point.annexes.map((annex) => annexEntry(point, annex)),
      ...point.votes.map((vote) => voteEntry(session, point, vote)),
      ...point.agreements.map((agreement) => {
        const number = agreement.number === null ? '' : ` ${agreement.number}`
        return entry('agreement', agreement.id, `Acuerdo${number}`, [agreement.text], agreement)
      }),
    ]),
  ]
}

/**
 * What every thing of a packet says, in the order of the reader page: kept with the packet, it tells the
 * next version what changed, and its digests tell a member's note that its thing is not as it was. The
 * combined PDF is no entry: it changes whenever anything does.
 */
export function outlineOf(view: Omit<PacketView, 'changes'>): readonly OutlineEntry[] {
  const { session, sessions, documents, items } = view
  return [
    ...(session === null ? [] : sessionEntries(session)),
    ...sessions.map((one) => entry('session', one.id, one.title, [longDay(one.date)], one)),
    ...documents.filter(({ kind }) => kind !== 'combined').map(documentEntry),
    ...items.map(itemEntry),
  ]
}
