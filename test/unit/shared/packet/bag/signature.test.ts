import { createHash, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fingerprintOf,
  pemOf,
  readmeText,
  readPublicKey,
  signatureState,
  spkiOf,
} from '../../../../../shared/packet'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const pem = Buffer.from(publicKey.export({ type: 'spki', format: 'pem' }))
const spki = publicKey.export({ type: 'spki', format: 'der' })
const signed = Buffer.from('0123  manifest-sha512.txt\n')
const signature = sign(null, signed, privateKey)
const fingerprint = fingerprintOf(spki)

describe('signature of a packet', () => {
  it('made by Node is valid here, with the fingerprint that sha256sum begins with', () => {
    expect(signatureState(signed, signature, pem)).toEqual({ kind: 'valid', fingerprint })
    const hex = createHash('sha256').update(spki).digest('hex')
    expect(fingerprint).toMatch(/^(?:[0-9A-F]{4} ){7}[0-9A-F]{4}$/)
    expect(hex.startsWith(fingerprint.replaceAll(' ', '').toLowerCase())).toBe(true)
  })

  it('is absent, or invalid when only half of it is there', () => {
    expect(signatureState(signed, null, null)).toEqual({ kind: 'unsigned' })
    expect(signatureState(signed, signature, null)).toEqual({ kind: 'invalid', reason: 'half-missing' })
    expect(signatureState(signed, null, pem)).toEqual({ kind: 'invalid', reason: 'half-missing' })
  })

  it('of another key, or of other bytes, is invalid', () => {
    const other = generateKeyPairSync('ed25519')
    const foreign = Buffer.from(other.publicKey.export({ type: 'spki', format: 'pem' }))
    const bad = { kind: 'invalid', reason: 'bad-signature' }
    expect(signatureState(signed, signature, foreign)).toEqual(bad)
    expect(signatureState(Buffer.from('x'), signature, pem)).toEqual(bad)
    expect(signatureState(signed, signature.subarray(1), pem)).toEqual(bad)
    expect(signatureState(signed, new Uint8Array(), pem)).toEqual(bad)
    // Signed by the other key: valid, under a fingerprint that is not the one read over the telephone.
    const swapped = signatureState(signed, sign(null, signed, other.privateKey), foreign)
    expect(swapped.kind).toBe('valid')
    expect(swapped).not.toMatchObject({ fingerprint })
  })

  it('with one bit changed anywhere is never valid', () => {
    const flipped = (bytes: Uint8Array, at: number) => {
      const copy = Uint8Array.from(bytes)
      const index = Math.floor(at / 8) % copy.length
      copy[index] = (copy[index] ?? 0) ^ (1 << (at % 8))
      return copy
    }
    fc.assert(
      fc.property(fc.nat({ max: 100_000 }), fc.constantFrom('signed', 'signature'), (at, part) => {
        const state =
          part === 'signed'
            ? signatureState(flipped(signed, at), signature, pem)
            : signatureState(signed, flipped(signature, at), pem)
        expect(state.kind).toBe('invalid')
      }),
      { numRuns: 300 },
    )
  })

  it('by a key of small order, with which anything verifies, is invalid', () => {
    const weak = spkiOf(Uint8Array.of(1, ...new Array(31).fill(0)))
    const forged = Uint8Array.of(1, ...new Array(63).fill(0))
    expect(signatureState(signed, forged, Buffer.from(pemOf(weak)))).toEqual({
      kind: 'invalid',
      reason: 'bad-signature',
    })
  })
})

describe('public keys', () => {
  it('are written as openssl writes them, and read back', () => {
    expect(pemOf(spki)).toBe(pem.toString())
    expect(createPublicKey(pemOf(spki)).asymmetricKeyType).toBe('ed25519')
    expect(readPublicKey(pem)?.spki).toEqual(Uint8Array.from(spki))
    expect(readPublicKey(Buffer.from(pem.toString().replaceAll('\n', '\r\n')))).not.toBeNull()
  })

  it.each([
    ['nothing', ''],
    ['half a key', pem.toString().slice(0, 60)],
    ['two keys', pem.toString() + pem.toString()],
    ['a private key', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
    [
      'a key of another kind',
      generateKeyPairSync('x25519').publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    ],
    ['no base64', '-----BEGIN PUBLIC KEY-----\n!!!!\n-----END PUBLIC KEY-----\n'],
    ['too much', pem.toString() + ' '.repeat(3000)],
  ])('that are %s are none', (_, text) => {
    expect(readPublicKey(Buffer.from(text))).toBeNull()
  })
})

describe('LEAME.txt', () => {
  const facts = {
    title: 'Segunda sesión ordinaria 2017',
    bodyName: 'Comité de Gestión y Publicación Electrónica',
    audience: 'members',
    version: 2,
    encrypted: true,
    fingerprint,
  } as const
  const text = readmeText(facts)

  it('fits a page and tells every way to check', () => {
    const lines = text.split('\r\n')
    expect(lines.length).toBeLessThanOrEqual(72)
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80)
    for (const said of [
      'index.html',
      'sha256sum -c',
      'sha512sum -c',
      'openssl pkeyutl',
      'age -d',
      fingerprint,
    ]) {
      expect(text).toContain(said)
    }
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n\ufeff]/)
  })

  it('does not speak of a signature or a passphrase that there is not', () => {
    const plain = readmeText({ ...facts, encrypted: false, fingerprint: null })
    expect(plain).toContain('no está firmado')
    expect(plain).not.toMatch(/openssl|age -d/)
  })
})
