import { Dexie, type Table } from 'dexie'

interface PreferenceRow {
  readonly name: string
  readonly value: string
}

/**
 * Small texts of this window, by name, in a database of their own that may be lost without harm. Unlike
 * localStorage, which Chromium writes seconds later, it has each text when the app is killed.
 */
export class PreferenceDatabase {
  readonly #dexie = new Dexie('quorum-preferences')
  readonly #rows: Table<PreferenceRow, string>

  constructor() {
    this.#dexie.version(1).stores({ rows: 'name' })
    this.#rows = this.#dexie.table('rows')
  }

  /** Every text. */
  async all(): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.#rows.toArray()).map(({ name, value }) => [name, value]))
  }

  /** Keeps a text under its name; null forgets it. */
  async put(name: string, value: string | null): Promise<void> {
    if (value === null) await this.#rows.delete(name)
    else await this.#rows.put({ name, value })
  }
}
