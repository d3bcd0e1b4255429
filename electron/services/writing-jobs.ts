import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { WritingFailure } from '../../shared/ipc'
import { err, ok, type Result } from '../../shared/lib/result'
import { temporaryName } from './durable-file'
import type { FileSystem } from './file-system'
import type { UnfinishedPackets } from './packet/unfinished'
import { saveFailure } from './save-file'

/** Bytes that stay free on the disk that is written to: what is voted meanwhile must still be saved. */
const RESERVE_BYTES = 64 * 1024 * 1024

const NO_JOB = { code: 'no-such-job', detail: '' } as const

/** Something on its way to the disk that can be given up; nothing of it is left then. */
export interface Abortable {
  readonly abort: () => Promise<void>
}

/** One job: where its result goes, and the name under which it lies until it is whole. */
export interface Job<W extends Abortable> {
  readonly id: string
  readonly target: string
  readonly temporary: string
  writing: W | null
}

/** Starts to write; `hold` gets what writes before that is done, so that it can be given up. */
export type Start<W extends Abortable, F> = (
  job: Job<W>,
  hold: (writing: W) => void,
) => Promise<Result<null, F>>

/** What jobs need. */
export interface JobServices {
  readonly fs: FileSystem
  readonly unfinished: UnfinishedPackets
}

/** Jobs of one kind: one at a time, each until it is finished, fails or is given up. */
export class WritingJobs<W extends Abortable> {
  readonly #services: JobServices
  #job: Job<W> | null = null

  constructor(services: JobServices) {
    this.#services = services
  }

  /** Begins a job at a place that the user chose, if there is room for so many bytes. */
  async begin<F>(
    target: string,
    expectedBytes: number,
    start: Start<W, F>,
  ): Promise<Result<{ jobId: string }, F | WritingFailure>> {
    if (this.#job !== null) return err({ code: 'busy', detail: '' })
    const temporary = temporaryName(path.dirname(target))
    const job: Job<W> = { id: randomUUID(), target, temporary, writing: null }
    this.#job = job
    const refused = await this.#prepare(job, expectedBytes)
    if (refused !== null) {
      await this.release(job)
      return err(refused)
    }
    return this.#guard(job, async () => {
      const opened = await start(job, (writing) => {
        job.writing = writing
      })
      return opened.ok ? ok({ jobId: job.id }) : opened
    })
  }

  /** Does something with what a job writes; whatever goes wrong, expected or not, is the end of the job. */
  async with<T, F>(
    jobId: string,
    work: (writing: W, job: Job<W>) => Promise<Result<T, F>>,
  ): Promise<Result<T, F | WritingFailure>> {
    const job = this.#job
    const writing = job?.writing ?? null
    if (job === null || job.id !== jobId || writing === null) return err(NO_JOB)
    return this.#guard(job, () => work(writing, job))
  }

  /** Ends a job whose result stands under its name. */
  async release(job: Job<W>): Promise<void> {
    if (this.#job === job) this.#job = null
    await this.#services.unfinished.forget(job.temporary).catch(() => undefined)
  }

  /** Gives up a job; false when there is no such job any more. */
  async cancel(jobId: string): Promise<boolean> {
    const job = this.#job
    if (job === null || job.id !== jobId) return false
    await this.#drop(job)
    return true
  }

  /** Gives up whatever is being written: the page that asked for it is gone, or the app ends. */
  async cancelAll(): Promise<void> {
    if (this.#job !== null) await this.#drop(this.#job)
  }

  /** Room for the result, and a note of its temporary name; what stands in the way, if anything. */
  async #prepare(job: Job<W>, expectedBytes: number): Promise<WritingFailure | null> {
    try {
      const { bavail, bsize } = await this.#services.fs.statfs(path.dirname(job.target))
      const freeBytes = bavail * bsize
      const neededBytes = expectedBytes + RESERVE_BYTES
      if (freeBytes < neededBytes) return { code: 'not-enough-space', detail: '', freeBytes, neededBytes }
      await this.#services.unfinished.remember(job.temporary)
      return null
    } catch (error) {
      return saveFailure(error)
    }
  }

  async #guard<T, F>(job: Job<W>, work: () => Promise<Result<T, F>>): Promise<Result<T, F | WritingFailure>> {
    try {
      const answer = await work()
      if (!answer.ok) await this.#drop(job)
      return answer
    } catch (error) {
      const wasDropped = this.#job !== job
      await this.#drop(job)
      // The thread of a job that was given up ends in the middle of whatever it was asked.
      if (wasDropped) return err(NO_JOB)
      throw error
    }
  }

  async #drop(job: Job<W>): Promise<void> {
    if (this.#job === job) this.#job = null
    await job.writing?.abort()
    await this.#services.unfinished.forget(job.temporary).catch(() => undefined)
  }
}
