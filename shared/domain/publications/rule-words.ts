import { monthName } from '../../lib/spanish-date'
import type { DateRule } from './date-rule'

const MONTHS = Array.from({ length: 12 }, (_, index) => monthName(index + 1))
const WEEKDAYS = ['domingo', 'lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado']
const ORDINALS: readonly (readonly [OrdinalNumber, RegExp])[] = [
  [1, /^(primer[oa]?|1\.?(º|ª|°|o|a|er|ero|era|ro|ra)?\.?)$/],
  [2, /^(segund[oa]|2\.?(º|ª|°|o|a|do|da)?\.?)$/],
  [3, /^(tercer[oa]?|3\.?(º|ª|°|o|a|er|ero|era|ro|ra)?\.?)$/],
  [4, /^(cuart[oa]|4\.?(º|ª|°|o|a|to|ta)?\.?)$/],
  [5, /^(quint[oa]|5\.?(º|ª|°|o|a|to|ta)?\.?)$/],
  [-1, /^ultim[oa]$/],
]
/** Easter Sunday by its names, and the days that are counted from it, in days after it. */
const EASTER: readonly (readonly [number, RegExp])[] = [
  [0, /^((domingo de )?(pascua|resurreccion)|(domingo de )?pascua de resurreccion)$/],
  [-46, /^miercoles de ceniza$/],
  [-7, /^domingo de ramos$/],
  [-3, /^jueves santo$/],
  [-2, /^viernes santo$/],
  [-1, /^sabado (santo|de gloria)$/],
]

/** Which of the weekdays or weeks of a month, −1 for the last. */
export type OrdinalNumber = Extract<DateRule, { kind: 'nth' }>['n']

/** Month (1 = enero) that a folded word names, whole or shortened ("may", "sept."); null when it names none. */
export function monthOfWord(word: string): number | null {
  const name = word.replace(/\.$/, '')
  if (name.length < 3) return null
  const index = MONTHS.findIndex((month) => month.startsWith(name))
  return index < 0 ? null : index + 1
}

/** Weekday (0 = domingo) that a folded word names; null when it names none. */
export function weekdayOfWord(word: string): number | null {
  const index = WEEKDAYS.indexOf(word)
  return index < 0 ? null : index
}

/** Place that a folded word or figure names ("tercer", "2.ª", "1er", "último"); null when it names none. */
export function ordinalOfWord(word: string): OrdinalNumber | null {
  return ORDINALS.find(([, pattern]) => pattern.test(word))?.[0] ?? null
}

/** Days from Easter Sunday to a day that is named by it, folded; null when it is none of them. */
export function daysFromEaster(name: string): number | null {
  return EASTER.find(([, pattern]) => pattern.test(name))?.[0] ?? null
}
