import type { Publication, PublicationId } from '../../../../shared/domain/publications'

/** What an image is compared with. */
export interface ImageSurroundings {
  readonly publications: readonly Publication[]
  /** The publication on screen, null for a new one. */
  readonly publicationId: PublicationId | null
}
