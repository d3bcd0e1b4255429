import type { IsoDate } from './iso-date'

export { daysInMonth } from './iso-date'

const MONTHS = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
]

/** Name of a month in lower case, 1 = enero; empty when there is no such month. */
export function monthName(month: number): string {
  return MONTHS[month - 1] ?? ''
}

/** A calendar date as the minutas write it: "15 de noviembre de 2017", without leading zero. */
export function longDay(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${day} de ${monthName(month ?? 0)} de ${year}`
}
