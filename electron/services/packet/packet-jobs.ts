import path from 'node:path'
import type {
  PacketEnd,
  PacketFailure,
  PacketJobId,
  PacketPiece,
  PacketProgress,
  PacketStart,
} from '../../../shared/ipc'
import { ok, type Result } from '../../../shared/lib/result'
import type { WrittenFile } from '../durable-file'
import type { SigningKeyStore } from '../signing-key'
import { type JobServices, WritingJobs } from '../writing-jobs'
import type { PacketWriting, WriterOptions } from './packet-writing'

/** The usual work of trying one passphrase of an age file (scrypt): about a second. */
const WORK_FACTOR = 18

/** Starts to write; `hold` gets the packet before that is done, so that it can be given up. */
export type StartWriting = (
  options: WriterOptions,
  hold: (writing: PacketWriting) => void,
) => Promise<Result<null, PacketFailure>>

/** What writing packets needs. */
export interface PacketServices extends JobServices {
  readonly startWriting: StartWriting
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

/** The packets that are being written: one at a time, each until it is finished, fails or is given up. */
export class PacketJobs {
  readonly #services: PacketServices
  readonly #jobs: WritingJobs<PacketWriting>

  constructor(services: PacketServices) {
    this.#services = services
    this.#jobs = new WritingJobs(services)
  }

  /** Begins a packet at a place that the user chose. */
  begin(start: PacketStart, target: string): Promise<Result<{ jobId: PacketJobId }, PacketFailure>> {
    const { bagName, passphrase, expectedBytes } = start
    const { spoolFolder, onProgress, startWriting } = this.#services
    return this.#jobs.begin(target, expectedBytes, ({ id, temporary }, hold) =>
      startWriting(
        {
          folder: path.dirname(target),
          temporary,
          spoolFolder,
          bagName,
          passphrase,
          workFactor: WORK_FACTOR,
          onProgress: (bytes) => onProgress({ jobId: id, bytes }),
        },
        hold,
      ),
    )
  }

  add({ jobId, path: place, bytes, last }: PacketPiece): Promise<Result<null, PacketFailure>> {
    return this.#jobs.with(jobId, (writing) => writing.add(place, bytes, last))
  }

  attach(jobId: PacketJobId, place: string, sha256: string): Promise<Result<null, PacketFailure>> {
    const file = this.#services.attachmentPath(sha256)
    return this.#jobs.with(jobId, (writing) => writing.attach(place, file, sha256))
  }

  /** Closes the bag, signs it if asked, and puts the file under its name. */
  finish(jobId: PacketJobId, { info, sign }: PacketEnd): Promise<Result<FinishedPacket, PacketFailure>> {
    return this.#jobs.with(jobId, async (writing, job): Promise<Result<FinishedPacket, PacketFailure>> => {
      const sealed = await writing.seal(info)
      if (!sealed.ok) return sealed
      const signed = sign ? await this.#services.key.sign(sealed.value.signed) : ok(null)
      if (!signed.ok) return signed
      const written = await writing.finish(job.target, signed.value?.files ?? null)
      if (!written.ok) return written
      await this.#jobs.release(job)
      const { target } = job
      const fingerprint = signed.value?.fingerprint ?? null
      return ok({ ...written.value, target, fingerprint, payload: sealed.value.payload })
    })
  }

  /** Gives up a packet; false when there is no such job any more. */
  cancel(jobId: PacketJobId): Promise<boolean> {
    return this.#jobs.cancel(jobId)
  }

  /** Gives up whatever is being written. */
  cancelAll(): Promise<void> {
    return this.#jobs.cancelAll()
  }
}
