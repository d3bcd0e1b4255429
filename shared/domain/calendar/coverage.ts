import { daysBetween } from '../../lib/day'
import type { IsoDate } from '../../lib/iso-date'
import { longDay } from '../../lib/spanish-date'
import type { ClosedDay } from './closed-day'

/** Days ahead within which the end of the institution's list is warned about. */
export const COVERAGE_WARNING_DAYS = 60

/** How far the institution's own list of closed days reaches. LFT art. 74 never runs out. */
export type CalendarCoverage =
  /** The institution's days were never typed. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'covered'; readonly until: IsoDate }
  | { readonly kind: 'runs-out'; readonly until: IsoDate; readonly days: number }
  | { readonly kind: 'ran-out'; readonly until: IsoDate }

/** Whether the last closed day of the list is behind, or within so many calendar days from today. */
export function calendarRunsOut(
  ranges: readonly ClosedDay[],
  today: IsoDate,
  within: number = COVERAGE_WARNING_DAYS,
): CalendarCoverage {
  const until = ranges
    .filter((range) => range.kind === 'closed')
    .reduce<IsoDate | null>((last, range) => (last === null || last < range.until ? range.until : last), null)
  if (until === null) return { kind: 'empty' }
  const days = daysBetween(today, until)
  if (days < 0) return { kind: 'ran-out', until }
  return days <= within ? { kind: 'runs-out', until, days } : { kind: 'covered', until }
}

/** The warning in Spanish, or null when there is nothing to warn about. */
export function coverageText(coverage: CalendarCoverage): string | null {
  switch (coverage.kind) {
    case 'covered':
      return null
    case 'empty':
      return 'No hay días inhábiles de la institución: los plazos sólo descuentan sábados, domingos y descansos obligatorios (LFT art. 74).'
    case 'ran-out':
      return `El calendario de inhábiles de la institución terminó el ${longDay(coverage.until)}: los plazos posteriores pueden vencer más tarde de lo que se muestra.`
    case 'runs-out':
      return `El calendario de inhábiles de la institución termina el ${longDay(coverage.until)}; agregue los días que siguen.`
  }
}
