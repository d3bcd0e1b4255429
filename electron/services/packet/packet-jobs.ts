import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type {
  PacketEnd,
  PacketFailure,
  PacketJobId,
  PacketPiece,
  PacketProgress,
  PacketStart,
} from '../../../shared/ipc'
import { err, ok, type Result } from '../../../shared/lib/result'
import { temporaryName, type WrittenFile } from '../durable-file'
import type { FileSystem } from '../file-system'
import { saveFailure } from '../save-file'
import type { SigningKeyStore } from '../signing-key'
import type { PacketWriting, WriterOptions } from './packet-writing'
import type { UnfinishedPackets } from './unfinished'

/** The usual work of trying one passphrase of an age file (scrypt): about a second. */
const WORK_FACTOR = 18

/** Bytes that stay free on the disk of a packet: what is voted meanwhile must still be saved. */
const RESERVE_BYTES = 64 * 1024 * 1024

const NO_JOB = { code: 'no-such-job', detail: '' } as const

/** Starts to write; `hold` gets the packet before that is done, so that it can be given up. */
export type StartWriting = (
  options: WriterOptions,
  hold: (writing: PacketWriting) => void,
) => Promise<Result<null, PacketFailure>>

/** What writing packets needs. */
export interface PacketServices {
  readonly fs: FileSystem
  readonly startWriting: StartWriting
  readonly unfinished: UnfinishedPackets
  readonly key: SigningKeyStore
  /** Folder for files that come in pieces. */
  readonly spoolFolder: string
  /** Where a stored attachment lies. */
  readonly attachmentPath: (sha256: string) => string
  readonly onProgress: (progress: PacketProgress) => void
}

/** A packet that was written, before anything shows it. */
export interface FinishedPacket extends WrittenFile {
  readonly target: string
  readonly fingerprint: string | null
  readonly payload: { readonly bytes: number; readonly files: number }
}

interface Job {
  readonly id: PacketJobId
  readonly target: string
  readonly temporary: string
  writing: PacketWriting | null
}

/** The packets that are being written: one at a time, each until it is finished, fails or is given up. */
export class PacketJobs {
  readonly #services: PacketServices
  #job: Job | null = null

  constructor(services: PacketServices) {
    this.#services = services
  }

  /** Begins a packet at a place that the user chose. */
  async begin(start: PacketStart, target: string): Promise<Result<{ jobId: PacketJobId }, PacketFailure>> {
    if (this.#job !== null) return err({ code: 'busy', detail: '' })
    const folder = path.dirname(target)
    const temporary = temporaryName(folder)
    const job: Job = { id: randomUUID(), target, temporary, writing: null }
    this.#job = job
    const refused = await this.#prepare(job, start.expectedBytes)
    if (refused !== null) {
      await this.#release(job)
      return err(refused)
    }
    const { bagName, passphrase } = start
    const { spoolFolder, onProgress } = this.#services
    return this.#guard(job, async () => {
      const opened = await this.#services.startWriting(
        {
          folder,
          temporary,
          spoolFolder,
          bagName,
          passphrase,
          workFactor: WORK_FACTOR,
          onProgress: (bytes) => onProgress({ jobId: job.id, bytes }),
        },
        (writing) => {
          job.writing = writing
        },
      )
      return opened.ok ? ok({ jobId: job.id }) : opened
    })
  }

  add({ jobId, path: place, bytes, last }: PacketPiece): Promise<Result<null, PacketFailure>> {
    return this.#with(jobId, (writing) => writing.add(place, bytes, last))
  }

  attach(jobId: PacketJobId, place: string, sha256: string): Promise<Result<null, PacketFailure>> {
    const file = this.#services.attachmentPath(sha256)
    return this.#with(jobId, (writing) => writing.attach(place, file, sha256))
  }

  /** Closes the bag, signs it if asked, and puts the file under its name. */
  finish(jobId: PacketJobId, { info, sign }: PacketEnd): Promise<Result<FinishedPacket, PacketFailure>> {
    return this.#with(jobId, async (writing, job) => {
      const sealed = await writing.seal(info)
      if (!sealed.ok) return sealed
      const signed = sign ? await this.#services.key.sign(sealed.value.signed) : ok(null)
      if (!signed.ok) return signed
      const written = await writing.finish(job.target, signed.value?.files ?? null)
      if (!written.ok) return written
      await this.#release(job)
      const { target } = job
      const fingerprint = signed.value?.fingerprint ?? null
      return ok({ ...written.value, target, fingerprint, payload: sealed.value.payload })
    })
  }

  /** Gives up a packet; false when there is no such job any more. */
  async cancel(jobId: PacketJobId): Promise<boolean> {
    const job = this.#job
    if (job === null || job.id !== jobId) return false
    await this.#drop(job)
    return true
  }

  /** Gives up whatever is being written: the page that asked for it is gone, or the app ends. */
  async cancelAll(): Promise<void> {
    if (this.#job !== null) await this.#drop(this.#job)
  }

  /** Room for the packet, and a note of its temporary file; what stands in the way, if anything. */
  async #prepare(job: Job, expectedBytes: number): Promise<PacketFailure | null> {
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

  async #with<T>(
    jobId: PacketJobId,
    work: (writing: PacketWriting, job: Job) => Promise<Result<T, PacketFailure>>,
  ): Promise<Result<T, PacketFailure>> {
    const job = this.#job
    const writing = job?.writing ?? null
    if (job === null || job.id !== jobId || writing === null) return err(NO_JOB)
    return this.#guard(job, () => work(writing, job))
  }

  /** Whatever goes wrong, expected or not, is the end of the job. */
  async #guard<T>(
    job: Job,
    work: () => Promise<Result<T, PacketFailure>>,
  ): Promise<Result<T, PacketFailure>> {
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

  async #drop(job: Job): Promise<void> {
    if (this.#job === job) this.#job = null
    await job.writing?.abort()
    await this.#services.unfinished.forget(job.temporary).catch(() => undefined)
  }

  async #release(job: Job): Promise<void> {
    if (this.#job === job) this.#job = null
    await this.#services.unfinished.forget(job.temporary).catch(() => undefined)
  }
}
