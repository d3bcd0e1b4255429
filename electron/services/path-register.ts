import { packetPathProblem } from '../../shared/packet/bag'

/** Most files in a packet, and in a year: whoever takes a packet in refuses more. */
const MAX_FILES = 20_000

/** Paths of files that go out together, each once on every file system. */
export class PathRegister {
  /** Every path and every folder, in lower case. */
  readonly #paths = new Set<string>()
  readonly #folders = new Set<string>()

  /** Why there can be no file at this path; null when there can, and then it is taken. */
  take(path: string): string | null {
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
