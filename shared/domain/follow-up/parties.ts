import { foldText } from '../../lib/spanish'
import type { Person, Seat } from '../people'
import type { Party } from './item'

/** What names are looked up in. */
export interface PartyDirectory {
  readonly seats: readonly Pick<Seat, 'id' | 'name' | 'acronym'>[]
  readonly persons: readonly Pick<Person, 'id' | 'fullName' | 'shortName'>[]
}

/** Finds áreas and people by how they are named. Made once for many lookups. */
export class PartyFinder {
  readonly #found = new Map<string, Pick<Party, 'seatId' | 'personId'>>()

  constructor({ seats, persons }: PartyDirectory) {
    for (const { id, fullName, shortName } of persons) {
      this.#learn(shortName, { seatId: null, personId: id })
      this.#learn(fullName, { seatId: null, personId: id })
    }
    for (const { id, name, acronym } of seats) {
      this.#learn(name, { seatId: id, personId: null })
      this.#learn(acronym, { seatId: id, personId: null })
    }
  }

  #learn(name: string, ids: Pick<Party, 'seatId' | 'personId'>): void {
    const key = foldText(name)
    if (key !== '') this.#found.set(key, ids)
  }

  /** The party of that name; without ids when the directory has nobody called so. */
  party(name: string): Party {
    const ids = this.#found.get(foldText(name)) ?? { seatId: null, personId: null }
    return { name: name.trim(), ...ids }
  }

  /** Parties written in one text: "UNICOM, UTVOPL y DEPPP". A known name is never cut in two. */
  parties(text: string): readonly Party[] {
    return text
      .split(/[;\n]/)
      .flatMap((part) => this.#split(part.trim()))
      .filter((name) => name !== '')
      .map((name) => this.party(name))
  }

  #split(part: string): readonly string[] {
    if (part === '' || this.#found.has(foldText(part))) return [part]
    const pieces = part.split(/\s*,\s*|\s+\/\s+/)
    if (pieces.length > 1) return pieces.flatMap((piece) => this.#split(piece.trim()))
    const joined = /^(.+?) (?:y|e) (.+)$/.exec(part)
    const [, first = '', second = ''] = joined ?? []
    const isBoth = this.#found.has(foldText(first)) || this.#found.has(foldText(second))
    return joined && isBoth ? [first.trim(), ...this.#split(second.trim())] : [part]
  }
}
