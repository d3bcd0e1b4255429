import type { Commemoration } from './commemoration'
import { commemorationIn, type FindCommemoration } from './compute-date'
import type { Publication, PublicationState } from './publication'

/** States after which the day is history, whatever the catalogue says later. */
const OVER: ReadonlySet<PublicationState> = new Set(['published', 'withdrawn'])

/**
 * Publications of a date that stayed where they were when it changed: their day is not among those that it
 * has now in the year of their plan (it was moved, is not observed, or is no longer in force), but it was
 * before. Those moved by hand and those already published are passed over. By day.
 */
export function strayedPublications(
  before: Commemoration,
  after: Commemoration,
  publications: readonly Publication[],
  find: FindCommemoration,
): readonly Publication[] {
  const holds = (date: Commemoration, { year, on }: Publication) => {
    const span = commemorationIn(date, year, find)
    return span !== null && span.from <= on && on <= span.until
  }
  return publications
    .filter((publication) => publication.commemorationId === after.id && !OVER.has(publication.state))
    .filter((publication) => holds(before, publication) && !holds(after, publication))
    .sort((a, b) => a.on.localeCompare(b.on))
}
