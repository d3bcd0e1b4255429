import { dateFrom, nthWeekday } from '../../lib/day'
import type { IsoDate } from '../../lib/iso-date'

/** A rest day of the Ley Federal del Trabajo, art. 74. */
export interface RestDay {
  readonly date: IsoDate
  /** What is commemorated, in Spanish. */
  readonly name: string
  /** The fraction of the article that orders it: "LFT art. 74, fr. II". */
  readonly basis: string
}

const MONDAY = 1
const SUNDAY = 0
/** First handover on 1-oct (decree published on 30-sep-2024, in force the day after). */
const OCTOBER_HANDOVER = 2024
/** First federal election day on the first Sunday of June (LGIPE, published on 23-may-2014). */
const JUNE_ELECTIONS = 2015

function restDay(date: IsoDate, fraction: string, name: string): RestDay {
  return { date, name, basis: `LFT art. 74, fr. ${fraction}` }
}

/**
 * Day of the presidential handover in a year, null in years without one: every six years, 1-dic until
 * 2018 and 1-oct from 2024 (LFT art. 74, fr. VII).
 */
export function handoverDay(year: number): IsoDate | null {
  if (((year % 6) + 6) % 6 !== 2) return null
  return dateFrom(year, year >= OCTOBER_HANDOVER ? 10 : 12, 1)
}

/**
 * Day of the ordinary federal election in a year, null in years without one: every three years, first
 * Sunday of June (of July until 2012, and in 2018). Local election days are typed by the institution.
 */
export function federalElectionDay(year: number): IsoDate | null {
  if (((year % 3) + 3) % 3 !== 2) return null
  const inJune = year >= JUNE_ELECTIONS && year !== 2018
  return nthWeekday(year, inJune ? 6 : 7, SUNDAY, 1)
}

/**
 * Rest days of a year by the rules of LFT art. 74, in order. Those on a weekend are not moved. The
 * rules are today's: the Mondays of febrero, marzo and noviembre are so since 2006.
 */
export function restDaysOf(year: number): readonly RestDay[] {
  const handover = handoverDay(year)
  const election = federalElectionDay(year)
  const days = [
    restDay(dateFrom(year, 1, 1), 'I', 'Año Nuevo'),
    restDay(nthWeekday(year, 2, MONDAY, 1), 'II', 'Aniversario de la Constitución (5 de febrero)'),
    restDay(nthWeekday(year, 3, MONDAY, 3), 'III', 'Natalicio de Benito Juárez (21 de marzo)'),
    restDay(dateFrom(year, 5, 1), 'IV', 'Día del Trabajo'),
    restDay(dateFrom(year, 9, 16), 'V', 'Día de la Independencia'),
    restDay(nthWeekday(year, 11, MONDAY, 3), 'VI', 'Aniversario de la Revolución (20 de noviembre)'),
    restDay(dateFrom(year, 12, 25), 'VIII', 'Navidad'),
    ...(handover ? [restDay(handover, 'VII', 'Transmisión del Poder Ejecutivo Federal')] : []),
    ...(election ? [restDay(election, 'IX', 'Jornada electoral federal')] : []),
  ]
  return days.sort((a, b) => a.date.localeCompare(b.date))
}
