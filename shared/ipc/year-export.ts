import type { WritingFailure } from './packet'

/** Handle of a year that is being written; valid until it is finished, cancelled, or the app ends. */
export type YearJobId = string

/** As what a year goes out: one file, or a folder of its own. */
export type YearFormat = 'zip' | 'folder'

/** How a year is to be written. */
export interface YearStart {
  readonly format: YearFormat
  /** Name of the file or of the folder, without extension; the dialog shows it. */
  readonly suggestedName: string
  /** Bytes that will be added, about: compared with the free space before anything is written. */
  readonly expectedBytes: number
}

/** A piece of a file that the interface made. The pieces of one path follow each other; `last` ends it. */
export interface YearPiece {
  readonly jobId: YearJobId
  readonly path: string
  /** At most PACKET_CHUNK_BYTES; may be empty. */
  readonly bytes: Uint8Array
  readonly last: boolean
}

/**
 * What a stored file is in a year: an image never goes out with hidden data; evidence goes as it is, unless
 * it is an image that says where it was taken.
 */
export type YearFileRole = 'image' | 'evidence'

/** A stored file that goes out, checked against its hash on the way. */
export interface YearFile {
  readonly jobId: YearJobId
  readonly path: string
  readonly sha256: string
  readonly role: YearFileRole
}

/** What became of a stored file. One that is absent does not end the job. */
export type WrittenYearFile =
  | {
      readonly kind: 'written'
      /** Names of what was taken out of the copy; empty when its bytes are as they were. */
      readonly removed: readonly string[]
      readonly hadLocation: boolean
      /** True for a kind of image of which it cannot be told whether it says where it was taken. */
      readonly unchecked: boolean
    }
  /** Gone, not what its hash says or unreadable, or no image that can be freed of hidden data. */
  | { readonly kind: 'absent'; readonly reason: 'missing' | 'damaged' | 'not-cleanable' }

/** A year that was written, flushed and put under its name. */
export interface WrittenYear {
  /** Handle for showing it in its folder; valid until the app ends. */
  readonly fileId: string
  readonly name: string
  /** Full path, for display only. */
  readonly path: string
  readonly files: number
  /** Bytes on the disk. */
  readonly size: number
  /** The name that was meant, when there was a folder of that name, which was left alone; null usually. */
  readonly takenName: string | null
}

/** Why a year was not written; nothing of it is left behind. */
export type YearFailure = WritingFailure

/** How far the reading of stored files has come; told several times a second at most. */
export interface YearProgress {
  readonly jobId: YearJobId
  /** Bytes read so far, of all files. */
  readonly bytes: number
}
