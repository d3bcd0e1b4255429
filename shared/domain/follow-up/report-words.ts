import { capitalize, joinSpanish } from '../../lib/spanish'
import { longDay } from '../../lib/spanish-date'
import { dueText } from '../deadlines'
import type { ItemEvent } from './item-event'
import { SOURCE_LABELS, STATE_LABELS } from './labels'
import { type FollowUpReport, type ReportLine, reportCounts } from './report'
import { isReviewEvent } from './session-reviews'

function points(n: number): string {
  return n === 1 ? '1 punto' : `${n} puntos`
}

/**
 * The figures in the wording of the minutas: "Después de la sesión del 30 de agosto de 2017 quedaron
 * pendientes 6 puntos, de los cuales 3 ya se cumplieron y 3 siguen pendientes."
 */
export function countsSentence(report: FollowUpReport): string {
  const counts = reportCounts(report)
  const start = longDay(report.period.from.date)
  const since = report.period.from.sessionId === null ? `Al ${start}` : `Después de la sesión del ${start}`
  if (counts.pendingAtStart === 0) return `${since} no quedaron puntos pendientes.`
  const parts = [
    counts.fulfilled > 0 &&
      `${counts.fulfilled} ya ${counts.fulfilled === 1 ? 'se cumplió' : 'se cumplieron'}`,
    counts.endedOtherwise > 0 &&
      `${counts.endedOtherwise} ${counts.endedOtherwise === 1 ? 'se canceló o quedó' : 'se cancelaron o quedaron'} sin materia`,
    counts.remaining > 0 &&
      `${counts.remaining} ${counts.remaining === 1 ? 'sigue pendiente' : 'siguen pendientes'}`,
  ].filter((part) => part !== false)
  if (counts.pendingAtStart === 1)
    return `${since} quedó pendiente 1 punto, que ${(parts[0] ?? '').replace(/^1 /, '')}.`
  return `${since} quedaron pendientes ${points(counts.pendingAtStart)}, de los cuales ${joinSpanish(parts)}.`
}

/** What came in during the period; empty when nothing did. */
export function addedSentence(report: FollowUpReport): string {
  const { added, addedClosed } = reportCounts(report)
  if (added === 0) return ''
  if (added === 1) return `En el periodo se agregó 1 punto${addedClosed === 1 ? ', que ya se atendió' : ''}.`
  const attended = addedClosed === 1 ? '1 ya se atendió' : `${addedClosed} ya se atendieron`
  return `En el periodo se agregaron ${points(added)}${addedClosed === 0 ? '' : `, de los cuales ${attended}`}.`
}

/** How many remain past their due date; empty when none do. */
export function overdueSentence(report: FollowUpReport): string {
  const { overdue } = reportCounts(report)
  if (overdue === 0) return ''
  return overdue === 1
    ? 'De los que siguen pendientes, 1 rebasó su plazo.'
    : `De los que siguen pendientes, ${overdue} rebasaron su plazo.`
}

function sourceText(event: ItemEvent): string {
  const { source } = event
  if (source.reference === '') return SOURCE_LABELS[source.kind]
  return source.kind === 'otro' || isReviewEvent(event)
    ? source.reference
    : `${SOURCE_LABELS[source.kind]} ${source.reference}`
}

function bodyText({ body }: ItemEvent): string {
  switch (body.kind) {
    case 'state':
      return STATE_LABELS[body.to]
    case 'extension':
      return `prórroga al ${longDay(body.due)}, concedida por ${body.grantedBy}`
    case 'start':
      return `el plazo corre desde el ${longDay(body.date)}`
    case 'delivery':
      return body.period === '' ? 'entrega' : `entrega de ${body.period}`
    case 'progress':
    case 'edited':
    case 'void':
      return ''
  }
}

/** One event in a sentence: "15 de noviembre de 2017, UNICOM: cumplido. Texto de la nota (oficio 123)." */
export function eventSentence(event: ItemEvent): string {
  const what = bodyText(event)
  const note = event.note.trim().replace(/\.$/, '')
  const told = [what, note]
    .filter((text) => text !== '')
    .map(capitalize)
    .join('. ')
  return `${longDay(event.on)}, ${event.author}: ${told} (${sourceText(event)}).`
}

/** Where a line stands, in a few words: "pendiente, vencía el 31 de octubre de 2017". */
export function lineStatus({ standing, due, urgency }: ReportLine): string {
  const state = STATE_LABELS[standing.state]
  if (!standing.isOpen) return `${state} desde el ${longDay(standing.since)}`
  if (due.kind === 'none') return `${state}, sin fecha límite`
  if (due.kind === 'waiting') return `${state}, ${dueText(due)}`
  const verb = urgency.kind === 'overdue' ? 'venció' : 'vence'
  return `${state}, ${verb} el ${dueText(due)}`
}
