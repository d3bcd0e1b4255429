import path from 'node:path'
import { z } from 'zod'
import { isTemporaryName, removeTemporary, writeFileDurably } from '../durable-file'
import { type FileSystem, ifPresent } from '../file-system'

/** Most files that are remembered; the oldest are forgotten first. */
const MAX_FILES = 50

const fileSchema = z.array(z.string().max(32_768)).max(MAX_FILES)

/**
 * Remembers the temporary files and folders of packets and exported years, which lie wherever the user wanted
 * them, so that one that a crash left half-written is removed at the next start and nothing else ever is.
 */
export class UnfinishedPackets {
  readonly #fs: FileSystem
  readonly #file: string
  #turn: Promise<unknown> = Promise.resolve()

  constructor(fs: FileSystem, file: string) {
    this.#fs = fs
    this.#file = file
  }

  /** Remembers a temporary file; durable before the file exists. */
  remember(temporary: string): Promise<void> {
    return this.#change((files) => [...files, temporary].slice(-MAX_FILES))
  }

  /** Forgets a temporary file that is renamed or removed. */
  forget(temporary: string): Promise<void> {
    return this.#change((files) => files.filter((file) => file !== temporary))
  }

  /** Removes what a crash left. What lies on a disk that is not there today waits for another start. */
  clean(): Promise<void> {
    return this.#change(async (files) => {
      const kept: string[] = []
      for (const file of files) {
        if (!path.isAbsolute(file) || !isTemporaryName(path.basename(file))) continue
        const folder = await this.#fs.stat(path.dirname(file)).catch(() => null)
        if (folder === null) kept.push(file)
        else await removeTemporary(this.#fs, file)
      }
      return kept
    })
  }

  #change(to: (files: readonly string[]) => readonly string[] | Promise<readonly string[]>): Promise<void> {
    const done = this.#turn.then(async () => {
      const before = await this.#read()
      const after = await to(before)
      if (after.length === before.length && after.every((file, index) => file === before[index])) return
      await writeFileDurably(this.#fs, this.#file, [Buffer.from(JSON.stringify(after))])
    })
    this.#turn = done.catch(() => undefined)
    return done
  }

  /** What is remembered; a list that cannot be read is none, and only costs a forgotten file. */
  async #read(): Promise<readonly string[]> {
    const handle = await ifPresent(this.#fs.open(this.#file, 'r')).catch(() => null)
    if (handle === null) return []
    try {
      return fileSchema.parse(JSON.parse((await handle.readFile()).toString('utf8')))
    } catch {
      return []
    } finally {
      await handle.close()
    }
  }
}
