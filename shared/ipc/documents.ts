/** A document that was written and flushed. */
export interface SavedFile {
  /** Handle for showing it in its folder; valid until the app ends. */
  readonly fileId: string
  readonly name: string
  /** Full path, for display only. */
  readonly path: string
  /** Bytes. */
  readonly size: number
  /** SHA-256 of the content, 64 lower-case hex digits. */
  readonly sha256: string
}

/** Why a document was not saved; the file that was there before, if any, is untouched. */
export interface SaveFailure {
  readonly code:
    | 'cancelled'
    | 'disk-full'
    | 'no-permission'
    | 'read-only'
    | 'in-use'
    | 'render-failed'
    | 'io-error'
  /** The operating system's error code or the renderer's words; empty when cancelled. */
  readonly detail: string
}

/** Kinds of finished files that the interface makes; each is also its extension. */
export const FILE_KINDS = ['eml', 'ics', 'html', 'xlsx', 'csv', 'docx'] as const
/** A kind of finished file. */
export type FileKind = (typeof FILE_KINDS)[number]

/** A file made by the interface, to be written where the user chooses. */
export interface MadeFile {
  readonly kind: FileKind
  /** Suggested name, with or without its extension. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** Most files written to a folder at once. */
export const MAX_FOLDER_FILES = 2_000

/** Files that were written to one folder and flushed. */
export interface SavedFolder {
  /** Handle for showing the folder; valid until the app ends. */
  readonly fileId: string
  /** Full path of the folder, for display only. */
  readonly path: string
  /** Names as they were written: one that was taken got a number. */
  readonly names: readonly string[]
}

/** Why not every file was written; those that were stay. */
export interface FolderFailure extends SaveFailure {
  /** Files that were written before it failed. */
  readonly written: number
}

/** Largest finished document accepted, in bytes: 256 MiB. */
export const MAX_DOCUMENT_BYTES = 256 * 1024 ** 2
