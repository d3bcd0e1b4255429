import { slashDate } from '../../../../shared/domain/people'
import {
  type DateColumnId,
  exceptionsText,
  type PlannedDate,
  SCOPE_LABELS,
} from '../../../../shared/domain/publications'
import type { IsoDate } from '../../../../shared/lib/iso-date'

/** Columns of the preview, those that tell rows apart first; the years are part of the rule. */
export const SHOWN_COLUMNS: readonly DateColumnId[] = [
  'name',
  'rule',
  'exceptions',
  'scope',
  'suggested',
  'basis',
  'since',
  'note',
  'validFrom',
  'validUntil',
]

function dateText(date: IsoDate | null): string {
  return date === null ? '' : slashDate(date)
}

/** What a column of a row would hold once imported. */
export function shownCell({ after, said }: PlannedDate, column: DateColumnId): string {
  switch (column) {
    case 'name':
    case 'basis':
    case 'note':
      return after[column]
    case 'rule':
      return said
    case 'exceptions':
      return exceptionsText(after.exceptions)
    case 'years':
      return ''
    case 'scope':
      return SCOPE_LABELS[after.scope]
    case 'since':
      return after.since === null ? '' : String(after.since)
    case 'validFrom':
    case 'validUntil':
      return dateText(after[column])
    case 'suggested':
      return after.suggested ? 'Sugerida' : 'Confirmada'
  }
}
