import type { RefObject } from 'react'
import { CatalogueView } from './catalogue/catalogue-view'
import type { CalendarMode } from './modes'
import { AgendaView } from './views/agenda-view'
import { GalleryView } from './views/gallery-view'
import { MonthView, WeekView } from './views/month-view'
import type { ViewProps } from './views/view-props'
import { YearView } from './views/year-view'

interface CalendarViewProps extends ViewProps {
  readonly mode: CalendarMode
  readonly search: RefObject<HTMLInputElement | null>
}

/** The plan, as the chosen view draws it. */
export function CalendarView({ mode, search, ...props }: CalendarViewProps) {
  switch (mode) {
    case 'anio':
      return <YearView {...props} />
    case 'mes':
      return <MonthView {...props} />
    case 'semana':
      return <WeekView {...props} />
    case 'lista':
      return <AgendaView {...props} search={search} />
    case 'galeria':
      return <GalleryView {...props} />
    case 'catalogo':
      return <CatalogueView plan={props.plan} />
  }
}
