import { useMemo, useState } from 'react'
import { addDays } from '../../../shared/lib/day'
import { readPreference, writePreference } from '../../commands/local-preferences'
import { type LayerKind, marksOf, readLayers } from './layers'
import type { CalendarMode } from './modes'
import { yearBounds } from './plan-model'
import type { Plan } from './use-plan'

const KEPT = 'calendario.capas'
/** Days of the years around that a week on screen may show. */
const MARGIN = 7
const NONE: ReadonlySet<LayerKind> = new Set()

/** The layers that are on, kept on this computer, and their marks in the year on screen. */
export function useLayers(plan: Plan, mode: CalendarMode) {
  const [layers, setLayers] = useState(() => readLayers(readPreference(KEPT)))
  const isGrid = mode === 'anio' || mode === 'mes' || mode === 'semana'
  const marks = useMemo(() => {
    const { from, until } = yearBounds(plan.year)
    const { sessions, records, context, closedDays } = plan.followUp
    const source = { sessions, records, calendar: context.calendar, closedDays }
    const bounds = { from: addDays(from, -MARGIN), until: addDays(until, MARGIN) }
    return marksOf(source, isGrid ? layers : NONE, bounds)
  }, [plan.year, plan.followUp, layers, isGrid])
  const toggle = (kind: LayerKind) => {
    const next = new Set(layers)
    if (!next.delete(kind)) next.add(kind)
    writePreference(KEPT, [...next].join(' '))
    setLayers(next)
  }
  return { layers, toggle, marks }
}
