import { type BagFile, packetPathProblem } from '../../../shared/packet/bag'
import { PACKET_PATHS } from '../../../shared/packet/layout'

/** Most files in a packet; whoever takes one in refuses more. */
const MAX_FILES = 20_000

/** What the interface may put outside of `data/`; all other tag files are made here. */
const OPEN_TAG_FILES: ReadonlySet<string> = new Set([PACKET_PATHS.reader, PACKET_PATHS.readme])

/** The files of a bag so far, each path once on every file system. */
export class BagEntries {
  readonly files: BagFile[] = []
  /** Every path and every folder, in lower case. */
  readonly #paths = new Set<string>()
  readonly #folders = new Set<string>()

  /** Why a file of the interface cannot have this path; null when it can, and then it is taken. */
  claim(path: string): string | null {
    if (!path.startsWith('data/') && !OPEN_TAG_FILES.has(path)) return 'not-allowed'
    return this.#take(path)
  }

  /** Takes the path of a file that is made here. Throws when it is taken: the rules of claim forbid it. */
  reserve(path: string): void {
    const problem = this.#take(path)
    if (problem !== null) throw new Error(`No path for a tag file: ${path} (${problem})`)
  }

  #take(path: string): string | null {
    const problem = packetPathProblem(path)
    if (problem !== null) return problem
    if (this.#paths.size >= MAX_FILES) return 'too-many'
    const folded = path.toLowerCase()
    const parts = folded.split('/')
    const folders = parts.slice(1).map((_part, index) => parts.slice(0, index + 1).join('/'))
    // A name cannot be a file here and a folder there.
    if (this.#paths.has(folded) || this.#folders.has(folded)) return 'taken'
    if (folders.some((folder) => this.#paths.has(folder))) return 'taken'
    this.#paths.add(folded)
    for (const folder of folders) this.#folders.add(folder)
    return null
  }
}
