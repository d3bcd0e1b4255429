import type { BagFile } from '../../../shared/packet/bag'
import { PACKET_PATHS } from '../../../shared/packet/layout'
import { PathRegister } from '../path-register'

/** What the interface may put outside of `data/`; all other tag files are made here. */
const OPEN_TAG_FILES: ReadonlySet<string> = new Set([PACKET_PATHS.reader, PACKET_PATHS.readme])

/** The files of a bag so far, each path once on every file system. */
export class BagEntries {
  readonly files: BagFile[] = []
  readonly #paths = new PathRegister()

  /** Why a file of the interface cannot have this path; null when it can, and then it is taken. */
  claim(path: string): string | null {
    if (!path.startsWith('data/') && !OPEN_TAG_FILES.has(path)) return 'not-allowed'
    return this.#paths.take(path)
  }

  /** Takes the path of a file that is made here. Throws when it is taken: the rules of claim forbid it. */
  reserve(path: string): void {
    const problem = this.#paths.take(path)
    if (problem !== null) throw new Error(`No path for a tag file: ${path} (${problem})`)
  }
}
