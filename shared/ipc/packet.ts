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

/** Why a packet was not written; nothing of it is left behind. */
export type PacketFailure =
  | SaveFailure
  /** A stored attachment is gone or no longer what its hash says. */
  | { readonly code: 'attachment-missing' | 'attachment-damaged'; readonly detail: string }
  /** The job was cancelled, or never was. */
  | { readonly code: 'no-such-job'; readonly detail: string }
  /** The same path was added twice, or one that is not allowed in a bag. */
  | { readonly code: 'bad-path'; readonly detail: string }

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

/** A packet that the user chose or opened; its bytes are served at `url`, in ranges, to this window only. */
export interface IncomingPacket {
  readonly url: string
  readonly name: string
  /** Bytes. */
  readonly size: number
}

/** Handle of an attachment that is being taken in from a packet. */
export type UploadId = string

/** Why an attachment out of a packet was not stored. */
export type UploadFailure =
  | { readonly code: 'hash-mismatch' | 'too-large' | 'no-such-upload' }
  | { readonly code: 'disk-full' | 'no-permission' | 'io-error' }

/** A stored attachment, or the beginning of taking one in. */
export type UploadStart =
  | { readonly kind: 'already-stored'; readonly meta: AttachmentMeta }
  | { readonly kind: 'send'; readonly uploadId: UploadId }
