import { type RefObject, useEffect, useRef } from 'react'
import type { Publication, PublicationId } from '../../../shared/domain/publications'
import type { IsoDate } from '../../../shared/lib/iso-date'
import { type Shortcuts, useShortcuts } from '../../ui/use-shortcuts'
import { type CalendarMode, MODES } from './modes'
import { dayAfterKey } from './plan-model'
import type { Plan } from './use-plan'

interface CalendarKeys {
  readonly plan: Plan
  readonly mode: CalendarMode
  readonly day: IsoDate
  /** The publication open beside the calendar, null for none. */
  readonly openId: PublicationId | null
  readonly search: RefObject<HTMLInputElement | null>
  readonly onDay: (day: IsoDate) => void
  readonly onMode: (mode: CalendarMode) => void
  readonly onOpen: (id: PublicationId) => void
  readonly onNew: (day: IsoDate) => void
  readonly onNewDate: () => void
  readonly onMove: (publication: Publication, on: IsoDate) => void
  readonly onGenerate: () => void
  readonly onNotices: () => void
  readonly onArchive: () => void
  readonly onEarlier: (publication: Publication) => void
  readonly onClose: () => void
  readonly undoLast: () => void
}

/** Views in which the keys go from day to day; in the others they go from entry to entry. */
const GRIDS: ReadonlySet<CalendarMode> = new Set(['anio', 'mes', 'semana'])
const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const

/** Whether the keys are with the calendar: on it, or on nothing. */
function isAtCalendar(): boolean {
  const { activeElement } = document
  return activeElement === document.body || activeElement?.closest('[data-calendar]') !== null
}

function focusedEntry(): HTMLElement | null {
  const { activeElement } = document
  return activeElement instanceof HTMLElement && activeElement.dataset.entry ? activeElement : null
}

/** The focus goes to the entry that was asked for, or else to the day, once they are drawn. */
function useFocus({ plan, day, mode }: Pick<CalendarKeys, 'plan' | 'day' | 'mode'>) {
  const wanted = useRef<{ readonly id: PublicationId; readonly on: IsoDate } | null>(null)
  useEffect(() => {
    const { current } = wanted
    if (current) {
      if (plan.byId.get(current.id)?.on !== current.on) return
      wanted.current = null
      document.querySelector<HTMLElement>(`[data-calendar] [data-entry="${current.id}"]`)?.focus()
    } else if (GRIDS.has(mode) && isAtCalendar() && focusedEntry()?.dataset.on !== day) {
      document.querySelector<HTMLElement>(`[data-calendar] [data-day="${day}"]`)?.focus()
    }
  }, [plan, day, mode])
  return wanted
}

/** After a panel was closed the keys are with the calendar again: on its entry, or on the day. */
export function focusCalendar(id: PublicationId | null): void {
  const find = (mark: string) => document.querySelector<HTMLElement>(`[data-calendar] ${mark}`)
  requestAnimationFrame(() => {
    const entry = id === null ? null : find(`[data-entry="${id}"]`)
    const line = entry ?? find('[data-day][tabindex="0"]') ?? find('[data-entry][tabindex="0"]')
    line?.focus()
  })
}

/** Next entry of a list or gallery from the one that has the focus. */
function stepEntry(steps: number): void {
  const entries = [...document.querySelectorAll<HTMLElement>('[data-calendar] [data-entry]')]
  const at = entries.findIndex((entry) => entry.matches(':focus'))
  const next = at < 0 ? (entries.find(({ tabIndex }) => tabIndex === 0) ?? entries[0]) : entries[at + steps]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

function useDayKeys(keys: CalendarKeys): Shortcuts {
  const { plan, mode, day, openId, onDay, onMove } = keys
  const wanted = useFocus(keys)
  const chosen = (): Publication | null => {
    const id = focusedEntry()?.dataset.entry
    const focused = id === undefined ? undefined : [...plan.byId.values()].find((entry) => entry.id === id)
    return focused ?? (GRIDS.has(mode) ? (plan.days.get(day)?.[0] ?? null) : null)
  }
  const isGrid = GRIDS.has(mode)
  const step = (key: string) => () => {
    if (!isAtCalendar()) return false
    if (isGrid) {
      const next = dayAfterKey(day, key, mode)
      if (next === null) return false
      onDay(next)
      return true
    }
    if (mode === 'catalogo') return false
    const across = Number(document.querySelector<HTMLElement>('[data-columns]')?.dataset.columns ?? 1)
    if (key === 'ArrowLeft') stepEntry(-1)
    else if (key === 'ArrowRight') stepEntry(1)
    else if (key === 'ArrowUp') stepEntry(-across)
    else if (key === 'ArrowDown') stepEntry(across)
    else return false
    return true
  }
  const move = (key: string) => () => {
    const publication = isAtCalendar() ? chosen() : null
    const on = publication && dayAfterKey(publication.on, key, 'mes')
    if (!publication || !on) return false
    wanted.current = { id: publication.id, on }
    onMove(publication, on)
    return true
  }
  return {
    ...Object.fromEntries(ARROWS.map((key) => [key.toLowerCase(), step(key)])),
    ...Object.fromEntries(ARROWS.map((key) => [`alt+${key.toLowerCase()}`, move(key)])),
    ...Object.fromEntries(['PageUp', 'PageDown', 'Home', 'End'].map((key) => [key.toLowerCase(), step(key)])),
    enter: () => {
      const publication = chosen()
      const onDayButton = document.activeElement instanceof HTMLElement && document.activeElement.dataset.day
      if (!onDayButton) return false
      if (publication) keys.onOpen(publication.id)
      else keys.onNew(day)
      return true
    },
    e: () => {
      // Unless the keys are on the calendar, the one meant is the one that the panel shows.
      const isOnCalendar = document.activeElement?.closest('[data-calendar]') !== null
      const open = openId === null || isOnCalendar ? null : plan.byId.get(openId)
      const publication = open ?? chosen()
      if (!publication) return false
      keys.onEarlier(publication)
      return true
    },
  }
}

/** The shortcuts of the calendar. */
export function useCalendarKeys(keys: CalendarKeys): void {
  const { mode, day, plan, search } = keys
  const dayKeys = useDayKeys(keys)
  const toSearch = () => {
    const own = document.querySelector<HTMLElement>('[data-calendar] [data-search]')
    if (own) {
      own.focus()
      return
    }
    if (mode !== 'lista') keys.onMode('lista')
    requestAnimationFrame(() => search.current?.focus())
  }
  const isCatalogue = mode === 'catalogo'
  useShortcuts({
    ...dayKeys,
    ...Object.fromEntries(MODES.map((each) => [each.key, () => keys.onMode(each.mode)])),
    n: () => (isCatalogue ? keys.onNewDate() : keys.onNew(day)),
    g: keys.onGenerate,
    j: keys.onArchive,
    a: keys.onNotices,
    h: () => keys.onDay(plan.today),
    '/': toSearch,
    'ctrl+f': toSearch,
    'ctrl+z': keys.undoLast,
    escape: keys.onClose,
  })
}
