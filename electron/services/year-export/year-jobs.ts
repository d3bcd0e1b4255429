import path from 'node:path'
import type {
  WrittenYearFile,
  YearFailure,
  YearFile,
  YearJobId,
  YearPiece,
  YearProgress,
  YearStart,
} from '../../../shared/ipc'
import { ok, type Result } from '../../../shared/lib/result'
import { type JobServices, WritingJobs } from '../writing-jobs'
import type { FinishedYear, YearOptions, YearWriting } from './year-writing'

/** What writing years needs. */
export interface YearServices extends JobServices {
  readonly startWriting: (
    options: YearOptions,
    hold: (writing: YearWriting) => void,
  ) => Promise<Result<null, YearFailure>>
  /** Folder for files that come in pieces. */
  readonly spoolFolder: string
  /** Where a stored attachment lies. */
  readonly attachmentPath: (sha256: string) => string
  readonly onProgress: (progress: YearProgress) => void
}

/** The years that are being written: one at a time, each until it is finished, fails or is given up. */
export class YearJobs {
  readonly #services: YearServices
  readonly #jobs: WritingJobs<YearWriting>

  constructor(services: YearServices) {
    this.#services = services
    this.#jobs = new WritingJobs(services)
  }

  /** Begins a year at a place that the user chose. */
  begin(
    { format, expectedBytes }: YearStart,
    target: string,
  ): Promise<Result<{ jobId: YearJobId }, YearFailure>> {
    const { spoolFolder, onProgress, startWriting } = this.#services
    return this.#jobs.begin(target, expectedBytes, ({ id, temporary }, hold) =>
      startWriting(
        {
          format,
          folder: path.dirname(target),
          temporary,
          spoolFolder,
          onProgress: (bytes) => onProgress({ jobId: id, bytes }),
        },
        hold,
      ),
    )
  }

  add({ jobId, path: place, bytes, last }: YearPiece): Promise<Result<null, YearFailure>> {
    return this.#jobs.with(jobId, (writing) => writing.add(place, bytes, last))
  }

  attach({ jobId, path: place, sha256, role }: YearFile): Promise<Result<WrittenYearFile, YearFailure>> {
    const file = this.#services.attachmentPath(sha256)
    return this.#jobs.with(jobId, (writing) => writing.attach(place, file, sha256, role))
  }

  /** Flushes everything and puts it under its name; `meant` is the one that was asked for. */
  finish(jobId: YearJobId): Promise<Result<FinishedYear & { readonly meant: string }, YearFailure>> {
    return this.#jobs.with(jobId, async (writing, job) => {
      const finished = await writing.finish(job.target)
      if (!finished.ok) return finished
      await this.#jobs.release(job)
      return ok({ ...finished.value, meant: job.target })
    })
  }

  /** Gives up a year; false when there is no such job any more. */
  cancel(jobId: YearJobId): Promise<boolean> {
    return this.#jobs.cancel(jobId)
  }

  /** Gives up whatever is being written. */
  cancelAll(): Promise<void> {
    return this.#jobs.cancelAll()
  }
}
