import { useMemo, useSyncExternalStore } from 'react'
import type { BodyId } from '../../shared/domain/bodies'
import {
  type Channel,
  type Commemoration,
  type Publication,
  type PublicationId,
  publicationIdSchema,
} from '../../shared/domain/publications'
import type { TableName } from '../../shared/schema/tables'
import { Bookshelf, LiveBook, type RowsChange } from './live-book'
import { listChannels, listCommemorations, publicationPages } from './publications'
import { parseWritten, type Store, type StoredRow } from './store'
import { breathe, mapInTurns } from './turns'

/** What a body publishes. A new object only when something changed. */
export interface Publishing {
  /** Every publication, of all years. */
  readonly publications: ReadonlyMap<PublicationId, Publication>
  /** In no order. */
  readonly catalogue: readonly Commemoration[]
  /** In their order. */
  readonly channels: readonly Channel[]
}

const TABLES: readonly TableName[] = ['publications', 'commemorations', 'channels']

/**
 * Holds what a body publishes in memory, read once between the frames of the window and then kept up to date
 * row by row: calendar, archive, images and reminders all look at thousands of them. It only mirrors rows already
 * stored.
 */
export class PublishingBook extends LiveBook<Publishing> {
  protected async load(): Promise<void> {
    const read = new Map<PublicationId, Publication>()
    for await (const page of publicationPages(this.store, this.bodyId)) {
      for (const publication of page) read.set(publication.id, publication)
      await breathe()
    }
    this.show({ publications: read, ...(await this.#readRest()) })
  }

  async #readRest(): Promise<Omit<Publishing, 'publications'>> {
    const [catalogue, channels] = await Promise.all([
      listCommemorations(this.store, this.bodyId),
      listChannels(this.store, this.bodyId),
    ])
    return { catalogue, channels }
  }

  protected async take({ writes }: RowsChange): Promise<void> {
    const before = this.shown
    if (!before || !TABLES.some((table) => writes.has(table))) return
    const publications = new Map(before.publications)
    await mapInTurns(writes.get('publications') ?? [], ([key, row]) => this.#put(publications, key, row))
    const hasRest = writes.has('commemorations') || writes.has('channels')
    this.show({ ...before, publications, ...(hasRest ? await this.#readRest() : {}) })
  }

  #put(into: Map<PublicationId, Publication>, key: string, row: StoredRow | null): void {
    const publication = parseWritten('publications', row)
    if (publication?.bodyId === this.bodyId) into.set(publication.id, publication)
    else into.delete(publicationIdSchema.parse(key))
  }
}

const books = new Bookshelf<PublishingBook>()

/** The book of a body. */
export function publishingBook(store: Store, bodyId: BodyId): PublishingBook {
  return books.bookOf(store, bodyId, () => new PublishingBook(store, bodyId))
}

/** The publications of a body on screen, kept up to date; undefined while they are being read. */
export function usePublishing(store: Store, bodyId: BodyId): Publishing | undefined {
  const book = useMemo(() => publishingBook(store, bodyId), [store, bodyId])
  return useSyncExternalStore(book.subscribe, book.current)
}
