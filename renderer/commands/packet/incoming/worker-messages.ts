import type { PacketRecords } from '../../../../shared/packet'
import type { IncomingRefusal } from './refusal'
import type { GoodSignature, PacketContent, VerifyProgress } from './verify-packet'

/** Where the bytes of a packet are: a dropped file, or an address that the main process serves. */
export type IncomingSource =
  | { readonly kind: 'file'; readonly file: Blob; readonly name: string }
  | { readonly kind: 'url'; readonly url: string; readonly name: string; readonly size: number }

/** A packet that was read and found whole; everything of it that the page needs. */
export interface OpenedPacket {
  readonly signature: GoodSignature
  readonly isEncrypted: boolean
  readonly info: readonly (readonly [label: string, value: string])[]
  readonly files: readonly PacketContent[]
  /** Null in a public packet, which has nothing to take in. */
  readonly records: PacketRecords | null
}

/** What the page asks of the worker. */
export type WorkerRequest =
  | { readonly kind: 'open'; readonly source: IncomingSource; readonly passphrase: string | null }
  /** Asks for the content of a file; each piece waits for the next `more`. */
  | { readonly kind: 'send'; readonly path: string }
  | { readonly kind: 'more' }

/** What the worker answers. */
export type WorkerAnswer =
  | { readonly kind: 'progress'; readonly progress: VerifyProgress }
  | { readonly kind: 'opened'; readonly packet: OpenedPacket }
  | { readonly kind: 'refused'; readonly refusal: IncomingRefusal }
  | { readonly kind: 'piece'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'sent' }
