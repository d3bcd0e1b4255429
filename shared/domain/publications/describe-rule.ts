import { ordinalWord } from '../../lib/spanish'
import type { FindCommemoration, RuleProblem } from './compute-date'
import type { DateRule, RuleYears } from './date-rule'

const MONTHS =
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ')
const WEEKDAYS = ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado']

function monthName(month: number): string {
  return MONTHS[month - 1] ?? ''
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
      return `${rule.day === 1 ? '1.º' : rule.day} de ${monthName(rule.month)}`
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

/** Why a rule never gives a day, in a sentence that says what to do. */
export function ruleProblemText(problem: RuleProblem): string {
  switch (problem.code) {
    case 'no-such-day':
      return `El ${problem.day} de ${monthName(problem.month)} no existe en ningún año. Elija otro día.`
    case 'unknown-date':
      return 'La fecha de la que depende ya no está en el catálogo. Elija otra.'
    case 'circle':
      return 'La fecha dependería de sí misma. Elija otra de la que dependa.'
  }
}
