import type { PosterEntry, PosterMark, PosterMonth, PosterPaper, YearPoster } from '../../documents'
import { CLOSED_DAY_LABELS, type ClosedDay, makeCalendar, skipReason } from '../../domain/calendar'
import type { Publication } from '../../domain/publications'
import { monthOf } from '../../lib/day'
import { type IsoDate, yearOf } from '../../lib/iso-date'
import { weeksOf } from '../../lib/month'
import { capitalize } from '../../lib/spanish'
import { longDay, monthName } from '../../lib/spanish-date'
import { goingOut, isDraft, type YearContent } from './year-calendar'

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)

/** Periods whose days the legend names; more only count. */
const MOST_PERIODS = 4

/** What a poster is made of. `madeOn` is the day it is made, told in its foot. */
export interface PosterSource {
  readonly year: number
  readonly body: { readonly name: string; readonly institution: string }
  readonly publications: readonly Publication[]
  /** The institution's closed days and electoral periods. */
  readonly closedDays: readonly ClosedDay[]
  readonly content: YearContent
  readonly paper: PosterPaper
  readonly madeOn: IsoDate
}

function dayOf(date: IsoDate): string {
  return String(Number(date.slice(8)))
}

/** The days something is shown on, said as shortly as they can be: "del 6 al 8", "del 28 de febrero al 8 de marzo". */
function windowText({ on, from, until }: Publication): string {
  if (from === until && from === on) return ''
  const [first, last] = [yearOf(from), yearOf(until)]
  if (first !== last) return `del ${longDay(from)} al ${longDay(until)}`
  const named = (date: IsoDate) => `${dayOf(date)} de ${monthName(monthOf(date))}`
  if (monthOf(from) !== monthOf(until)) return `del ${named(from)} al ${named(until)}`
  const isSameMonth = monthOf(from) === monthOf(on)
  if (from === until) return `el ${named(from)}`
  return isSameMonth
    ? `del ${dayOf(from)} al ${dayOf(until)}`.replaceAll(' ', '\u00a0')
    : `del ${dayOf(from)} al ${named(until)}`
}

function entryOf(publication: Publication, day: string): PosterEntry {
  return { day, title: publication.title, window: windowText(publication), draft: isDraft(publication) }
}

/** What a day is marked with, given what is on it. */
type MarksOf = (day: IsoDate) => readonly PosterMark[]

function marksOf(
  shown: readonly Publication[],
  closedDays: readonly ClosedDay[],
  periods: readonly ClosedDay[],
): MarksOf {
  const calendar = makeCalendar(closedDays)
  const approved = new Set(shown.filter((entry) => !isDraft(entry)).map(({ on }) => on))
  const drafts = new Set(shown.filter(isDraft).map(({ on }) => on))
  return (day) => {
    const reason = skipReason(calendar, day)
    const isIn = (kind: ClosedDay['kind']) =>
      periods.some((period) => period.kind === kind && period.from <= day && day <= period.until)
    const marks: readonly (readonly [PosterMark, boolean])[] = [
      ['date', approved.has(day)],
      ['draft', drafts.has(day) && !approved.has(day)],
      ['closed', reason !== null && reason.kind !== 'weekend'],
      ['process', isIn('electoral-process')],
      ['campaign', isIn('campaign')],
    ]
    return marks.flatMap(([mark, has]) => (has ? [mark] : []))
  }
}

function monthOfPoster(
  year: number,
  month: number,
  shown: readonly Publication[],
  marks: MarksOf,
): PosterMonth {
  return {
    name: capitalize(monthName(month)),
    weeks: weeksOf({ year, month }).map((week) =>
      week.map((date) => (date === null ? null : { day: Number(date.slice(8)), marks: marks(date) })),
    ),
    entries: shown.filter(({ on }) => monthOf(on) === month).map((entry) => entryOf(entry, dayOf(entry.on))),
  }
}

function periodsText(kind: ClosedDay['kind'], periods: readonly ClosedDay[]): string {
  const own = periods.filter((period) => period.kind === kind)
  const named = own
    .slice(0, MOST_PERIODS)
    .map(({ reason, from, until }) =>
      from === until ? `${reason}, ${longDay(from)}` : `${reason}, del ${longDay(from)} al ${longDay(until)}`,
    )
  const more = own.length > MOST_PERIODS ? [`y ${own.length - MOST_PERIODS} más`] : []
  return `${capitalize(CLOSED_DAY_LABELS[kind].toLocaleLowerCase('es-MX'))}: ${[...named, ...more].join('; ')}`
}

function legendOf(months: readonly PosterMonth[], periods: readonly ClosedDay[]): YearPoster['legend'] {
  const used = new Set(months.flatMap(({ weeks }) => weeks.flat().flatMap((day) => day?.marks ?? [])))
  const all: YearPoster['legend'] = [
    { mark: 'date', text: 'Fecha conmemorativa' },
    { mark: 'draft', text: 'Borrador: puede cambiar' },
    { mark: 'closed', text: 'Día inhábil' },
    { mark: 'process', text: periodsText('electoral-process', periods) },
    { mark: 'campaign', text: periodsText('campaign', periods) },
  ]
  return all.filter(({ mark }) => mark === 'date' || used.has(mark))
}

/**
 * The year on paper: twelve months with their weeks, what is marked in them and the names of their dates.
 * Drafts go only when asked, and then are marked, framed below the title and said in the foot.
 */
export function yearPoster(source: PosterSource): YearPoster {
  const { year, body, closedDays, content, paper, madeOn } = source
  const shown = goingOut(source.publications, content)
  const own = shown.filter(({ on }) => yearOf(on) === year)
  const others = shown.filter(({ on }) => yearOf(on) !== year)
  const periods = closedDays
    .filter(({ kind, from, until }) => kind !== 'closed' && yearOf(from) <= year && year <= yearOf(until))
    .sort((a, b) => a.from.localeCompare(b.from))
  const marks = marksOf(own, closedDays, periods)
  const months = MONTHS.map((month) => monthOfPoster(year, month, own, marks))
  const hasDrafts = shown.some(isDraft)
  const told =
    content === 'with-drafts'
      ? 'Incluye borradores, que pueden cambiar o no publicarse'
      : 'Solo lo aprobado, lo programado y lo publicado'
  return {
    kind: 'year-poster',
    paper,
    language: 'es-MX',
    title: `Fechas conmemorativas ${year}`,
    body: body.name,
    institution: body.institution,
    notice: hasDrafts
      ? 'Incluye borradores: lo marcado con línea discontinua puede cambiar o no publicarse'
      : null,
    legend: legendOf(months, periods),
    footer: `Hecho el ${longDay(madeOn)} · ${told}`,
    months,
    outside:
      others.length === 0
        ? null
        : {
            title: `Del plan de ${year}, en otro año`,
            entries: others.map((entry) => entryOf(entry, longDay(entry.on))),
          },
  }
}
