import { Digester } from './packet/content'

/** Most contents that are summed at once; the page sums one after the other. */
const MOST_OPEN = 4

/** Both sums of a content, and how long it was. */
export interface Sums {
  readonly size: number
  readonly sha256: string
  readonly sha512: string
}

/**
 * Sums of contents that the page hands over in pieces: what a packet of any size is compared with. Only the
 * sums are kept, never the bytes, and nothing of them is looked at.
 */
export class RunningSums {
  readonly #open = new Map<string, Digester>()

  /** Adds the next piece of a content, the first time it is named from the beginning; false when too many are. */
  add(id: string, bytes: Uint8Array): boolean {
    const known = this.#open.get(id)
    if (known === undefined && this.#open.size >= MOST_OPEN) return false
    const digester = known ?? new Digester()
    this.#open.set(id, digester)
    digester.update(bytes)
    return true
  }

  /** The sums of everything that came, and the end of it; null for a content that nobody began. */
  end(id: string): Sums | null {
    const digester = this.#open.get(id)
    if (digester === undefined) return null
    this.#open.delete(id)
    const { size, sha256, sha512 } = digester.end()
    return { size, sha256, sha512 }
  }

  /** Forgets what was begun: the page that asked is gone. */
  clear(): void {
    this.#open.clear()
  }
}
