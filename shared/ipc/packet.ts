import type { AttachmentMeta } from './attachments'
import type { SavedFile, SaveFailure } from './documents'

/** Handle of a packet that is being written; valid until it is finished, cancelled, or the app ends. */
export type PacketJobId = string

/** Most bytes of a made file that travel in one question: 8 MiB. */
export const PACKET_CHUNK_BYTES = 8 * 1024 * 1024

/** How a packet is to be written. */
export interface PacketStart {
  /** Suggested file name, with or without extension; the dialog shows it. */
  readonly suggestedName: string
  /** Folder inside the ZIP: letters without accents, digits, `-` and `_`. */
  readonly bagName: string
  /** Passphrase that encrypts the file (age); null leaves it readable by all. */
  readonly passphrase: string | null
  /** Bytes that will be added, about: compared with the free space before anything is written. */
  readonly expectedBytes: number
}

/** Longest passphrase, in characters. */
export const MAX_PASSPHRASE_LENGTH = 1_000

/** A piece of a file that the interface made. The pieces of one path follow each other; `last` ends it. */
export interface PacketPiece {
  readonly jobId: PacketJobId
  /** Path in the bag, below its folder. */
  readonly path: string
  /** At most PACKET_CHUNK_BYTES; may be empty. */
  readonly bytes: Uint8Array
  readonly last: boolean
}

/** How the bag is closed. */
export interface PacketEnd {
  /** Lines of bag-info.txt in order, without Payload-Oxum, which only the writer knows. */
  readonly info: readonly (readonly [label: string, value: string])[]
  /** Whether to sign with this installation's key. */
  readonly sign: boolean
}

/** A packet that was written, flushed and renamed. */
export interface WrittenPacket extends SavedFile {
  /** Fingerprint of the key that signed; null when it is unsigned. */
  readonly fingerprint: string | null
  /** Bytes and files below data/. */
  readonly payload: { readonly bytes: number; readonly files: number }
}

/** Why something that is written piece by piece was not; nothing of it is left behind. */
export type WritingFailure =
  | SaveFailure
  /** The job was cancelled, or never was. */
  | { readonly code: 'no-such-job'; readonly detail: string }
  /** The same path was added twice, one that is not allowed, or another file was not yet ended. */
  | { readonly code: 'bad-path'; readonly detail: string }
  /** Another one of the kind is being written. */
  | { readonly code: 'busy'; readonly detail: string }
  /** Known before anything was written: the folder that was chosen has not room enough. */
  | {
      readonly code: 'not-enough-space'
      readonly detail: string
      readonly freeBytes: number
      readonly neededBytes: number
    }

/** Why a packet was not written; nothing of it is left behind. */
export type PacketFailure =
  | WritingFailure
  /** A stored attachment is gone or no longer what its hash says. */
  | { readonly code: 'attachment-missing' | 'attachment-damaged'; readonly detail: string }
  /** It was to be signed, and the key is there but cannot be used; `detail` is an UnreadableKey. */
  | { readonly code: 'key-unreadable'; readonly detail: string }

/** How far the writing of large files has come; told several times a second at most. */
export interface PacketProgress {
  readonly jobId: PacketJobId
  /** Bytes read so far. */
  readonly bytes: number
}

/** The key this installation signs with. */
export interface SigningKey {
  /** SHA-256 of the public key, in groups to be read over the telephone. */
  readonly fingerprint: string
  /** Whether the operating system's keychain keeps it; false means only the file's permissions do. */
  readonly protectedBySystem: boolean
}

/**
 * Why a key that is there cannot be used: its file is damaged, the keychain of this computer did not make it
 * or refuses it, or there is no keychain today.
 */
export type UnreadableKey = 'damaged' | 'refused' | 'no-keychain'

/**
 * The key that packets are signed with. One that cannot be read signs nothing and is never replaced by
 * itself: a new key has another fingerprint, and that is for the user to decide.
 */
export type SigningKeyState =
  | ({ readonly kind: 'ready' } & SigningKey)
  | { readonly kind: 'unreadable'; readonly reason: UnreadableKey }

/** A packet that the user chose or opened; its bytes are served at `url`, in ranges, to this window only. */
export interface IncomingPacket {
  readonly url: string
  readonly name: string
  /** Bytes. */
  readonly size: number
}

/** Extensions of files that are taken for packets, without the dot. */
export const PACKET_EXTENSIONS = ['zip', 'quorum', 'age'] as const

/** Status of an answer at the address of a packet that was changed, or cannot be read any more. */
export const INCOMING_STATUS = { closed: 404, changed: 409, unreadable: 410, badRange: 416 } as const

/** Why a file cannot be looked at as a packet. */
export interface IncomingFailure {
  readonly code: 'cancelled' | 'not-a-file' | 'empty' | 'unreadable' | 'too-many'
  /** Name of the file, without folders; empty when cancelled. */
  readonly name: string
}

/** Handle of an attachment that is being taken in from a packet. */
export type UploadId = string

/** Why an attachment out of a packet was not stored. */
export type UploadFailure =
  /** Not what the hash says; more bytes than announced or allowed; never begun, or given up. */
  | { readonly code: 'hash-mismatch' | 'too-large' | 'no-such-upload' }
  /** More attachments at once than are taken in. */
  | { readonly code: 'busy' }
  | { readonly code: 'disk-full' | 'no-permission' | 'io-error' }

/** Most attachments that are taken in at once. */
export const MAX_UPLOADS = 4

/** Address prefix of stored attachments for the page and its workers: the SHA-256 follows. Ranges work. */
export const ATTACHMENT_URL = 'app://quorum/adjunto/'

/**
 * Address prefix of the sums of contents that a worker of the page hands over in pieces: an id of its own
 * (a UUID) follows. POST adds a piece of at most MAX_SUM_PIECE_BYTES; GET answers `{size, sha256, sha512}`
 * of all of them and forgets it.
 */
export const SUMS_URL = 'app://quorum/suma/'

/** Most bytes of one piece that is summed: 4 MiB. */
export const MAX_SUM_PIECE_BYTES = 4 * 1024 * 1024

/** A stored attachment, or the beginning of taking one in. */
export type UploadStart =
  | { readonly kind: 'already-stored'; readonly meta: AttachmentMeta }
  | { readonly kind: 'send'; readonly uploadId: UploadId }
