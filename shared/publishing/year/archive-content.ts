import type { Publication } from '../../domain/publications'

/** What of a year goes into its archive: what was published (also if withdrawn since), or the whole plan. */
export type ArchiveContent = 'published' | 'with-drafts'

/** Whether something of a publication was ever seen: it is published or withdrawn, or some channel says when. */
export function wasPublished({ state, placements }: Publication): boolean {
  if (state === 'published' || state === 'withdrawn') return true
  return placements.some(({ publishedOn }) => publishedOn !== null)
}

/** The publications that go out, by day and then by title, and how many others the year has. */
export function archiveOf(
  publications: readonly Publication[],
  content: ArchiveContent,
): { readonly shown: readonly Publication[]; readonly leftOut: number } {
  const shown = publications
    .filter((publication) => content === 'with-drafts' || wasPublished(publication))
    .sort((a, b) => a.on.localeCompare(b.on) || a.title.localeCompare(b.title, 'es-MX'))
  return { shown, leftOut: publications.length - shown.length }
}
