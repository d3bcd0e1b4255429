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

/** Largest finished document accepted, in bytes: 256 MiB. */
export const MAX_DOCUMENT_BYTES = 256 * 1024 ** 2
