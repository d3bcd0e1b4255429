import type { Publication, PublicationState } from '../../../shared/domain/publications'
import { addDays, addMonths, dateFrom } from '../../../shared/lib/day'
import { daysInMonth, type IsoDate } from '../../../shared/lib/iso-date'
import { mondayOf } from '../../../shared/lib/month'
import { foldText } from '../../../shared/lib/spanish'
import type { Steps } from '../../../shared/lib/steps'
import type { CalendarMode } from './modes'

const BY_TITLE = new Intl.Collator('es-MX')

/** Publications by the day they are for, each day by title; a step for each day. */
export function* daySteps(publications: Iterable<Publication>): Steps<Days> {
  const days = new Map<IsoDate, Publication[]>()
  for (const publication of publications) {
    const day = days.get(publication.on)
    if (day) day.push(publication)
    else days.set(publication.on, [publication])
  }
  let done = 0
  for (const day of days.values()) {
    yield done++ / days.size
    day.sort((a, b) => BY_TITLE.compare(a.title, b.title))
  }
  return days
}

/** Publications by their day. */
export type Days = ReadonlyMap<IsoDate, readonly Publication[]>

/** Those of every day, in the order in which the days come. */
export function inOrder(days: Days): readonly Publication[] {
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, day]) => day)
}

/** How full a day or a week is, from 0 (nothing) to 4, against the fullest one of its kind. */
export function densityOf(count: number, fullest: number): number {
  if (count === 0 || fullest === 0) return 0
  return Math.max(1, Math.ceil((count * 4) / fullest))
}

/** How many publications each week has, by its Monday. */
export function byWeek(days: Days): ReadonlyMap<IsoDate, number> {
  const weeks = new Map<IsoDate, number>()
  for (const [on, { length }] of days) {
    const monday = mondayOf(on)
    weeks.set(monday, (weeks.get(monday) ?? 0) + length)
  }
  return weeks
}

/** Made once for each publication, which is another object when it changes. */
const searchTexts = new WeakMap<Publication, string>()

/** What a publication can be found by, without accents or case. */
export function searchTextOf(publication: Publication): string {
  const known = searchTexts.get(publication)
  if (known !== undefined) return known
  const { title, note, hashtags, responsible, on } = publication
  const text = foldText([title, note, ...hashtags, ...responsible.map(({ name }) => name), on].join(' '))
  searchTexts.set(publication, text)
  return text
}

/** Publications that hold every word typed and are in one of the states, all when none is chosen. */
export function matching(
  publications: readonly Publication[],
  text: string,
  states: ReadonlySet<PublicationState>,
): readonly Publication[] {
  const words = foldText(text)
    .split(' ')
    .filter((word) => word !== '')
  return publications.filter((publication) => {
    if (states.size > 0 && !states.has(publication.state)) return false
    if (words.length === 0) return true
    const searched = searchTextOf(publication)
    return words.every((word) => searched.includes(word))
  })
}

/** Where a key leads from a day; null when it leads nowhere. */
export function dayAfterKey(day: IsoDate, key: string, mode: CalendarMode): IsoDate | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'PageUp':
      return stepPeriod(day, mode, -1)
    case 'PageDown':
      return stepPeriod(day, mode, 1)
    case 'Home':
      return mondayOf(day)
    case 'End':
      return addDays(mondayOf(day), 6)
    default:
      return null
  }
}

/** The same place of the next period on screen, or the one before. */
export function stepPeriod(day: IsoDate, mode: CalendarMode, steps: number): IsoDate {
  if (mode === 'semana') return addDays(day, 7 * steps)
  return addMonths(day, mode === 'mes' ? steps : 12 * steps)
}

/** The day of a year to stand on: today in this year, else the same day of the other one. */
export function sameDayOf(year: number, day: IsoDate): IsoDate {
  const [, month = 1, date = 1] = day.split('-').map(Number)
  return dateFrom(year, month, Math.min(date, daysInMonth(year, month)))
}

/** First and last day of the year of a date. */
export function yearBounds(year: number): { readonly from: IsoDate; readonly until: IsoDate } {
  return { from: dateFrom(year, 1, 1), until: dateFrom(year, 12, 31) }
}

/** The first publication on or after a day, else the last one before it; -1 when there are none. */
export function nearestIndex(ordered: readonly Publication[], day: IsoDate): number {
  const next = ordered.findIndex(({ on }) => on >= day)
  return next >= 0 ? next : ordered.length - 1
}

/** Publications of the weeks to come from a day on, its own week included. */
export function comingWeeks(days: Days, day: IsoDate, weeks: number): readonly Publication[] {
  const first = mondayOf(day)
  return Array.from({ length: 7 * weeks }, (_, index) => days.get(addDays(first, index)) ?? []).flat()
}
