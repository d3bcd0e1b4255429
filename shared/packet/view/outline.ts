import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { STATE_LABELS } from '../../domain/follow-up'
import { MAX_OUTLINE, type OutlineEntry, type Packet } from '../../domain/packets'
import { PRESENCE_WORDS } from '../../domain/sessions'
import { capitalize } from '../../lib/spanish'
import { longDay } from '../../lib/spanish-date'
import { utf8 } from '../../outputs'
import type {
  PacketChanges,
  PacketView,
  ViewAttendee,
  ViewDocument,
  ViewFile,
  ViewItem,
  ViewPoint,
  ViewSession,
} from './packet-view'

const LONGEST_LABEL = 500
const LONGEST_TEXT = 4_000

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/** An entry whose digest covers everything that is seen, also what its text has no room for. */
function entry(
  kind: OutlineEntry['kind'],
  id: string,
  label: string,
  text: string,
  seen: unknown,
): OutlineEntry {
  const digest = bytesToHex(sha256(utf8(JSON.stringify(seen))))
  return { kind, id, label: cut(label, LONGEST_LABEL), text: cut(text, LONGEST_TEXT), digest }
}

function lines(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n')
}

const PHASE_WORDS: Readonly<Record<ViewSession['phase'], string>> = {
  before: 'Por celebrarse',
  'in-session': 'En curso',
  recess: 'En receso',
  closed: 'Concluida',
}

function sessionEntry(session: ViewSession): OutlineEntry {
  const { id, title, date, time, place, modality, phase, openedAt, closedAt, quorum } = session
  const told = session.minuta.filter(({ pointId }) => pointId === null).map(({ text }) => text)
  const text = lines(
    `${capitalize(longDay(date))}, ${time} horas`,
    [place, modality].filter((part) => part !== '').join(', '),
    PHASE_WORDS[phase],
    ...told,
  )
  const seen = [title, date, time, place, modality, phase, openedAt, closedAt, quorum, told]
  return entry('session', `session:${id}`, title, text, seen)
}

function attendeeEntry(attendee: ViewAttendee): OutlineEntry {
  const status = PRESENCE_WORDS[attendee.status ?? 'not-called']
  const text = `${attendee.charge}. ${capitalize(status)}${attendee.remote ? ', a distancia' : ''}.`
  const name = `${attendee.honorificShort} ${attendee.fullName}`.trim()
  return entry('attendance', `attendance:${attendee.id}`, name, text, attendee)
}

function fileEntry(point: ViewPoint, file: ViewFile): OutlineEntry {
  const text = `Anexo del punto ${point.number}, ${file.size} bytes`
  return entry('annex', file.id, file.name, text, [file.name, file.mediaType, file.size, file.sha256])
}

function pointEntries(point: ViewPoint, session: ViewSession): readonly OutlineEntry[] {
  const { id, number, title, presenter, outcome, links } = point
  const told = session.minuta.filter(({ pointId }) => pointId === id).map(({ text }) => text)
  const own = entry(
    'point',
    `point:${id}`,
    `Punto ${number}: ${title}`,
    lines(outcome, presenter === '' ? '' : `Presenta: ${presenter}`, ...links, ...told),
    [number, title, presenter, outcome, links, told],
  )
  const votes = point.votes.map((vote) => {
    const label = `Punto ${number}, ${vote.round === 1 ? 'votación' : `votación ${vote.round}`}`
    return entry('vote', `vote:${vote.id}`, label, vote.sentence, vote)
  })
  const agreements = point.agreements.map((agreement) => {
    const label = agreement.number === null ? `Acuerdo del punto ${number}` : `Acuerdo ${agreement.number}`
    return entry('agreement', `agreement:${agreement.id}`, label, agreement.text, agreement)
  })
  return [own, ...point.annexes.map((file) => fileEntry(point, file)), ...votes, ...agreements]
}

function itemEntry(item: ViewItem): OutlineEntry {
  const { pointId: _pointId, ...seen } = item
  const text = lines(
    capitalize(STATE_LABELS[item.state]),
    item.due === null ? item.term : `Vence el ${longDay(item.due)}`,
    item.responsible.join(', '),
    item.lastUpdate,
  )
  return entry('item', `item:${item.id}`, `${item.code}: ${item.title}`, text, seen)
}

/**
 * A document counts as the same while it is there in the same formats: what it says is drawn from the rest
 * of the view, whose entries tell what changed, and its bytes carry the mark of the register besides.
 */
function documentEntry(document: ViewDocument): OutlineEntry {
  const formats = document.files.map(({ mediaType }) => mediaType)
  const names = document.files.map(({ name }) => name).join(', ')
  return entry('document', `document:${document.kind}`, document.title, names, [document.title, formats])
}

/**
 * What a view says, one entry for each thing that a reader would miss or find changed; of more than can be
 * remembered of a packet, the first.
 */
export function outlineOf(view: Omit<PacketView, 'changes'>): readonly OutlineEntry[] {
  const { session } = view
  const ofSession =
    session === null
      ? []
      : [
          sessionEntry(session),
          ...session.attendees.map(attendeeEntry),
          ...session.points.flatMap((point) => pointEntries(point, session)),
        ]
  const items = view.items.slice(0, MAX_OUTLINE).map(itemEntry)
  return [...ofSession, ...items, ...view.documents.map(documentEntry)].slice(0, MAX_OUTLINE)
}

/** What is different in an outline since that of an earlier packet. Order alone is no difference. */
export function changesBetween(
  before: Pick<Packet, 'version' | 'madeAt' | 'outline'>,
  after: readonly OutlineEntry[],
): PacketChanges {
  const old = new Map(before.outline.map((entry) => [entry.id, entry]))
  const now = new Set(after.map(({ id }) => id))
  return {
    sinceVersion: before.version,
    sinceMadeAt: before.madeAt,
    added: after.filter(({ id }) => !old.has(id)),
    removed: before.outline.filter(({ id }) => !now.has(id)),
    changed: after.flatMap((entry) => {
      const was = old.get(entry.id)
      return was !== undefined && was.digest !== entry.digest ? [{ before: was, after: entry }] : []
    }),
  }
}

/** Stands for the digest of what is no longer said: one of a short text could be guessed from. */
const NO_DIGEST = '0'.repeat(64)

/** What a thing is called without saying what it said. */
function plainLabel({ kind, label, text }: OutlineEntry): string {
  switch (kind) {
    case 'point':
    case 'item':
      return label.split(': ')[0] ?? ''
    case 'annex':
      return text.split(',')[0] ?? ''
    case 'attendance':
      return 'Una persona de la lista'
    case 'session':
    case 'vote':
    case 'agreement':
    case 'document':
      return label
  }
}

/** Of an earlier text, the lines that are still said. */
function stillSaid(before: string, after: string): string {
  const said = new Set(after.split('\n'))
  return lines(...before.split('\n').filter((line) => said.has(line)))
}

/**
 * The same differences without a word of what the earlier version said and this one does not: what was taken
 * out of a public packet, or corrected in it, may have been so because it should never have been public.
 */
export function withoutEarlierWords(changes: PacketChanges): PacketChanges {
  return {
    ...changes,
    removed: changes.removed.map((entry) => ({
      ...entry,
      label: plainLabel(entry),
      text: '',
      digest: NO_DIGEST,
    })),
    changed: changes.changed.map(({ before, after }) => ({
      before: {
        ...before,
        label: after.label,
        text: stillSaid(before.text, after.text),
        digest: NO_DIGEST,
      },
      after,
    })),
  }
}
