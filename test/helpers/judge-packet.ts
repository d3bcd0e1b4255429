import { blobSource } from '../../renderer/commands/packet/incoming/byte-source'
import type { IncomingRefusal } from '../../renderer/commands/packet/incoming/refusal'
import type { VerifiedPacket, VerifyOptions } from '../../renderer/commands/packet/incoming/verify-packet'
import type { Result } from '../../shared/lib/result'
import { contentDigest, type FatedMutation } from './hostile-packets'

/** What reads a packet; the real one, or one with a check switched off. */
export type Verifier = (
  source: ReturnType<typeof blobSource>,
  options: VerifyOptions,
) => Promise<Result<VerifiedPacket, IncomingRefusal>>

/** Reads bytes as a dropped file would be read. */
export function readWith(
  verifier: Verifier,
  bytes: Uint8Array<ArrayBuffer>,
  passphrase: string | null = null,
): Promise<Result<VerifiedPacket, IncomingRefusal>> {
  return verifier(blobSource(new Blob([bytes])), { passphrase, onProgress: () => undefined })
}

const PUBLIC_KEY = 'firma/clave-publica.pem'

/** The packet that mutations started from. */
export interface Original {
  readonly fingerprint: string
  readonly digest: string
}

/** What a packet says it is, once accepted. */
export function originalOf({ signature, files }: VerifiedPacket): Original {
  return {
    fingerprint: signature.kind === 'valid' ? signature.fingerprint : '',
    // The key may be spelled in more than one way; its fingerprint is compared instead.
    digest: contentDigest(
      files.filter(({ path }) => path !== PUBLIC_KEY).map(({ path, sha256 }) => [path, sha256]),
    ),
  }
}

/** What is wrong with how a mutation was received; null when nothing is. */
export function wrongly(
  { what, fate }: FatedMutation,
  result: Result<VerifiedPacket, IncomingRefusal>,
  original: Original,
): string | null {
  if (!result.ok)
    return fate === 'same-content' || fate === 'not-the-signer' ? `${what}: ${result.error.code}` : null
  const found = originalOf(result.value)
  const isSame = found.digest === original.digest && found.fingerprint === original.fingerprint
  const isOther = found.fingerprint !== original.fingerprint
  const isFine = {
    'same-content': isSame,
    refused: false,
    'refused-or-same': isSame,
    'not-the-signer': isOther,
  }
  return isFine[fate] ? null : `${what}: accepted as ${found.fingerprint || 'unsigned'}`
}
