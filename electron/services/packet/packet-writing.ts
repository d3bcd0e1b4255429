import type { PacketFailure } from '../../../shared/ipc'
import type { Result } from '../../../shared/lib/result'
import type { WrittenFile } from '../durable-file'

/** Where and how a packet is written. */
export interface WriterOptions {
  /** Folder of the finished file, and the temporary file in it. */
  readonly folder: string
  readonly temporary: string
  /** Folder for files that come in pieces, on the same computer as the journal. */
  readonly spoolFolder: string
  /** Folder inside the ZIP. */
  readonly bagName: string
  /** Passphrase that encrypts the file; null writes it readable. */
  readonly passphrase: string | null
  /** Base-2 logarithm of how much work it is to try one passphrase (scrypt). */
  readonly workFactor: number
  /** Told how many bytes were read so far. */
  readonly onProgress: (bytes: number) => void
}

/** What is signed, and what the payload came to. */
export interface Seal {
  /** Bytes of tagmanifest-sha512.txt. */
  readonly signed: Uint8Array
  readonly payload: { readonly bytes: number; readonly files: number }
}

/** A signature over {@link Seal.signed}, and the key to check it with. */
export interface SignatureFiles {
  readonly signature: Uint8Array
  readonly publicKeyPem: string
}

/** A packet on its way to the disk, in this thread or another. After a failure nothing of it is left. */
export interface PacketWriting {
  readonly add: (path: string, bytes: Uint8Array, last: boolean) => Promise<Result<null, PacketFailure>>
  /** Puts in the file at a place on the disk, if its content is what the hash says. */
  readonly attach: (path: string, file: string, sha256: string) => Promise<Result<null, PacketFailure>>
  /** Writes everything that BagIt asks for. */
  readonly seal: (info: readonly (readonly [string, string])[]) => Promise<Result<Seal, PacketFailure>>
  /** Ends the ZIP, flushes it, and puts it under its name. */
  readonly finish: (
    target: string,
    signature: SignatureFiles | null,
  ) => Promise<Result<WrittenFile, PacketFailure>>
  readonly abort: () => Promise<void>
}
