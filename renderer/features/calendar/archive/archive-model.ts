import type {
  Commemoration,
  CommemorationId,
  Placement,
  Publication,
} from '../../../../shared/domain/publications'
import type { IsoDate } from '../../../../shared/lib/iso-date'
import { foldText } from '../../../../shared/lib/spanish'
import type { Steps } from '../../../../shared/lib/steps'

/** A publication with its words as they are searched. */
export interface SearchedPublication {
  readonly publication: Publication
  readonly text: string
}

const BY_TITLE = new Intl.Collator('es-MX')
/** Publications made searchable in one step. */
const IN_ONE_STEP = 20

/** Makes publications searchable, newest first; a step for some of them. */
export function* searchableSteps(
  publications: readonly Publication[],
): Steps<readonly SearchedPublication[]> {
  const newestFirst = [...publications].sort((a, b) =>
    a.on === b.on ? BY_TITLE.compare(a.title, b.title) : a.on < b.on ? 1 : -1,
  )
  const searched: SearchedPublication[] = []
  for (const publication of newestFirst) {
    if (searched.length % IN_ONE_STEP === 0) yield searched.length / newestFirst.length
    const { title, note, hashtags, images } = publication
    const alts = images.map(({ alt }) => alt)
    searched.push({ publication, text: foldText([title, note, ...hashtags, ...alts].join(' ')) })
  }
  return searched
}

function wordsOf(query: string): readonly string[] {
  return foldText(query)
    .split(' ')
    .filter((word) => word !== '')
}

/** Publications that hold every word, without accents or case; all of them for no words. */
export function searchNotes(searched: readonly SearchedPublication[], query: string): readonly Publication[] {
  const words = wordsOf(query)
  return searched
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .map(({ publication }) => publication)
}

/** A stretch of a text; the ones that were searched for are marked. */
export interface ExcerptPart {
  /** Where it begins in the text. */
  readonly at: number
  readonly text: string
  readonly isMatch: boolean
}

/** Letters of a note that are told around what was found. */
const EXCERPT = 220
const BEFORE = 60

/** A text letter by letter without accents or case, as long as the text itself. */
function foldedLetters(letters: readonly string[]): string {
  return letters.map((letter) => (/\s/.test(letter) ? ' ' : foldText(letter).slice(0, 1) || ' ')).join('')
}

/** The part of a note where the first searched word is, with every searched word in it marked. */
export function excerptOf(note: string, query: string): readonly ExcerptPart[] {
  const letters = [...note.replace(/\s+/g, ' ')]
  const folded = foldedLetters(letters)
  const words = wordsOf(query)
  const first = Math.min(...words.map((word) => folded.indexOf(word)).filter((at) => at >= 0), letters.length)
  const start = first === letters.length || first < BEFORE ? 0 : folded.indexOf(' ', first - BEFORE) + 1
  const end = Math.min(letters.length, start + EXCERPT)
  const marked = new Set<number>()
  for (const word of words) {
    for (let at = folded.indexOf(word, start); at >= 0 && at < end; at = folded.indexOf(word, at + 1)) {
      for (let letter = at; letter < at + word.length; letter++) marked.add(letter)
    }
  }
  const parts: { at: number; text: string; isMatch: boolean }[] =
    start > 0 ? [{ at: 0, text: '…', isMatch: false }] : []
  for (let at = start; at < end; at++) {
    const last = parts.at(-1)
    const isMatch = marked.has(at)
    if (last && last.isMatch === isMatch) last.text += letters[at]
    else parts.push({ at, text: letters[at] ?? '', isMatch })
  }
  return parts
}

/** A date of the list: how many publications it has and the years with any. */
export interface DateLine {
  readonly commemoration: Commemoration
  readonly years: readonly number[]
}

/** The dates of a catalogue by name, with the years of each one's publications, newest first. */
export function dateLines(
  catalogue: readonly Commemoration[],
  publications: readonly Publication[],
): readonly DateLine[] {
  const years = new Map<CommemorationId, Set<number>>()
  for (const { commemorationId, year } of publications) {
    if (commemorationId === null) continue
    const known = years.get(commemorationId)
    if (known) known.add(year)
    else years.set(commemorationId, new Set([year]))
  }
  return catalogue
    .map((commemoration) => ({
      commemoration,
      years: [...(years.get(commemoration.id) ?? [])].sort((a, b) => b - a),
    }))
    .sort((a, b) => a.commemoration.name.localeCompare(b.commemoration.name, 'es-MX'))
}

/** The dates whose name holds every word, without accents or case. */
export function filterDates(lines: readonly DateLine[], query: string): readonly DateLine[] {
  const words = wordsOf(query)
  return lines.filter(({ commemoration }) => {
    const name = foldText(commemoration.name)
    return words.every((word) => name.includes(word))
  })
}

/** Publications that no date of the catalogue asked for, newest first. */
export function withoutDate(
  catalogue: readonly Commemoration[],
  publications: readonly Publication[],
): readonly Publication[] {
  const known = new Set(catalogue.map(({ id }) => id))
  return publications
    .filter(({ commemorationId }) => commemorationId === null || !known.has(commemorationId))
    .sort((a, b) => b.on.localeCompare(a.on) || a.title.localeCompare(b.title, 'es-MX'))
}

/** People reached on all channels; null when no channel tells. */
export function totalReach({ placements }: Publication): number | null {
  const told = placements.flatMap(({ reach }) => (reach === null ? [] : [reach]))
  return told.length === 0 ? null : told.reduce((sum, reach) => sum + reach, 0)
}

/** Whether anything is known of what became of it in a channel. */
export function isTold({ publishedOn, withdrawnOn, link, reach, evidence }: Placement): boolean {
  return (
    publishedOn !== null || withdrawnOn !== null || link !== null || reach !== null || evidence.length > 0
  )
}

/** What to say of a publication of which no channel tells anything. */
export function untoldText({ from, until }: Publication, today: IsoDate): string {
  if (from > today) return 'todavía no llega su día'
  return until < today ? 'no consta que se publicara' : 'aún no consta que se publicara'
}
