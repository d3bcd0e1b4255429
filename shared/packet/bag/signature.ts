import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { fromBase64, toBase64 } from '../../outputs/mail/base64'
import { readTagText } from './tag-text'

/** What comes before the 32 bytes of an Ed25519 public key in DER (RFC 8410 §4). */
const SPKI_PREFIX = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00]
const KEY_BYTES = 32
const SIGNATURE_BYTES = 64
const MAX_PEM_BYTES = 2_000
/** Groups of four digits that are read over the telephone: 128 bits, which nobody can forge. */
const GROUPS = 8

/** A public key in SPKI (DER), and the 32 bytes in it. */
export interface PublicKey {
  readonly spki: Uint8Array
  readonly raw: Uint8Array
}

/** The SPKI (DER) of an Ed25519 public key. */
export function spkiOf(raw: Uint8Array): Uint8Array {
  if (raw.length !== KEY_BYTES) throw new RangeError('An Ed25519 key has 32 bytes')
  return Uint8Array.from([...SPKI_PREFIX, ...raw])
}

/** A public key as openssl writes it. */
export function pemOf(spki: Uint8Array): string {
  const lines = toBase64(spki).match(/.{1,64}/g) ?? []
  return ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----', ''].join('\n')
}

/** Reads a PEM with one Ed25519 public key; null when it is anything else. */
export function readPublicKey(pem: Uint8Array): PublicKey | null {
  if (pem.length > MAX_PEM_BYTES) return null
  const read = readTagText(pem)
  if (read.kind !== 'text') return null
  const match = /^-----BEGIN PUBLIC KEY-----\s+([A-Za-z0-9+/=\s]+?)\s+-----END PUBLIC KEY-----\s*$/.exec(
    read.text,
  )
  const spki = match?.[1] === undefined ? null : fromBase64(match[1])
  if (spki === null || spki.length !== SPKI_PREFIX.length + KEY_BYTES) return null
  if (!SPKI_PREFIX.every((byte, index) => spki[index] === byte)) return null
  return { spki, raw: spki.slice(SPKI_PREFIX.length) }
}

/**
 * Fingerprint of a key, to be read over the telephone: the first 32 hexadecimal digits of the SHA-256 of
 * its SPKI, in groups of four. `openssl pkey -pubin -outform DER | sha256sum` begins with the same digits.
 */
export function fingerprintOf(spki: Uint8Array): string {
  const digits = bytesToHex(sha256(spki)).toUpperCase()
  return Array.from({ length: GROUPS }, (_, group) => digits.slice(group * 4, group * 4 + 4)).join(' ')
}

/** What is known of who made a packet. Only a key whose fingerprint was compared says who it was. */
export type SignatureState =
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'valid'; readonly fingerprint: string }
  | { readonly kind: 'invalid'; readonly reason: 'half-missing' | 'bad-key' | 'bad-signature' }

/**
 * Whether the bytes of tagmanifest-sha512.txt are signed by the key that comes along. One of signature and
 * key without the other is invalid: somebody took it out.
 */
export function signatureState(
  signed: Uint8Array,
  signature: Uint8Array | null,
  pem: Uint8Array | null,
): SignatureState {
  if (signature === null && pem === null) return { kind: 'unsigned' }
  if (signature === null || pem === null) return { kind: 'invalid', reason: 'half-missing' }
  const key = readPublicKey(pem)
  if (key === null) return { kind: 'invalid', reason: 'bad-key' }
  const right = signature.length === SIGNATURE_BYTES && verifies(signature, signed, key.raw)
  return right
    ? { kind: 'valid', fingerprint: fingerprintOf(key.spki) }
    : { kind: 'invalid', reason: 'bad-signature' }
}

function verifies(signature: Uint8Array, signed: Uint8Array, key: Uint8Array): boolean {
  try {
    // The strict rules of RFC 8032: one key, one signature, no lenient encodings.
    return ed25519.verify(signature, signed, key, { zip215: false })
  } catch {
    return false
  }
}
