import type { Publication, PublicationId } from '../../../shared/domain/publications'

/** The word of the address for publications that no date of the catalogue asked for. */
export const WITHOUT_DATE = 'otras'

/**
 * Address of a view of the archive, a date or the word of another one; `from` is the publication that the
 * reader comes from, null from none.
 */
export function archivePlace(view: string, from: PublicationId | null): string {
  return `/calendario/archivo/${view}${from === null ? '' : `/${from}`}`
}

/**
 * Address of the sheet of a publication's date. It names the publication too, so that one key leads back
 * from the archive.
 */
export function archivePath({ id, commemorationId }: Pick<Publication, 'id' | 'commemorationId'>): string {
  return archivePlace(commemorationId ?? WITHOUT_DATE, id)
}
