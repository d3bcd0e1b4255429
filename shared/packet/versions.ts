import type { Origin, OriginId, Versions } from '../domain/packets'
import type { Change, JournalRecord, Row } from '../journal'
import type { TableName } from '../schema/tables'

/** Names a row among those of all tables: table + ':' + key, the id of its `origins` row. */
export function rowId(table: string, key: string): string {
  return `${table}:${key}`
}

/** How the changes that one row contains stand to those of another. */
export type VersionOrder = 'same' | 'newer' | 'older' | 'apart'

/** Whether `a` contains more changes than `b`, fewer, the same, or each some that the other does not. */
export function compareVersions(a: Versions, b: Versions): VersionOrder {
  let more = false
  let less = false
  for (const origin of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const [left, right] = [a[origin] ?? 0, b[origin] ?? 0]
    if (left > right) more = true
    if (left < right) less = true
  }
  if (more && less) return 'apart'
  if (more) return 'newer'
  return less ? 'older' : 'same'
}

/** The changes that two rows contain between them; origins in order, so that equal ones are written alike. */
export function joinVersions(a: Versions, b: Versions): Versions {
  const origins = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort()
  return Object.fromEntries(origins.map((origin) => [origin, Math.max(a[origin] ?? 0, b[origin] ?? 0)]))
}

/** A row that is gone, with what tells where it belonged; null where it belonged to no such thing. */
export interface GoneRow {
  readonly table: TableName
  readonly key: string
  readonly bodyId: string | null
  readonly sessionId: string | null
  readonly itemId: string | null
}

function textOf(row: Row | null, field: string): string | null {
  const value = row?.[field]
  return typeof value === 'string' ? value : null
}

/** The session that a row is of: of an item, the one that it was born in. */
function sessionOf(table: TableName, key: string, row: Row | null): string | null {
  if (table === 'sessions') return key
  if (table !== 'items') return textOf(row, 'sessionId')
  const origin = row?.origin
  return origin !== null && typeof origin === 'object' && !Array.isArray(origin)
    ? textOf(origin as Row, 'sessionId')
    : null
}

/**
 * What this computer's journal says of every row: the last of its records that changed it, and which rows
 * are gone. It is read from beginning to end, a page at a time; nothing of the clock enters it. What an
 * import wrote is not a change of this computer: the change set that writes the `origins` row of a row
 * speaks of changes made elsewhere.
 */
export class VersionLedger {
  #origin: OriginId | null = null
  #head = { seq: 0, hash: '0'.repeat(64) }
  readonly #own = new Map<string, number>()
  readonly #gone = new Map<string, GoneRow>()
  readonly #bodyOfSession = new Map<string, string>()

  /** Name of this journal, the hash of its first record; null while it is empty. */
  get origin(): OriginId | null {
    return this.#origin
  }

  /** The last record that was read. */
  get head(): { readonly seq: number; readonly hash: string } {
    return this.#head
  }

  /** Reads the next records of the journal; throws when they do not follow those read before. */
  read(records: readonly Pick<JournalRecord, 'seq' | 'hash' | 'changeSet'>[]): void {
    for (const { seq, hash, changeSet } of records) {
      if (seq !== this.#head.seq + 1) throw new Error(`Record ${this.#head.seq + 1} is missing`)
      this.#origin ??= hash
      this.#head = { seq, hash }
      const brought = new Set(
        changeSet.changes.filter(({ table }) => table === 'origins').map(({ key }) => key),
      )
      for (const change of changeSet.changes) this.#readChange(change, seq, brought)
    }
  }

  #readChange(change: Change, seq: number, brought: ReadonlySet<string>): void {
    const { table, key, before, after } = change
    if (table === 'origins') return
    const id = rowId(table, key)
    const row = after ?? before
    const bodyId = textOf(row, 'bodyId')
    if (table === 'sessions' && bodyId !== null) this.#bodyOfSession.set(key, bodyId)
    if (!brought.has(id)) this.#own.set(id, seq)
    if (after !== null) this.#gone.delete(id)
    else {
      const sessionId = sessionOf(table, key, row)
      const own = table === 'bodies' ? key : bodyId
      this.#gone.set(id, { table, key, bodyId: own, sessionId, itemId: textOf(row, 'itemId') })
    }
  }

  /** Which changes a row contains; `stored` is its row of `origins`, null when it never came in a packet. */
  versionsOf(id: string, stored: Origin | null): Versions {
    const own = this.#own.get(id)
    const here = own === undefined || this.#origin === null ? {} : { [this.#origin]: own }
    return stored === null ? here : joinVersions(stored.versions, here)
  }

  /** Rows of a body that were here and are gone, in the order in which they went. */
  goneRows(bodyId: string): readonly GoneRow[] {
    return [...this.#gone.values()].filter((gone) => {
      const session = gone.sessionId === null ? undefined : this.#bodyOfSession.get(gone.sessionId)
      return (gone.bodyId ?? session) === bodyId
    })
  }
}
