import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { PACKET_PATHS } from '../../../../shared/packet'
import { type FoundBag, tagText } from './bag-check'

/** Who vouches for a packet: nobody, or whoever holds the key with this fingerprint. */
export type SignatureState =
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'signed'; readonly fingerprint: string }

const SIGNATURE_BYTES = 64
const KEY_BYTES = 32
/** What precedes the key in SPKI for Ed25519 (RFC 8410); nothing else is taken for one. */
const SPKI_PREFIX = '302a300506032b6570032100'
const PEM = /^-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/]{59}=)\n-----END PUBLIC KEY-----\n?$/
const GROUP = 4

/** SHA-256 of the public key as SPKI, in groups of four that can be read over the telephone. */
export function keyFingerprint(spki: Uint8Array): string {
  const digits = bytesToHex(sha256(spki)).toUpperCase()
  return digits.match(new RegExp(`.{${GROUP}}`, 'g'))?.join(' ') ?? ''
}

function readKey(bag: FoundBag): Uint8Array | null {
  const base64 = PEM.exec(tagText(bag, PACKET_PATHS.publicKey) ?? '')?.[1]
  if (base64 === undefined) return null
  const spki = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  // Written again it must be the same text: a key has one spelling.
  const isSame = btoa(String.fromCharCode(...spki)) === base64
  return isSame && bytesToHex(spki).startsWith(SPKI_PREFIX) ? spki : null
}

function verifies(signature: Uint8Array, message: Uint8Array, spki: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, spki.subarray(-KEY_BYTES), { zip215: false })
  } catch {
    return false
  }
}

/**
 * Whose signature a bag carries; null when it carries one that does not fit, in whole or in part. The
 * signature is over the bytes of tagmanifest-sha512.txt, which vouches for everything else.
 */
export function checkSignature(bag: FoundBag): SignatureState | null {
  const folder = PACKET_PATHS.signature.slice(0, PACKET_PATHS.signature.indexOf('/') + 1)
  if (![...bag.files.keys()].some((path) => path.startsWith(folder))) return { kind: 'unsigned' }
  const signature = bag.tag(PACKET_PATHS.signature)
  const message = bag.tag(PACKET_PATHS.tagManifestSha512)
  const spki = readKey(bag)
  if (signature?.length !== SIGNATURE_BYTES || message === null || spki === null) return null
  return verifies(signature, message, spki) ? { kind: 'signed', fingerprint: keyFingerprint(spki) } : null
}
