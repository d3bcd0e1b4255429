/** A stored attachment: the file is found by its hash, everything else describes it. */
export interface AttachmentMeta {
  /** SHA-256 of the content, 64 lower-case hex digits. */
  readonly sha256: string
  /** File name as the user had it, without folders. */
  readonly name: string
  /** Media type by content, or by extension when the content tells nothing. */
  readonly mediaType: string
  /** Bytes. */
  readonly size: number
}

/** Largest attachment accepted, in bytes: 2 GiB. */
export const MAX_ATTACHMENT_BYTES = 2 * 1024 ** 3

/** Most files accepted in one drop. */
export const MAX_DROPPED_FILES = 200

/** Why one file was not stored. */
export type AttachmentRefusal =
  | 'too-large'
  | 'empty'
  | 'not-a-file'
  | 'unreadable'
  | 'disk-full'
  | 'no-permission'
  | 'io-error'

/** Outcome of adding files: each one is either stored and synced, or refused with a reason. */
export interface AddedAttachments {
  readonly added: readonly AttachmentMeta[]
  readonly refused: readonly { readonly name: string; readonly reason: AttachmentRefusal }[]
}

/** A file that the interface made, to be kept as an attachment. */
export interface MadeAttachment {
  /** Name with its extension, without folders. */
  readonly name: string
  /** What it claims to be; the content decides where it tells. */
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** Why a made file was not kept; nothing of it is left. */
export interface AttachmentStoreFailure {
  readonly code: 'disk-full' | 'no-permission' | 'io-error'
}

/** How a file was shown: opened, or only marked in its folder because its kind could run code. */
export interface AttachmentOpened {
  readonly how: 'opened' | 'shown-in-folder'
}

/** Why a stored file could not be shown: gone, altered on disk, no application for it, or an error. */
export interface AttachmentOpenFailure {
  readonly code: 'missing' | 'damaged' | 'no-application' | 'disk-full' | 'io-error'
}
