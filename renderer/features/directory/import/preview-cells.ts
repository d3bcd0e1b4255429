import {
  type ColumnId,
  type PlannedRow,
  ROLE_LABELS,
  STANDING_LABELS,
  slashDate,
} from '../../../../shared/domain/people'
import type { IsoDate } from '../../../../shared/lib/iso-date'

/** Columns of the preview, those that tell rows apart first. */
export const SHOWN_COLUMNS: readonly ColumnId[] = [
  'acronym',
  'area',
  'honorificShort',
  'fullName',
  'gender',
  'shortName',
  'initials',
  'standing',
  'from',
  'until',
  'role',
  'vote',
  'signs',
  'honorificLong',
  'charge',
  'signatureCaption',
]

function dateText(date: IsoDate | null): string {
  return date === null ? '' : slashDate(date)
}

function seatCell({ seat }: PlannedRow, column: ColumnId): string | null {
  switch (column) {
    case 'area':
      return seat.name
    case 'acronym':
      return seat.acronym
    case 'role':
      return ROLE_LABELS[seat.role]
    case 'vote':
      return seat.hasVote ? 'Sí' : 'No'
    case 'signs':
      return seat.signs ? 'Sí' : 'No'
    case 'areaFrom':
      return dateText(seat.validFrom)
    case 'areaUntil':
      return dateText(seat.validUntil)
    default:
      return null
  }
}

function personCell({ person }: PlannedRow, column: ColumnId): string | null {
  if (column === 'fullName') return person?.fullName ?? 'Vacante'
  if (!person) return null
  switch (column) {
    case 'honorificShort':
      return person.honorificShort
    case 'honorificLong':
      return person.honorificLong
    case 'shortName':
      return person.shortName
    case 'initials':
      return person.initials
    case 'gender':
      return person.gender === 'f' ? 'F' : 'M'
    default:
      return null
  }
}

function placeCell({ membership }: PlannedRow, column: ColumnId): string {
  if (!membership) return ''
  switch (column) {
    case 'standing':
      return STANDING_LABELS[membership.standing]
    case 'charge':
      return membership.charge
    case 'signatureCaption':
      return membership.signatureCaption ?? ''
    case 'from':
      return dateText(membership.validFrom)
    case 'until':
      return dateText(membership.validUntil)
    default:
      return ''
  }
}

/** What a column of a row would hold once imported. */
export function shownCell(row: PlannedRow, column: ColumnId): string {
  return seatCell(row, column) ?? personCell(row, column) ?? placeCell(row, column)
}
