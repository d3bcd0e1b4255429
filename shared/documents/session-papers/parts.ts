import type { Body } from '../../domain/bodies'
import { type Modality, type Session, sessionName } from '../../domain/sessions'
import type { ClockTime } from '../../lib/iso-date'
import { capitalize } from '../../lib/spanish'
import type { Block, DocTree, LeafBlock } from '../doc-tree'
import { cleanLine, longDate } from '../spanish'

const MODALITY: Readonly<Record<Modality, string>> = {
  presencial: 'Presencial',
  virtual: 'Virtual',
  semipresencial: 'Semipresencial',
}

/** Heading of a section. */
export function heading(level: 2 | 3, text: string): LeafBlock {
  return { kind: 'heading', level, text: cleanLine(text), align: 'start' }
}

/** A paragraph of plain text. */
export function paragraph(text: string, look: 'body' | 'small' | 'notice' = 'body'): LeafBlock {
  return { kind: 'paragraph', look, runs: [{ text, bold: false, italic: false }], anchor: null, sources: [] }
}

/** Letterhead and the figures of the session, as every paper of it begins. */
export function sessionFront(body: Body, session: Session, title: string, time: ClockTime): readonly Block[] {
  const entries = [
    { label: 'Sesión', value: capitalize(sessionName(session)) },
    { label: 'Fecha', value: longDate(session.date) },
    { label: 'Hora', value: `${time} hrs.` },
    { label: 'Lugar', value: cleanLine(session.place) },
    { label: 'Modalidad', value: MODALITY[session.modality] },
  ]
  return [
    { kind: 'letterhead', institution: cleanLine(body.institution), body: cleanLine(body.name), title },
    { kind: 'key-values', entries: entries.filter(({ value }) => value !== '') },
  ]
}

/** A paper of the session around its blocks, named and headed after it. */
export function sessionPaper(body: Body, session: Session, name: string, blocks: readonly Block[]): DocTree {
  const which = `${name} de la ${sessionName(session)}`
  return {
    title: `${which}, ${longDate(session.date)}`,
    language: 'es-MX',
    header: `${which} · ${cleanLine(body.acronym)} · ${longDate(session.date)}`,
    footer: cleanLine(body.name),
    blocks,
  }
}
