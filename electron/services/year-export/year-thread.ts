import type { WrittenYearFile, YearFailure, YearFileRole } from '../../../shared/ipc'
import type { Result } from '../../../shared/lib/result'
import { JobThread } from '../job-thread'
import type { FinishedYear, YearCalls, YearOptions, YearWriting } from './year-writing'

/** A year that is written by a thread of its own. */
export class YearThread implements YearWriting {
  readonly #thread: JobThread<YearCalls>

  private constructor(workerFile: string, { temporary, onProgress }: YearOptions) {
    this.#thread = new JobThread({ workerFile, name: 'year', temporary, onProgress })
  }

  /** Starts the thread and creates the temporary file or folder. `hold` gets the thread before that. */
  static async open(
    workerFile: string,
    options: YearOptions,
    hold: (writing: YearWriting) => void,
  ): Promise<Result<null, YearFailure>> {
    const year = new YearThread(workerFile, options)
    hold(year)
    const { onProgress: _stays, ...args } = options
    return year.#thread.end(await year.#thread.ask('open', args))
  }

  async add(path: string, bytes: Uint8Array, last: boolean): Promise<Result<null, YearFailure>> {
    return this.#thread.end(await this.#thread.ask('add', { path, bytes, last }))
  }

  async attach(
    path: string,
    file: string,
    sha256: string,
    role: YearFileRole,
  ): Promise<Result<WrittenYearFile, YearFailure>> {
    return this.#thread.end(await this.#thread.ask('attach', { path, file, sha256, role }))
  }

  async finish(target: string): Promise<Result<FinishedYear, YearFailure>> {
    const answer = await this.#thread.ask('finish', { target })
    await this.#thread.stop()
    return answer
  }

  abort(): Promise<void> {
    return this.#thread.abort()
  }
}
