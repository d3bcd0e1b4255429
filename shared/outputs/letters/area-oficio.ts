import type { Block, DocTree, LeafBlock } from '../../documents'
import type { Body } from '../../domain/bodies'
import { dueText } from '../../domain/deadlines'
import { type ItemRecord, STATE_LABELS, urgencyText } from '../../domain/follow-up'
import type { IsoDate } from '../../lib/iso-date'
import { capitalize, foldText } from '../../lib/spanish'
import { longDay } from '../../lib/spanish-date'
import type { AreaBatch } from './area-batch'
import { countsOf } from './area-letter'
import type { OficioParty } from './oficio-parties'

/** What an oficio is made of. */
export interface OficioInput {
  readonly body: Pick<Body, 'name' | 'acronym' | 'institution' | 'gender'>
  readonly batch: AreaBatch
  /** Null: it is for the área, without a name. */
  readonly addressee: OficioParty | null
  /** Null: the Secretaría Técnica signs, without a name. */
  readonly signer: OficioParty | null
  /** Its number; empty leaves a line to write it by hand. */
  readonly number: string
  /** Last day to answer; null when none is set. */
  readonly replyBy: IsoDate | null
  readonly today: IsoDate
}

const LONGEST_CELL = 3_900
const BLANK_NUMBER = '____________________'

function line(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_CELL)
}

function paragraph(text: string, bold = false): LeafBlock {
  const runs = [{ text: line(text), bold, italic: false }]
  return { kind: 'paragraph', look: 'body', runs, anchor: null, sources: [] }
}

function itemText({ item }: ItemRecord): string {
  const saysMore = item.text !== '' && foldText(item.text) !== foldText(item.title)
  return saysMore ? `${item.title}. Acordado: «${item.text}»` : item.title
}

function dueCell({ item, due, urgency }: ItemRecord): string {
  if (due.kind === 'date') return `${dueText(due)}, ${urgencyText(urgency)}`
  return item.deadline.wording === '' ? dueText(due) : `${dueText(due)}; se acordó «${item.deadline.wording}»`
}

function row(record: ItemRecord): readonly string[] {
  const { item, standing } = record
  return [item.code, itemText(record), capitalize(STATE_LABELS[standing.state]), dueCell(record)].map(line)
}

function itemsTable(records: readonly ItemRecord[]): Block {
  return {
    kind: 'table',
    caption: 'Asuntos a cargo del área',
    columns: [
      { title: 'Clave', width: 21 },
      { title: 'Asunto', width: 40 },
      { title: 'Estado', width: 15 },
      { title: 'Vence', width: 24 },
    ],
    rows: records.map(row),
  }
}

function request(replyBy: IsoDate | null): string {
  const when = replyBy === null ? '' : `, a más tardar el ${longDay(replyBy)}`
  return `Por lo anterior, le agradeceré informar a esta Secretaría Técnica${when}, el estado que guarda cada asunto y, en su caso, remitir la evidencia de su cumplimiento.`
}

/**
 * The formal letter that asks an área how its items stand: number, subject, addressee, the items with
 * their deadlines, what is asked and by when, and the signature. Screen, DOCX and PDF are drawn from it.
 */
export function areaOficio(input: OficioInput): DocTree {
  const { body, batch, addressee, signer, today } = input
  const of = body.gender === 'f' ? 'de la' : 'del'
  const { count, verb, late } = countsOf(batch)
  const to = addressee
    ? [paragraph(addressee.name, true), paragraph(addressee.charge)]
    : [paragraph(batch.fullName, true)]
  const signs = signer ?? { name: 'Secretaría Técnica', charge: body.name }
  return {
    title: line(`Oficio de seguimiento ${batch.name} ${today}`),
    language: 'es-MX',
    header: line(`Seguimiento de acuerdos · ${body.acronym} · ${longDay(today)}`),
    footer: line(body.name),
    blocks: [
      { kind: 'letterhead', institution: line(body.institution), body: line(body.name), title: 'Oficio' },
      {
        kind: 'key-values',
        entries: [
          { label: 'Oficio núm.', value: line(input.number) || BLANK_NUMBER },
          { label: 'Fecha', value: longDay(today) },
          { label: 'Asunto', value: `Seguimiento de acuerdos: ${count}` },
        ],
      },
      { kind: 'keep-together', blocks: [...to, paragraph('Presente')] },
      paragraph(
        `En el seguimiento de los acuerdos ${of} ${body.name}, al ${longDay(today)} ${verb} ${count} a cargo de esa área${late}, conforme a lo siguiente:`,
      ),
      itemsTable(batch.records),
      paragraph(request(input.replyBy)),
      paragraph('Sin otro particular, reciba un cordial saludo.'),
      {
        kind: 'keep-together',
        blocks: [
          { kind: 'heading', level: 3, text: 'Atentamente', align: 'center' },
          { kind: 'signatures', signatories: [{ name: line(signs.name), caption: line(signs.charge) }] },
        ],
      },
    ],
  }
}
