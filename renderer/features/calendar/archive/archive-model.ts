import type { Commemoration, CommemorationId, Publication } from '../../../../shared/domain/publications'
import { foldText } from '../../../../shared/lib/spanish'

/** A publication with its words as they are searched. */
export interface SearchedPublication {
  readonly publication: Publication
  readonly text: string
}

/** Makes publications searchable, newest first. */
export function searchable(publications: readonly Publication[]): readonly SearchedPublication[] {
  return [...publications]
    .sort((a, b) => b.on.localeCompare(a.on) || a.title.localeCompare(b.title, 'es-MX'))
    .map((publication) => {
      const { title, note, hashtags, images } = publication
      const alts = images.map(({ alt }) => alt)
      return { publication, text: foldText([title, note, ...hashtags, ...alts].join(' ')) }
    })
}

/** Publications that hold every word, without accents or case; all of them for no words. */
export function searchNotes(searched: readonly SearchedPublication[], query: string): readonly Publication[] {
  const words = foldText(query)
    .split(' ')
    .filter((word) => word !== '')
  return searched
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .map(({ publication }) => publication)
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

/** People reached on all channels; null when no channel tells. */
export function totalReach({ placements }: Publication): number | null {
  const told = placements.flatMap(({ reach }) => (reach === null ? [] : [reach]))
  return told.length === 0 ? null : told.reduce((sum, reach) => sum + reach, 0)
}
