import { dueText } from '../../domain/deadlines'
import { type ItemRecord, type ItemState, type Priority, partiesText } from '../../domain/follow-up'
import { icsDate, icsFile, icsInstant, icsText } from './ics'

/**
 * State of an item as a calendar says it (RFC 5545 §3.8.1.11). A matter that lost its object is closed like
 * a cancelled one.
 */
export const TODO_STATUS: Readonly<Record<ItemState, string>> = {
  pending: 'NEEDS-ACTION',
  'in-progress': 'IN-PROCESS',
  fulfilled: 'COMPLETED',
  cancelled: 'CANCELLED',
  moot: 'CANCELLED',
}

/** RFC 5545 §3.8.1.9: 1 is the highest. */
const PRIORITY: Readonly<Record<Priority, number>> = { high: 1, normal: 5, low: 9 }

function description({ item, due }: ItemRecord): string {
  const lines = [
    item.text,
    `Responsable: ${partiesText(item.responsible) || 'sin responsable'}`,
    ...(item.supporting.length === 0 ? [] : [`Con el apoyo de: ${partiesText(item.supporting)}`]),
    ...(item.deadline.wording === '' ? [] : [`Plazo: «${item.deadline.wording}»`]),
    ...(due.kind === 'date' ? [] : [`Vence: ${dueText(due)}`]),
  ]
  return lines.filter((line) => line !== '').join('\n')
}

/**
 * An item as a task of a calendar. The UID is always that of the item and the sequence grows with its
 * story, so opening a newer file updates the task. The due date is a day without zone: that of the body.
 */
function todo(record: ItemRecord, at: string): readonly string[] {
  const { item, standing, due, revision } = record
  return [
    'BEGIN:VTODO',
    `UID:${item.id}@seguimiento.quorum`,
    `DTSTAMP:${icsInstant(at)}`,
    `SEQUENCE:${revision}`,
    `SUMMARY:${icsText(`${item.code}: ${item.title}`)}`,
    `DESCRIPTION:${icsText(description(record))}`,
    ...(due.kind === 'date' ? [`DUE;VALUE=DATE:${icsDate(due.due)}`] : []),
    `STATUS:${TODO_STATUS[standing.state]}`,
    `PRIORITY:${PRIORITY[item.priority]}`,
    ...(item.tags.length === 0 ? [] : [`CATEGORIES:${item.tags.map(icsText).join(',')}`]),
    'END:VTODO',
  ]
}

/** Items as a calendar file of tasks (VTODO, RFC 5545); `at` is the instant it is made. */
export function todosFile(records: readonly ItemRecord[], at: string): string {
  return icsFile(records.map((record) => todo(record, at)))
}
