import type { Body } from '../../domain/bodies'
import { type Attendee, type AttendeeId, type Session, sessionName } from '../../domain/sessions'
import type { Block, LeafBlock } from '../doc-tree'
import { SIGNATORIES_PER_PAGE } from '../page'
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

/** Splits people over pages as evenly as two columns allow, so that no page has a lonely signature. */
function overPages(people: readonly Attendee[]): readonly (readonly Attendee[])[] {
  const groups: (readonly Attendee[])[] = []
  let rest = people
  for (let pages = Math.ceil(people.length / SIGNATORIES_PER_PAGE); pages > 0; pages--) {
    const size = Math.min(SIGNATORIES_PER_PAGE, 2 * Math.ceil(rest.length / pages / 2))
    groups.push(rest.slice(0, size))
    rest = rest.slice(size)
  }
  return groups
}

function signatures(people: readonly Attendee[]): LeafBlock {
  return {
    kind: 'signatures',
    signatories: people.map((attendee) => ({
      name: listName(attendee),
      caption: cleanLine(attendee.signatureCaption ?? attendee.charge),
    })),
  }
}

function heading(level: 2 | 3, text: string): LeafBlock {
  return { kind: 'heading', level, text, align: 'start' }
}

/**
 * The signature sheet together with the paragraph before it (null when the development is empty), kept
 * on one page so that signatures never stand alone. More people than fit go on in further groups, each
 * under a heading of its own.
 */
export function signatureSheet(input: SheetInput, lastParagraph: LeafBlock | null): readonly Block[] {
  const [first = [], ...others] = overPages(input.signatories)
  const groups: LeafBlock[][] = [
    [
      ...(lastParagraph ? [lastParagraph] : []),
      heading(2, signatureHeading(input.session, input.body)),
      signatures(first),
    ],
    ...others.map((people) => [heading(3, 'Hoja de firmas (continuación)'), signatures(people)]),
  ]
  const lastGroup = groups[groups.length - 1]
  if (input.headHash !== null) lastGroup?.push(hashLine(input.headHash, input.generatedOn))
  return groups.map((blocks) => ({ kind: 'keep-together', blocks }))
}
