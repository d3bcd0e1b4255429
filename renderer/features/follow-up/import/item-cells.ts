import { termText } from '../../../../shared/domain/deadlines'
import {
  type ItemColumnId,
  type PlannedItem,
  PRIORITY_LABELS,
  partiesText,
  STATE_LABELS,
} from '../../../../shared/domain/follow-up'
import { slashDate } from '../../../../shared/domain/people'

/** Columns of the preview, those that tell rows apart first. */
export const SHOWN_COLUMNS: readonly ItemColumnId[] = [
  'code',
  'title',
  'responsible',
  'state',
  'due',
  'deadline',
  'openedOn',
  'progress',
  'supporting',
  'external',
  'priority',
  'tags',
]

function stateOf({ events }: PlannedItem): string {
  const last = events.findLast(({ body }) => body.kind === 'state')
  return STATE_LABELS[last?.body.kind === 'state' ? last.body.to : 'pending']
}

function deadlineText({ item }: PlannedItem): string {
  const { wording, term } = item.deadline
  if (wording !== '') return wording
  // A fixed date stands in its own column.
  return term.kind === 'none' || term.kind === 'fixed-date' ? '' : termText(term)
}

/** What a column of a row would hold once imported. */
export function itemCell(planned: PlannedItem, column: ItemColumnId): string {
  const { item, events } = planned
  const { term } = item.deadline
  switch (column) {
    case 'responsible':
    case 'supporting':
      return partiesText(item[column])
    case 'state':
      return stateOf(planned)
    case 'due':
      return term.kind === 'fixed-date' ? slashDate(term.date) : ''
    case 'deadline':
      return deadlineText(planned)
    case 'openedOn':
      return slashDate(item.openedOn)
    case 'progress':
      return events.find(({ body }) => body.kind === 'progress')?.note ?? ''
    case 'priority':
      return PRIORITY_LABELS[item.priority]
    case 'tags':
      return item.tags.join(', ')
    case 'code':
    case 'title':
    case 'text':
    case 'external':
      return item[column]
    case 'since':
    case 'progressOn':
      return events.find(({ body }) => body.kind === (column === 'since' ? 'state' : 'progress'))?.on ?? ''
  }
}
