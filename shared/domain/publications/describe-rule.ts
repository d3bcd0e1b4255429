import { monthOf } from '../../lib/day'
import { type IsoDate, yearOf } from '../../lib/iso-date'
import { ordinalWord } from '../../lib/spanish'
import { monthName } from '../../lib/spanish-date'
import type { Commemoration } from './commemoration'
import type { FindCommemoration, RuleProblem } from './compute-date'
import type { DateException, DateSpan } from './date-exception'
import type { DateRule, RuleYears } from './date-rule'

const WEEKDAYS = ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado']

function dayWord(day: number): string {
  return day === 1 ? '1.º' : String(day)
}

function daysText(days: number): string {
  const count = Math.abs(days)
  return `${count} ${count === 1 ? 'día' : 'días'}`
}

function shifted(days: number, what: string): string {
  if (days === 0) return `el mismo día que ${what}`
  const from = what.startsWith('el ') ? `del ${what.slice(3)}` : `de ${what}`
  return `${daysText(days)} ${days < 0 ? 'antes' : 'después'} ${from}`
}

function yearsText(years: RuleYears): string {
  switch (years.kind) {
    case 'every':
      return ''
    case 'cycle':
      return `, cada ${years.every} años (${years.from + years.offset}, ${years.from + years.offset + years.every}…)`
    case 'list':
      return `, solo en ${years.years.join(', ')}`
  }
}

function dayText(rule: DateRule, find: FindCommemoration): string {
  switch (rule.kind) {
    case 'fixed':
      return `${dayWord(rule.day)} de ${monthName(rule.month)}`
    case 'nth': {
      const which = rule.n === -1 ? 'último' : ordinalWord(rule.n, 'm').replace(/(primer|tercer)o$/, '$1')
      return `${which} ${WEEKDAYS[rule.weekday] ?? ''} de ${monthName(rule.month)}`
    }
    case 'week': {
      const week = `${ordinalWord(rule.n, 'f')} semana de ${monthName(rule.month)}`
      return rule.weekday === null ? week : `${WEEKDAYS[rule.weekday] ?? ''} de la ${week}`
    }
    case 'easter':
      return shifted(rule.days, 'el Domingo de Pascua')
    case 'relative': {
      const other = find(rule.to)
      return shifted(rule.days, other ? `«${other.name}»` : 'una fecha que ya no está en el catálogo')
    }
  }
}

/** A rule in words: "tercer lunes de noviembre", "martes de la segunda semana de febrero". */
export function describeRule(rule: DateRule, find: FindCommemoration): string {
  return dayText(rule, find) + yearsText(rule.years)
}

function monthDay(date: IsoDate): string {
  return `${dayWord(Number(date.slice(8)))} de ${monthName(monthOf(date))}`
}

/** Days of one year without the year: "1.º de julio", "1.º al 7 de julio", "30 de junio al 2 de julio". */
export function describeSpan({ from, until }: DateSpan): string {
  if (from === until) return monthDay(from)
  const isOneMonth = yearOf(from) === yearOf(until) && monthOf(from) === monthOf(until)
  return `${isOneMonth ? dayWord(Number(from.slice(8))) : monthDay(from)} al ${monthDay(until)}`
}

/** An exception in words, without its reason: "2018: 1.º de julio", "2020: no se observa". */
export function describeException({ year, on }: DateException): string {
  return `${year}: ${on === null ? 'no se observa' : describeSpan(on)}`
}

/** Exceptions told in a line; the rest are counted. */
const TOLD_EXCEPTIONS = 3

/**
 * When a date is, in words: its rule, then the latest of its exceptions: "primer domingo de junio, cada 3
 * años (2015, 2018…), excepto 2018: 1.º de julio".
 */
export function describeDate(
  { rule, exceptions }: Pick<Commemoration, 'rule' | 'exceptions'>,
  find: FindCommemoration,
): string {
  if (exceptions.length === 0) return describeRule(rule, find)
  const told = [...exceptions].reverse().slice(0, TOLD_EXCEPTIONS).map(describeException)
  const more = exceptions.length - told.length
  const rest = more === 0 ? '' : more === 1 ? ' y 1 año más' : ` y ${more} años más`
  return `${describeRule(rule, find)}, excepto ${told.join('; ')}${rest}`
}

/** Why a rule never gives a day, in a sentence that says what to do. */
export function ruleProblemText(problem: RuleProblem): string {
  switch (problem.code) {
    case 'no-such-day':
      return `El ${problem.day} de ${monthName(problem.month)} no existe en ningún año. Elija otro día.`
    case 'unknown-date':
      return 'La fecha de la que depende ya no está en el catálogo. Elija otra.'
    case 'circle':
      return 'La fecha dependería de sí misma. Elija otra de la que dependa.'
    case 'no-such-year':
      return 'Ninguno de sus años tiene ese día: la fecha no caería nunca. Cambie el día o los años.'
  }
}
