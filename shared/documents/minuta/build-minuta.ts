import type { Body } from '../../domain/bodies'
import {
  type Attendee,
  type Overlay,
  type Session,
  type SessionState,
  sessionName,
} from '../../domain/sessions'
import type { IsoDate } from '../../lib/iso-date'
import type { Block, DocTree, LeafBlock } from '../doc-tree'
import { cleanLine, longDate } from '../spanish'
import { attendanceNotes, attendanceRows, attendedOf } from './attendance'
import { developmentOf, sectionHeading } from './development'
import { type MinutaParagraph, orphanOverlays, withOverlays } from './minuta-paragraph'
import { type MinutaWarning, minutaWarnings } from './minuta-warnings'
import { replay } from './replay'
import { minutaTitle } from './session-prose'
import { signatoriesOf, signatureSheet } from './signature-sheet'
import { textBlocks } from './text-blocks'

/** Everything a minuta is made from. */
export interface MinutaInput {
  readonly body: Body
  readonly state: SessionState
  readonly overlays: readonly Overlay[]
  /** Sessions of the body, for naming the minutas that a point approves. */
  readonly previousSessions: readonly Session[]
  /** Head hash of the journal, 64 hex digits; null when it is not known now. */
  readonly headHash: string | null
  /** Day on which the document is made. */
  readonly generatedOn: IsoDate
}

/** A minuta: the tree that screen, DOCX and PDF draw, and what can be rewritten in it. */
export interface Minuta {
  readonly tree: DocTree
  /** Passages in the order in which they are printed. */
  readonly paragraphs: readonly MinutaParagraph[]
  /** Rewritten passages that no longer have a place; see `orphanOverlays`. */
  readonly orphans: readonly Overlay[]
  readonly signatories: readonly Attendee[]
  readonly warnings: readonly MinutaWarning[]
}

/** True until the session is closed: the document says so on every page. */
export function isDraft(state: SessionState): boolean {
  return state.phase !== 'closed'
}

function heading(level: 2 | 3, text: string): LeafBlock {
  return { kind: 'heading', level, text, align: 'start' }
}

function fixedText(text: string, look: 'body' | 'notice' = 'body'): LeafBlock {
  return { kind: 'paragraph', look, runs: [{ text, bold: false, italic: false }], anchor: null, sources: [] }
}

const MODALITY = { presencial: null, virtual: 'Virtual', semipresencial: 'Semipresencial' } as const

function frontBlocks(input: MinutaInput): readonly Block[] {
  const { session } = input.state.plan
  const modality = MODALITY[session.modality]
  const entries = [
    { label: 'Fecha', value: longDate(session.date) },
    { label: 'Lugar', value: cleanLine(session.place) },
    { label: 'Hora', value: `${input.state.openedAt ?? session.time} hrs.` },
    { label: 'Modalidad', value: modality ?? '' },
  ]
  return [
    {
      kind: 'letterhead',
      institution: cleanLine(input.body.institution),
      body: cleanLine(input.body.name),
      title: minutaTitle(session),
    },
    ...(isDraft(input.state) ? [fixedText('BORRADOR. La sesión no ha concluido.', 'notice')] : []),
    { kind: 'key-values', entries: entries.filter((entry) => entry.value !== '') },
  ]
}

function attendanceBlocks(attended: readonly Attendee[], notes: readonly LeafBlock[]): readonly Block[] {
  const table: LeafBlock =
    attended.length === 0
      ? fixedText('No hay asistencia registrada.')
      : {
          kind: 'table',
          caption: 'Lista de asistencia',
          columns: [
            { title: 'Nombre', width: 42 },
            { title: 'Cargo', width: 58 },
          ],
          rows: attendanceRows(attended),
        }
  return [heading(2, 'Lista de Asistencia'), table, ...notes]
}

function agendaBlocks(state: SessionState): readonly Block[] {
  const { points } = state.plan
  const inSequence = points.every((point, index) => point.number === index + 1)
  const items = points.map((point) => {
    const presenter = point.presenter === '' ? '' : ` [${cleanLine(point.presenter)}]`
    const title = cleanLine(point.title) + presenter
    return inSequence ? title : `${point.number}. ${title}`
  })
  if (items.length === 0) return []
  const lines = items.map((text) => [{ text, bold: false, italic: false }])
  return [
    heading(2, 'Orden del Día'),
    ...(inSequence
      ? [{ kind: 'list' as const, ordered: true, items: lines, anchor: null, sources: [] }]
      : items.map((text) => fixedText(text))),
  ]
}

/** Splits the last paragraph from the rest, so that the signature sheet can hang on it. */
function splitLast(blocks: readonly LeafBlock[]): readonly [readonly LeafBlock[], LeafBlock | null] {
  const last = blocks[blocks.length - 1]
  return last?.kind === 'paragraph' ? [blocks.slice(0, -1), last] : [blocks, null]
}

function runningHeader(input: MinutaInput): string {
  const { session } = input.state.plan
  const draft = isDraft(input.state) ? 'BORRADOR · ' : ''
  return `${draft}Minuta de la ${sessionName(session)} · ${cleanLine(input.body.acronym)} · ${longDate(session.date)}`
}

/**
 * Builds the minuta from the facts of a session: header, attendance, agenda, development by point and
 * signature sheet, in the order and wording of the real minutas (domain §1.8, §2.11). Pure: the same
 * input gives the same document.
 */
export function buildMinuta(input: MinutaInput): Minuta {
  const { state, body } = input
  const { plan } = state
  const steps = replay(state)
  const attended = attendedOf(state, steps)
  const notes = attendanceNotes(state, attended)
  const sections = developmentOf(state, steps, new Map(input.previousSessions.map((s) => [s.id, s])))
  const passages = [...notes, ...sections.flatMap((section) => section.passages)]
  const paragraphs = withOverlays(passages, input.overlays, plan, body)
  const printed = new Map(paragraphs.map((paragraph) => [paragraph.anchor, textBlocks(paragraph)]))
  const blocksOf = (anchor: string) => printed.get(anchor) ?? []
  const told = sections.flatMap((section) => {
    const title = sectionHeading(section)
    const head = title === null ? [] : [heading(3, title)]
    return [...head, ...section.passages.flatMap((passage) => blocksOf(passage.anchor))]
  })
  const [development, last] = splitLast(told)
  const signatories = signatoriesOf(attended, plan.session)
  const sheet = { ...input, session: plan.session, signatories, generatedOn: longDate(input.generatedOn) }
  const tree: DocTree = {
    title: `${isDraft(state) ? 'Borrador de la minuta' : 'Minuta'} de la ${sessionName(plan.session)}, ${longDate(plan.session.date)}`,
    language: 'es-MX',
    header: runningHeader(input),
    footer: cleanLine(body.name),
    blocks: [
      ...frontBlocks(input),
      ...attendanceBlocks(
        attended,
        notes.flatMap((note) => blocksOf(note.anchor)),
      ),
      ...agendaBlocks(state),
      ...(told.length > 0 ? [heading(2, 'Desarrollo de la Sesión')] : []),
      ...development,
      ...signatureSheet(sheet, last),
    ],
  }
  return {
    tree,
    paragraphs,
    orphans: orphanOverlays(input.overlays, paragraphs),
    signatories,
    warnings: minutaWarnings(state, steps, signatories.length),
  }
}
