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
import { listChannels, listCommemorations, publicationPages } from './publications'
import { parseWritten, type Store, type StoreChange, type StoredRow } from './store'
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
export class PublishingBook {
  readonly #store: Store
  readonly #bodyId: BodyId
  readonly #listeners = new Set<() => void>()
  #current: Publishing | undefined
  #failure: Error | null = null
  #stop: (() => void) | null = null
  #pending: Promise<void> = Promise.resolve()

  constructor(store: Store, bodyId: BodyId) {
    this.#store = store
    this.#bodyId = bodyId
  }

  /** The publications as they now stand; undefined while they are read. Throws when the rows are damaged. */
  readonly current = (): Publishing | undefined => {
    if (this.#failure) throw this.#failure
    return this.#current
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Reads everything and begins to follow the changes. */
  open(): Promise<void> {
    this.#stop ??= this.#store.onChange((change) => this.#enqueue(() => this.#take(change)))
    return this.#enqueue(() => this.#load())
  }

  close(): void {
    this.#stop?.()
    this.#stop = null
  }

  /** Settles once the changes heard of so far are in. */
  settled(): Promise<void> {
    return this.#pending
  }

  #enqueue(task: () => Promise<void>): Promise<void> {
    this.#pending = this.#pending.then(task).catch((error: unknown) => {
      this.#failure = error instanceof Error ? error : new Error(String(error))
      this.#tell()
    })
    return this.#pending
  }

  async #load(): Promise<void> {
    const read = new Map<PublicationId, Publication>()
    for await (const page of publicationPages(this.#store, this.#bodyId)) {
      for (const publication of page) read.set(publication.id, publication)
      await breathe()
    }
    this.#show({ publications: read, ...(await this.#readRest()) })
  }

  async #readRest(): Promise<Omit<Publishing, 'publications'>> {
    const [catalogue, channels] = await Promise.all([
      listCommemorations(this.#store, this.#bodyId),
      listChannels(this.#store, this.#bodyId),
    ])
    return { catalogue, channels }
  }

  async #take(change: StoreChange): Promise<void> {
    if (change.kind === 'reset') return this.#load()
    const { writes } = change
    const before = this.#current
    if (!before || !TABLES.some((table) => writes.has(table))) return
    const publications = new Map(before.publications)
    await mapInTurns(writes.get('publications') ?? [], ([key, row]) => this.#put(publications, key, row))
    const hasRest = writes.has('commemorations') || writes.has('channels')
    this.#show({ ...before, publications, ...(hasRest ? await this.#readRest() : {}) })
  }

  #put(into: Map<PublicationId, Publication>, key: string, row: StoredRow | null): void {
    const publication = parseWritten('publications', row)
    if (publication?.bodyId === this.#bodyId) into.set(publication.id, publication)
    else into.delete(publicationIdSchema.parse(key))
  }

  #show(publishing: Publishing): void {
    this.#current = publishing
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

const books = new WeakMap<Store, Map<BodyId, PublishingBook>>()

/** The book of a body, the same one for every screen; it stays open while the app runs. */
export function publishingBook(store: Store, bodyId: BodyId): PublishingBook {
  const ofStore = books.get(store) ?? new Map<BodyId, PublishingBook>()
  books.set(store, ofStore)
  let book = ofStore.get(bodyId)
  if (!book) {
    book = new PublishingBook(store, bodyId)
    ofStore.set(bodyId, book)
    void book.open()
  }
  return book
}

/** The publications of a body on screen, kept up to date; undefined while they are being read. */
export function usePublishing(store: Store, bodyId: BodyId): Publishing | undefined {
  const book = useMemo(() => publishingBook(store, bodyId), [store, bodyId])
  return useSyncExternalStore(book.subscribe, book.current)
}
