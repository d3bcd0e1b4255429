import type { Body } from '../../domain/bodies'
import { type Attendee, type AttendeeId, type Session, sessionName } from '../../domain/sessions'
import type { Block, LeafBlock } from '../doc-tree'
import { cleanLine, longDate, withPreposition } from '../spanish'
import { listName } from './attendance'
import { bodyNames } from './names'

/** Puts attendees in a chosen order; those that the order does not name follow as they were. */
export function inSignatureOrder(
  attendees: readonly Attendee[],
  order: readonly AttendeeId[],
): readonly Attendee[] {
  const chosen = order.flatMap((id) => attendees.find((attendee) => attendee.id === id) ?? [])
  return [...new Set([...chosen, ...attendees])]
}

/** Who signs: attended, and her seat or this session says that she signs, in the order of the sheet. */
export function signatoriesOf(attended: readonly Attendee[], session: Session): readonly Attendee[] {
  return inSignatureOrder(
    attended.filter((attendee) => attendee.signs),
    session.signatureOrder,
  )
}

/** Heading of the sheet, in capitals: "HOJA DE FIRMAS DE LA MINUTA DE LA … CELEBRADA EL …" (001). */
export function signatureHeading(session: Session, body: Body): string {
  const text =
    `Hoja de firmas de la minuta de la ${sessionName(session)} ` +
    `${withPreposition('de', bodyNames(body).full)}, celebrada el ${longDate(session.date)}.`
  return text.toLocaleUpperCase('es-MX')
}

/** Closing line of the document with the head hash of the journal, whole so that it can be compared. */
function hashLine(headHash: string, generatedOn: string): LeafBlock {
  const text = `Huella del registro: ${headHash} · Documento generado el ${generatedOn}.`
  return {
    kind: 'paragraph',
    look: 'small',
    runs: [{ text, bold: false, italic: false }],
    anchor: null,
    sources: [],
  }
}

/** What the sheet is made of; `headHash` null when the journal cannot be read now. */
export interface SheetInput {
  readonly body: Body
  readonly session: Session
  readonly signatories: readonly Attendee[]
  readonly headHash: string | null
  readonly generatedOn: string
}

/**
 * The signature sheet together with the paragraph before it (null when the development is empty), kept
 * on one page so that signatures never stand alone.
 */
export function signatureSheet(input: SheetInput, lastParagraph: LeafBlock | null): Block {
  const blocks: LeafBlock[] = lastParagraph ? [lastParagraph] : []
  blocks.push({
    kind: 'heading',
    level: 2,
    text: signatureHeading(input.session, input.body),
    align: 'start',
  })
  blocks.push({
    kind: 'signatures',
    signatories: input.signatories.map((attendee) => ({
      name: listName(attendee),
      caption: cleanLine(attendee.signatureCaption ?? attendee.charge),
    })),
  })
  if (input.headHash !== null) blocks.push(hashLine(input.headHash, input.generatedOn))
  return { kind: 'keep-together', blocks }
}
