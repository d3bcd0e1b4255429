import type { WrittenYearFile, YearFailure, YearFileRole } from '../../../shared/ipc'
import { err, ok, type Result } from '../../../shared/lib/result'
import { removeTemporary } from '../durable-file'
import type { FileSystem } from '../file-system'
import { isCompressible } from '../packet/compressible'
import { Collector } from '../packet/content'
import { PathRegister } from '../path-register'
import { saveFailure } from '../save-file'
import { putStoredFile } from './stored-file'
import { type Content, folderPlace, type YearPlace, zipPlace } from './year-place'
import type { FinishedYear, YearOptions, YearWriting } from './year-writing'

/** Thrown inside the writer to end it with a reason; never crosses its border. */
class Refused extends Error {
  constructor(readonly failure: YearFailure) {
    super(failure.code)
  }
}

/**
 * Writes a year of publications under a temporary name until it is whole. One stored file is read after the
 * other; the largest image is what is in memory. Any failure ends it and removes what was written, but a
 * stored file that is gone or damaged is only told.
 */
export class YearWriter implements YearWriting {
  readonly #fs: FileSystem
  readonly #options: YearOptions
  readonly #place: YearPlace
  readonly #stop: AbortController
  readonly #paths = new PathRegister()
  #collecting: { readonly path: string; readonly collector: Collector } | null = null
  #files = 0
  #read = 0
  #isOver = false
  /** The call that is being carried out: one at a time, in the order of asking. */
  #turn: Promise<unknown> = Promise.resolve()

  private constructor(fs: FileSystem, options: YearOptions, place: YearPlace, stop: AbortController) {
    this.#fs = fs
    this.#options = options
    this.#place = place
    this.#stop = stop
  }

  /** Creates the temporary file or folder. */
  static async open(fs: FileSystem, options: YearOptions): Promise<Result<YearWriter, YearFailure>> {
    const stop = new AbortController()
    try {
      const make = options.format === 'zip' ? zipPlace : folderPlace
      return ok(new YearWriter(fs, options, await make(fs, options, stop.signal), stop))
    } catch (error) {
      await removeTemporary(fs, options.temporary)
      return err(saveFailure(error))
    }
  }

  add(path: string, bytes: Uint8Array, last: boolean): Promise<Result<null, YearFailure>> {
    return this.#do(async () => {
      const { collector } = this.#collectorOf(path)
      await collector.add(bytes)
      if (!last) return null
      this.#collecting = null
      try {
        const { digest, storedSize, chunks } = await collector.end()
        const { size, crc32 } = digest
        await this.#put(path, { deflated: this.#deflates(path), size, storedSize, crc32, chunks })
      } finally {
        await collector.remove()
      }
      return null
    })
  }

  attach(
    path: string,
    file: string,
    sha256: string,
    role: YearFileRole,
  ): Promise<Result<WrittenYearFile, YearFailure>> {
    return this.#do(() => {
      this.#claim(path)
      const onBytes = (bytes: number) => {
        this.#read += bytes
        this.#options.onProgress(this.#read)
      }
      const hooks = { stop: this.#stop.signal, onBytes }
      return putStoredFile(this.#fs, { file, sha256, role }, hooks, (content) => this.#put(path, content))
    })
  }

  finish(target: string): Promise<Result<FinishedYear, YearFailure>> {
    return this.#do(async () => {
      if (this.#collecting !== null) throw new Refused({ code: 'bad-path', detail: this.#collecting.path })
      const closed = await this.#place.close(target)
      this.#isOver = true
      return { ...closed, files: this.#files }
    })
  }

  /** Gives up: whatever is going on ends with a failure, and nothing is left. */
  async abort(): Promise<void> {
    this.#stop.abort()
    await this.#turn
    await this.#end()
  }

  /** Carries out one call; whatever it throws ends the writing. */
  #do<T>(work: () => Promise<T>): Promise<Result<T, YearFailure>> {
    const done = this.#turn.then(async (): Promise<Result<T, YearFailure>> => {
      if (this.#isOver || this.#stop.signal.aborted) return err({ code: 'no-such-job', detail: 'over' })
      try {
        return ok(await work())
      } catch (error) {
        await this.#end()
        return err(this.#failureOf(error))
      }
    })
    this.#turn = done
    return done
  }

  #failureOf(error: unknown): YearFailure {
    if (this.#stop.signal.aborted) return { code: 'no-such-job', detail: 'cancelled' }
    if (error instanceof Refused) return error.failure
    return saveFailure(this.#place.failure() ?? error)
  }

  async #end(): Promise<void> {
    if (this.#isOver) return
    this.#isOver = true
    await this.#collecting?.collector.remove()
    await this.#place.abandon()
  }

  #deflates(path: string): boolean {
    return this.#place.compresses && isCompressible(path)
  }

  async #put(path: string, content: Content): Promise<void> {
    await this.#place.put(path, content)
    this.#files += 1
  }

  #claim(path: string): void {
    if (this.#collecting !== null) throw new Refused({ code: 'bad-path', detail: this.#collecting.path })
    const problem = this.#paths.take(path)
    if (problem !== null) throw new Refused({ code: 'bad-path', detail: `${path} (${problem})` })
  }

  #collectorOf(path: string): { readonly path: string; readonly collector: Collector } {
    if (this.#collecting?.path === path) return this.#collecting
    this.#claim(path)
    const collector = new Collector(this.#fs, this.#options.spoolFolder, this.#deflates(path))
    this.#collecting = { path, collector }
    return this.#collecting
  }
}
