import type { IsoDate } from './iso-date'

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

/** Days that a month of a year has, 1 = enero; leap years counted (28 or 29 for febrero). */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  if (month === 2) return leap ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
