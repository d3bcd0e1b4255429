import { dateFrom, endOfMonth } from '../../lib/day'
import { type IsoDate, isIsoDate, isoDate, yearOf } from '../../lib/iso-date'
import { daysInMonth, monthName } from '../../lib/spanish-date'
import { NUMBER_PATTERN, readNumber } from '../../lib/spanish-number'
import type { FoundTerm } from './read-wording'

/** A date that the words name and no calendar has. */
interface ImpossibleDate {
  readonly impossible: string
}

const MONTHS = Array.from({ length: 12 }, (_, index) => monthName(index + 1))
const MONTH = `(${MONTHS.join('|')}|setiembre)`
const YEAR = '(?: (?:del? )?(?:ano )?(\\d{4}))?'
const ISO_DATE = /\b(\d{4})-(\d{2})-(\d{2})\b/
const SLASH_DATE = /\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/
const WORDED_DATE = new RegExp(`\\b(${NUMBER_PATTERN}|primero|1o|1ro)\\.? de ${MONTH}${YEAR}\\b`)
const LAST_OF_MONTH = new RegExp(
  `\\b(?:fin|fines|final|finales|ultimo dia|ultimos dias|termino|cierre|durante|en|para)(?: habil)?(?: (?:del?|el))?(?: mes de)? ${MONTH}${YEAR}\\b`,
)
const LAST_OF_THIS_MONTH = /\b(fin|fines|final|finales|ultimo dia|cierre) (de|del) (este |presente )?mes\b/
const LAST_OF_YEAR =
  /\b(fin|fines|final|finales|cierre|termino) (de|del) (este |presente )?ano(?: (\d{4}))?\b/

function monthNumber(name: string): number {
  return name === 'setiembre' ? 9 : MONTHS.indexOf(name) + 1
}

/** A date of its parts as a fixed term, or the reason why it cannot be. */
function fixedDate(year: number, month: number, day: number): FoundTerm | ImpossibleDate {
  if (month < 1 || month > 12) return { impossible: `No hay mes ${month}; escriba día/mes/año.` }
  if (year < 1900 || year > 2199) return { impossible: `El año ${year} está fuera de 1900 a 2199.` }
  const days = daysInMonth(year, month)
  if (day < 1 || day > days) {
    return {
      impossible: `El ${day} de ${monthName(month)} de ${year} no existe: ese mes tiene ${days} días.`,
    }
  }
  return { term: { kind: 'fixed-date', date: dateFrom(year, month, day) }, notes: [] }
}

/** The year that a month without one means: the first in which its end is not before `on`. */
function impliedYear(month: number, on: IsoDate): number {
  const year = yearOf(on)
  return endOfMonth(year, month) < on ? year + 1 : year
}

function supposed(found: FoundTerm | ImpossibleDate, year: number): FoundTerm | ImpossibleDate {
  if ('impossible' in found) return found
  return { ...found, notes: [`No dice el año: se supone ${year}.`] }
}

function wordedDate(match: RegExpExecArray, on: IsoDate): FoundTerm | ImpossibleDate {
  const typed = match[1] ?? ''
  const day = /^(primero|1o|1ro)$/.test(typed) ? 1 : (readNumber(typed) ?? 0)
  const month = monthNumber(match[2] ?? '')
  if (match[3]) return fixedDate(Number(match[3]), month, day)
  const implied = impliedYear(month, on)
  const exists = day >= 1 && day <= daysInMonth(implied, month)
  const year = exists && dateFrom(implied, month, day) < on ? implied + 1 : implied
  return supposed(fixedDate(year, month, day), year)
}

function endOfNamedMonth(match: RegExpExecArray, on: IsoDate): FoundTerm | ImpossibleDate {
  const month = monthNumber(match[1] ?? '')
  if (match[2]) {
    const day = fixedDate(Number(match[2]), month, 1)
    return 'impossible' in day
      ? day
      : { ...day, term: { kind: 'end-of-month', year: Number(match[2]), month } }
  }
  const year = impliedYear(month, on)
  return { term: { kind: 'end-of-month', year, month }, notes: [`No dice el año: se supone ${year}.`] }
}

/**
 * A date or month named in the words: "31/10/2017", "a más tardar el 31 de octubre", "a finales del mes
 * de octubre" (its last day, domain §6, 12); null when they name none. `on` completes a missing year.
 */
export function readDateWords(folded: string, on: IsoDate): FoundTerm | ImpossibleDate | null {
  const iso = ISO_DATE.exec(folded)
  if (iso) {
    const [text] = iso
    if (isIsoDate(text)) return { term: { kind: 'fixed-date', date: isoDate(text) }, notes: [] }
    return fixedDate(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  }
  const slash = SLASH_DATE.exec(folded)
  if (slash) return fixedDate(Number(slash[3]), Number(slash[2]), Number(slash[1]))
  const worded = WORDED_DATE.exec(folded)
  if (worded) return wordedDate(worded, on)
  const named = LAST_OF_MONTH.exec(folded)
  if (named) return endOfNamedMonth(named, on)
  if (LAST_OF_THIS_MONTH.test(folded)) {
    return { term: { kind: 'end-of-month', year: yearOf(on), month: Number(on.slice(5, 7)) }, notes: [] }
  }
  const year = LAST_OF_YEAR.exec(folded)
  return year ? fixedDate(Number(year[4] ?? yearOf(on)), 12, 31) : null
}
