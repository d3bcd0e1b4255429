import type { WrittenYearFile, YearFailure, YearFileRole, YearFormat } from '../../../shared/ipc'
import type { Result } from '../../../shared/lib/result'

/** Where and how a year is written. */
export interface YearOptions {
  readonly format: YearFormat
  /** Folder of the finished file or folder, and what it is called there until it is whole. */
  readonly folder: string
  readonly temporary: string
  /** Folder for files that come in pieces, on the same computer as the journal. */
  readonly spoolFolder: string
  /** Told how many bytes were read so far. */
  readonly onProgress: (bytes: number) => void
}

/** What was written, and under which name: a folder that exists is never written into. */
export interface FinishedYear {
  readonly target: string
  readonly files: number
  readonly size: number
}

/** A year on its way to the disk, in this thread or another. After a failure nothing of it is left. */
export interface YearWriting {
  readonly add: (path: string, bytes: Uint8Array, last: boolean) => Promise<Result<null, YearFailure>>
  /** Puts in the file at a place on the disk, if its content is what the hash says and its role allows it. */
  readonly attach: (
    path: string,
    file: string,
    sha256: string,
    role: YearFileRole,
  ) => Promise<Result<WrittenYearFile, YearFailure>>
  readonly finish: (target: string) => Promise<Result<FinishedYear, YearFailure>>
  readonly abort: () => Promise<void>
}

/** What the main thread asks of the one that writes, and what it gets back. */
export interface YearCalls {
  readonly open: { args: Omit<YearOptions, 'onProgress'>; reply: Result<null, YearFailure> }
  readonly add: {
    args: { readonly path: string; readonly bytes: Uint8Array; readonly last: boolean }
    reply: Result<null, YearFailure>
  }
  readonly attach: {
    args: {
      readonly path: string
      readonly file: string
      readonly sha256: string
      readonly role: YearFileRole
    }
    reply: Result<WrittenYearFile, YearFailure>
  }
  readonly finish: { args: { readonly target: string }; reply: Result<FinishedYear, YearFailure> }
  readonly abort: { args: null; reply: null }
}
