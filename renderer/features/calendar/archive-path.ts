import type { Publication } from '../../../shared/domain/publications'

/** The word of the address for publications that no date of the catalogue asked for. */
export const WITHOUT_DATE = 'otras'

/**
 * Address of the sheet of a publication's date. It names the publication too, so that one key leads back
 * from the archive.
 */
export function archivePath({ id, commemorationId }: Pick<Publication, 'id' | 'commemorationId'>): string {
  return `/calendario/archivo/${commemorationId ?? WITHOUT_DATE}?${id}`
}
