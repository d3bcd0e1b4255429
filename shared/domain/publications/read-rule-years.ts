import { err, ok, type Result } from '../../lib/result'
import { foldText } from '../../lib/spanish'
import { NUMBER_PATTERN, readNumber } from '../../lib/spanish-number'
import type { RuleYears } from './date-rule'

const [FIRST_YEAR, LAST_YEAR] = [1900, 9999]
const MAX_YEARS = 200
/** How far the years of a cycle may be from the one that it is counted from. */
const MAX_OFFSET = 3
/** Ordinary federal elections: 2015, 2018, 2021… */
const ELECTION = { kind: 'cycle', every: 3, from: 2015 } as const

const YEAR_LIST = '\\d{4}(?:(?: ?[,;] ?(?:y )?| [ye] )\\d{4})*'
const ONLY = '(?:(?:solo|solamente|unicamente|nada mas)(?: en)?|en) '
const ELECTIONS = '(?:la |las )?eleccion(?:es)?(?: ordinarias?)?(?: federal(?:es)?)?(?: ordinarias?)?'

type Reader = (match: RegExpExecArray) => Result<RuleYears, string>

function cycle(first: number, every: number): Result<RuleYears, string> {
  if (every < 2 || every > 100) return err('un ciclo va de cada 2 a cada 100 años.')
  if (first < FIRST_YEAR - MAX_OFFSET || first > LAST_YEAR + MAX_OFFSET) {
    return err(`el año ${first} está fuera de los años ${FIRST_YEAR} a ${LAST_YEAR}.`)
  }
  const from = Math.min(Math.max(first, FIRST_YEAR), LAST_YEAR)
  return ok({ kind: 'cycle', every, from, offset: first - from })
}

function readCycle([, count = '', told = '']: RegExpExecArray): Result<RuleYears, string> {
  const [first, second] = (told.match(/\d{4,5}/g) ?? []).map(Number)
  const every = readNumber(count) ?? 0
  if (first === undefined) {
    return err(`diga desde qué año se cuenta: «cada ${every} años (2018, ${2018 + every}…)».`)
  }
  if (second !== undefined && second !== first + every) {
    return err(`cada ${every} años desde ${first} sigue ${first + every}, no ${second}.`)
  }
  return cycle(first, every)
}

function readList([, told = '']: RegExpExecArray): Result<RuleYears, string> {
  const years = (told.match(/\d{4}/g) ?? []).map(Number)
  const odd = years.find((year) => year < FIRST_YEAR)
  if (odd !== undefined) return err(`el año ${odd} está fuera de los años ${FIRST_YEAR} a ${LAST_YEAR}.`)
  if (years.length > MAX_YEARS) return err(`caben ${MAX_YEARS} años; use un ciclo.`)
  return ok({ kind: 'list', years })
}

/** Ways of saying the years, folded, wherever they stand. */
const WORDINGS: readonly (readonly [string, Reader])[] = [
  ['(?:todos los anos|cada ano|anual(?:mente)?)', () => ok({ kind: 'every' })],
  [
    `(?:${ONLY})?(?:del |el |los )?(?:anos? (?:anterior(?:es)?|previos?) (?:a|al de) ${ELECTIONS}|anos? preelectoral(?:es)?)`,
    () => ok({ ...ELECTION, offset: -1 }),
  ],
  [
    `(?:${ONLY})?(?:el |los )?anos? (?:(?:de|con) ${ELECTIONS}|electoral(?:es)?(?: federal(?:es)?)?)`,
    () => ok({ ...ELECTION, offset: 0 }),
  ],
  [
    `cada (${NUMBER_PATTERN}) anos?(?:,?(?: desde| a partir de)(?: el)?(?: ano)?)?((?: ?\\(? ?\\d{4,5}(?:(?: ?[,;] ?| y )\\d{4,5})*(?:…|\\.\\.\\.)?\\)?)?)`,
    readCycle,
  ],
  [`${ONLY}(?:el ano |los anos |el |los )?(${YEAR_LIST})`, readList],
]

/** A bare list is enough in a cell of its own, and in brackets after a day. */
const BARE_LIST = [`(${YEAR_LIST})`, readList] as const

/** What is left of a wording without its years, folded, and the years; null when it says none. */
export interface YearsApart {
  readonly head: string
  readonly years: RuleYears | null
}

function compile(before: string, after: string, wordings: readonly (readonly [string, Reader])[]) {
  return wordings.map(([pattern, read]) => ({ pattern: new RegExp(before + pattern + after), read }))
}

const AT_END = [
  ...compile('(?:^| ?[,;.(] ?| )', ' ?\\)?\\.?$', WORDINGS),
  ...compile(' ?\\(', '\\)$', [BARE_LIST]),
]
const ALONE = compile('^\\(?', '\\)?\\.?$', [...WORDINGS, BARE_LIST])

/** Takes apart the years that a wording ends with. The error is a sentence for the user. */
export function splitYears(folded: string): Result<YearsApart, string> {
  for (const { pattern, read } of AT_END) {
    const match = pattern.exec(folded)
    if (!match) continue
    const years = read(match)
    return years.ok ? ok({ head: folded.slice(0, match.index).trim(), years: years.value }) : years
  }
  return ok({ head: folded, years: null })
}

/**
 * Reads in which years a date falls: "2026", "2018, 2024", "cada 3 años (2018, 2021…)", "años de elección
 * federal", "todos". The error is a sentence for the user.
 */
export function readYearsText(text: string): Result<RuleYears, string> {
  const folded = foldText(text)
  if (folded === 'todos' || folded === 'todos los anos') return ok({ kind: 'every' })
  for (const { pattern, read } of ALONE) {
    const match = pattern.exec(folded)
    if (match) return read(match)
  }
  return err(
    `«${text}» no se entiende; escriba los años («2018, 2024»), «cada 3 años (2018, 2021…)», «años de elección federal» o «todos».`,
  )
}

function yearsKey(years: RuleYears): string {
  switch (years.kind) {
    case 'every':
      return 'every'
    case 'cycle':
      return `${years.every}:${(years.from + years.offset) % years.every}`
    case 'list':
      return [...new Set(years.years)].sort((a, b) => a - b).join()
  }
}

/** Whether two ways of saying years name the same ones: a cycle may be counted from any of its years. */
export function isSameYears(a: RuleYears, b: RuleYears): boolean {
  return a.kind === b.kind && yearsKey(a) === yearsKey(b)
}
