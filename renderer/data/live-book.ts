import type { BodyId } from '../../shared/domain/bodies'
import type { Store, StoreChange } from './store'

/** Rows that one change wrote. */
export type RowsChange = Extract<StoreChange, { readonly kind: 'rows' }>

/**
 * Something of a body held in memory: read once, then kept up to date with each change of the store, one after the
 * other. It only mirrors rows already stored.
 */
export abstract class LiveBook<T> {
  protected readonly store: Store
  protected readonly bodyId: BodyId
  readonly #listeners = new Set<() => void>()
  #shown: T | undefined
  #failure: Error | null = null
  #stop: (() => void) | null = null
  #pending: Promise<void> = Promise.resolve()

  constructor(store: Store, bodyId: BodyId) {
    this.store = store
    this.bodyId = bodyId
  }

  /** What is held as it now stands; undefined while it is read. Throws when the rows are damaged. */
  readonly current = (): T | undefined => {
    if (this.#failure) throw this.#failure
    return this.#shown
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Reads everything and begins to follow the changes. */
  open(): Promise<void> {
    this.#stop ??= this.store.onChange((change) =>
      this.enqueue(() => (change.kind === 'reset' ? this.load() : this.take(change))),
    )
    return this.enqueue(() => this.load())
  }

  close(): void {
    this.#stop?.()
    this.#stop = null
  }

  /** Settles once the changes heard of so far are in. */
  settled(): Promise<void> {
    return this.#pending
  }

  /** Reads everything again and shows it. */
  protected abstract load(): Promise<void>

  /** Takes the rows that were written, and shows what came of them. */
  protected abstract take(change: RowsChange): Promise<void>

  /** What was last shown, also after a failure; undefined before. */
  protected get shown(): T | undefined {
    return this.#shown
  }

  protected show(value: T): void {
    this.#shown = value
    this.#tell()
  }

  /** Carries a task out after those before it; one that fails is told by {@link current}. */
  protected enqueue(task: () => Promise<void>): Promise<void> {
    this.#pending = this.#pending.then(task).catch((error: unknown) => {
      this.#failure = error instanceof Error ? error : new Error(String(error))
      this.#tell()
    })
    return this.#pending
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

/** Books of the bodies of a store, the same one for every screen; each stays open while the app runs. */
export class Bookshelf<B extends LiveBook<unknown>> {
  readonly #books = new WeakMap<Store, Map<BodyId, B>>()

  /** The book of a body; `make` makes it the first time, and then it is opened. */
  bookOf(store: Store, bodyId: BodyId, make: () => B): B {
    const ofStore = this.#books.get(store) ?? new Map<BodyId, B>()
    this.#books.set(store, ofStore)
    let book = ofStore.get(bodyId)
    if (!book) {
      book = make()
      ofStore.set(bodyId, book)
      void book.open()
    }
    return book
  }
}
