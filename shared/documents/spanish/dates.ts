import type { ClockTime, IsoDate } from '../../lib/iso-date'
import { numberWords } from './numbers'

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

function parts(date: IsoDate): { readonly day: number; readonly month: string; readonly year: number } {
  const [year, month, day] = date.split('-').map(Number)
  return { day: day ?? 0, month: MONTHS[(month ?? 0) - 1] ?? '', year: year ?? 0 }
}

/** Day and month as minutas write them: "15 de noviembre". */
export function dayAndMonth(date: IsoDate): string {
  const { day, month } = parts(date)
  return `${day} de ${month}`
}

/** Calendar date as minutas write it: "15 de noviembre de 2017". */
export function longDate(date: IsoDate): string {
  return `${dayAndMonth(date)} de ${parts(date).year}`
}

/** Calendar date in words: "quince de noviembre de dos mil diecisiete"; the first day is "primero". */
export function dateWords(date: IsoDate): string {
  const { day, month, year } = parts(date)
  return `${day === 1 ? 'primero' : numberWords(day)} de ${month} de ${numberWords(year)}`
}

/** Time of day in words, 24 hours: "once horas con veinte minutos", "una hora". */
export function timeWords(time: ClockTime): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const hour = `${numberWords(hours, 'una')} ${hours === 1 ? 'hora' : 'horas'}`
  if (minutes === 0) return hour
  return `${hour} con ${numberWords(minutes, 'un')} ${minutes === 1 ? 'minuto' : 'minutos'}`
}

/** When something happened, to open or close a sentence: "a las once horas", "a la una hora". */
export function atTime(time: ClockTime): string {
  return `a ${time.startsWith('01:') ? 'la' : 'las'} ${timeWords(time)}`
}
