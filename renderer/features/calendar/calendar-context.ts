import { createContext, useContext } from 'react'
import type {
  ChannelId,
  CommemorationId,
  Publication,
  PublicationId,
} from '../../../shared/domain/publications'
import { required } from '../../../shared/lib/assert'
import type { IsoDate } from '../../../shared/lib/iso-date'
import type { ImportSource } from '../../ui/sheet-import/use-import-doors'
import type { RunPlanEdit } from './use-plan-edit'

/** What the parts of the calendar share. None of it changes while the screen is open. */
export interface CalendarActions {
  /** One line of edits, so that Ctrl+Z takes the last one back. */
  readonly run: RunPlanEdit
  readonly goToDay: (day: IsoDate) => void
  readonly open: (id: PublicationId) => void
  readonly startNew: (day: IsoDate) => void
  /** Opens the form of a date or a channel of the catalogue, null for a new one. */
  readonly editDate: (id: CommemorationId | null) => void
  readonly editChannel: (id: ChannelId | null) => void
  /** Opens the import of dates on what was dropped, pasted or is to be asked for. */
  readonly importDates: (source: ImportSource) => void
  readonly move: (publication: Publication, on: IsoDate) => void
}

export const CalendarActionsContext = createContext<CalendarActions | null>(null)

export function useCalendarActions(): CalendarActions {
  return required(useContext(CalendarActionsContext), 'calendar actions')
}
