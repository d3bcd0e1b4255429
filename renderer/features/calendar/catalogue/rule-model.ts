import {
  type Commemoration,
  type CommemorationId,
  commemorationIn,
  type DateRule,
  type DateSpan,
  type FindCommemoration,
  type RuleYears,
  spanIn,
} from '../../../../shared/domain/publications'
import { type IsoDate, yearOf } from '../../../../shared/lib/iso-date'

/** Years ahead in which the next day of a date is looked for: 29 February may wait eight. */
const LOOK_AHEAD = 12
/** Years that the preview shows. */
const PREVIEW_YEARS = 5

/** The kinds of rule as the form offers them. */
export const RULE_KINDS: readonly { readonly value: DateRule['kind']; readonly label: string }[] = [
  { value: 'fixed', label: 'Un día del año' },
  { value: 'nth', label: 'Un día de la semana de un mes' },
  { value: 'week', label: 'Una semana de un mes' },
  { value: 'relative', label: 'Respecto de otra fecha' },
  { value: 'easter', label: 'Respecto de la Pascua' },
]

/** A rule of another kind, with as much of the one before as it can keep. */
export function ruleOfKind(
  kind: DateRule['kind'],
  before: DateRule,
  catalogue: readonly Commemoration[],
): DateRule {
  const { years } = before
  const month = 'month' in before ? before.month : 1
  switch (kind) {
    case 'fixed':
      return { kind, month, day: 1, years }
    case 'nth':
      return { kind, month, weekday: 1, n: 1, years }
    case 'week':
      return { kind, month, n: 1, weekday: null, years }
    case 'easter':
      return { kind, days: 0, years }
    case 'relative': {
      const [first] = catalogue
      return first ? { kind, to: first.id, days: 1, years } : before
    }
  }
}

/** In which years, when another way to say it is chosen. */
export function yearsOfKind(kind: RuleYears['kind'], year: number): RuleYears {
  switch (kind) {
    case 'every':
      return { kind }
    case 'cycle':
      return { kind, every: 3, from: year, offset: 0 }
    case 'list':
      return { kind, years: [year] }
  }
}

/** Years as they were written, and what among them is none. */
export interface WrittenYears {
  readonly years: readonly number[]
  readonly wrong: readonly string[]
}

/** Years written apart by commas or spaces, each once and in order. */
export function readYears(text: string): WrittenYears {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '')
  const isYear = (word: string) => /^\d{4}$/.test(word) && Number(word) >= 1900
  return {
    years: [...new Set(words.filter(isYear).map(Number))].sort((a, b) => a - b),
    wrong: words.filter((word) => !isYear(word)),
  }
}

/** What a preview is made of: a date that is still being written. */
export type DatePreviewed = Pick<Commemoration, 'rule' | 'exceptions'>

/** The days of a date in the years from one on; null in a year without one. */
export function previewOf(
  date: DatePreviewed,
  id: CommemorationId | null,
  find: FindCommemoration,
  year: number,
): readonly { readonly year: number; readonly span: DateSpan | null; readonly isException: boolean }[] {
  const seen = new Set(id === null ? [] : [id])
  return Array.from({ length: PREVIEW_YEARS }, (_, index) => year + index).map((each) => ({
    year: each,
    span: spanIn(date, each, find, seen),
    isException: date.exceptions.some((exception) => exception.year === each),
  }))
}

/** The next day of a date that is not over; null when it has none in sight. */
export function nextSpan(
  commemoration: Commemoration,
  today: IsoDate,
  find: FindCommemoration,
): DateSpan | null {
  for (let year = yearOf(today); year <= yearOf(today) + LOOK_AHEAD; year++) {
    const span = commemorationIn(commemoration, year, find)
    if (span && span.until >= today) return span
  }
  return null
}
