import type { Body } from '../../domain/bodies'
import { dueText } from '../../domain/deadlines'
import { type ItemRecord, STATE_LABELS, urgencyText } from '../../domain/follow-up'
import type { IsoDate } from '../../lib/iso-date'
import { longDay } from '../../lib/spanish-date'
import type { AreaBatch } from './area-batch'

/** A letter to an área: what goes in the subject and in the text of an e-mail. */
export interface AreaLetter {
  readonly subject: string
  readonly text: string
}

function itemLines({ item, standing, due, urgency }: ItemRecord, n: number): string {
  const when = [dueText(due), due.kind === 'date' ? urgencyText(urgency) : ''].filter((part) => part !== '')
  return [
    `${n + 1}. ${item.code}: ${item.title}`,
    ...(item.text === '' || item.text === item.title ? [] : [`   Acordado: «${item.text}»`]),
    `   Estado: ${STATE_LABELS[standing.state]}. Vence: ${when.join('; ')}.`,
    ...(item.deadline.wording === '' ? [] : [`   Plazo: «${item.deadline.wording}».`]),
  ].join('\n')
}

/** How many items an área has, and how many of them are late: "constan 2 asuntos", ", 1 de ellos vencido". */
export function countsOf({ records }: Pick<AreaBatch, 'records'>): {
  readonly count: string
  /** Its verb, in the same number. */
  readonly verb: 'consta' | 'constan'
  /** Empty when none is late; otherwise begins with a comma. */
  readonly late: string
} {
  const isOne = records.length === 1
  const told = {
    count: isOne ? '1 asunto' : `${records.length} asuntos`,
    verb: isOne ? ('consta' as const) : ('constan' as const),
  }
  const overdue = records.filter(({ urgency }) => urgency.kind === 'overdue').length
  if (overdue === 0) return { ...told, late: '' }
  if (isOne) return { ...told, late: ', vencido' }
  return { ...told, late: overdue === 1 ? ', 1 de ellos vencido' : `, ${overdue} de ellos vencidos` }
}

/** The letter that asks an área how its items stand, with the files that go with it. */
export function areaLetter(
  body: Pick<Body, 'name' | 'institution' | 'gender'>,
  batch: AreaBatch,
  today: IsoDate,
): AreaLetter {
  const { records } = batch
  const { count, verb, late } = countsOf(batch)
  const of = body.gender === 'f' ? 'de la' : 'del'
  return {
    subject: `Seguimiento de acuerdos ${of} ${body.name}: ${count} de ${batch.name}`,
    text: [
      batch.fullName,
      'Presente',
      '',
      `Al ${longDay(today)}, en el seguimiento de acuerdos ${of} ${body.name} ${verb} ${count} a cargo de esa área${late}:`,
      '',
      records.map(itemLines).join('\n\n'),
      '',
      'Se adjuntan las fechas de vencimiento para su calendario (.ics) y un formulario (.html) que se abre sin internet. Le agradeceré indicar en él cómo está cada asunto y devolver por este medio el archivo que guarda.',
      '',
      'Atentamente',
      'Secretaría Técnica',
      body.name,
      body.institution,
    ].join('\n'),
  }
}
