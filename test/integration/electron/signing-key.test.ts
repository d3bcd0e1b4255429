import { createPublicKey, verify } from 'node:crypto'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem } from '../../../electron/services/file-system'
import { type Keychain, SigningKeyStore } from '../../../electron/services/signing-key'
import type { SigningKey } from '../../../shared/ipc'
import { signatureState } from '../../../shared/packet/bag'
import { failingDisk } from '../../helpers/journal-folder'
import { tempFolder } from '../../helpers/temp-folder'

const flip = (bytes: Uint8Array) => Buffer.from(bytes).map((byte) => byte ^ 0x5a)

/** A keychain that turns bytes around; `absent` plays a computer without one. */
function keychain(state: 'present' | 'absent' | 'other' = 'present'): Keychain {
  return {
    protects: () => state !== 'absent',
    encrypt: (text) => flip(Buffer.from(text)),
    decrypt: (bytes) => {
      if (state === 'other') throw new Error('Not encrypted here')
      return flip(bytes).toString()
    },
  }
}

async function setUp() {
  const folder = await tempFolder()
  const file = path.join(folder, 'signing-key.json')
  const open = (chain = keychain(), fs = nodeFileSystem) => new SigningKeyStore(fs, file, chain)
  return { folder, file, open }
}

async function shown(store: SigningKeyStore): Promise<SigningKey> {
  const key = await store.show()
  if (!key.ok) throw new Error(key.error.code)
  return key.value
}

describe('the signing key', () => {
  it('is made once, kept by the keychain, and signs what the reader of packets calls valid', async () => {
    const { file, open } = await setUp()
    const store = open()
    const [first, again] = await Promise.all([shown(store), shown(store)])
    expect(first).toEqual(again)
    expect(first).toMatchObject({ protectedBySystem: true, replacedDamaged: false })
    expect(await shown(open())).toEqual(first)
    expect(await readFile(file, 'utf8')).not.toContain('PRIVATE KEY')
    const bytes = Buffer.from('tagmanifest')
    const signed = await open().sign(bytes)
    if (!signed.ok) throw new Error(signed.error.code)
    const { signature, publicKeyPem } = signed.value.files
    expect(signature).toHaveLength(64)
    expect(verify(null, bytes, createPublicKey(publicKeyPem), signature)).toBe(true)
    expect(signatureState(bytes, signature, Buffer.from(publicKeyPem))).toEqual({
      kind: 'valid',
      fingerprint: first.fingerprint,
    })
  })

  it('without a keychain is in a file for the user alone, and never called protected', async () => {
    const { folder, file, open } = await setUp()
    const first = await shown(open(keychain('absent')))
    expect(first.protectedBySystem).toBe(false)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await shown(open(keychain('present')))).toEqual(first)
    expect(await readdir(folder)).toEqual(['signing-key.json'])
  })

  it('that its keychain does not open today is refused and stays', async () => {
    const { file, open } = await setUp()
    const first = await shown(open())
    const before = await readFile(file)
    expect(await open(keychain('absent')).show()).toEqual({
      ok: false,
      error: { code: 'io-error', detail: 'NO_KEYCHAIN' },
    })
    expect((await readFile(file)).equals(before)).toBe(true)
    expect(await shown(open())).toEqual(first)
  })

  it.each([
    ['empty', () => ''],
    ['cut', (text: string) => text.slice(0, 60)],
    [
      'of another kind',
      () => '{"format":"quorum-signing-key","version":1,"protection":"file","privateKey":"x"}',
    ],
    ['too large', () => ' '.repeat(70_000)],
    ['binary', () => '\u0000\uffff'],
  ])('that is %s is kept aside and replaced, and that is said', async (_name, damage) => {
    const { folder, file, open } = await setUp()
    const first = await shown(open())
    const damaged = damage(await readFile(file, 'utf8'))
    await writeFile(file, damaged)
    const store = open()
    const second = await shown(store)
    expect(second.replacedDamaged).toBe(true)
    expect(second.fingerprint).not.toBe(first.fingerprint)
    expect(await readFile(`${file}.damaged-1`, 'utf8')).toBe(damaged)
    expect(await shown(open())).toEqual({ ...second, replacedDamaged: false })
    expect(await shown(store)).toEqual(second)
    await writeFile(file, 'again')
    expect((await shown(open())).replacedDamaged).toBe(true)
    expect((await readdir(folder)).sort()).toEqual([
      'signing-key.json',
      'signing-key.json.damaged-1',
      'signing-key.json.damaged-2',
    ])
  })

  it('that another keychain encrypted is kept aside and replaced', async () => {
    const { open } = await setUp()
    await shown(open())
    expect((await shown(open(keychain('other')))).replacedDamaged).toBe(true)
  })

  it('that cannot be written is tried again the next time', async () => {
    const { folder, open } = await setUp()
    let full = true
    const fs = failingDisk((called) => (full && called === 'write' ? 'ENOSPC' : null))
    const store = open(keychain(), fs)
    expect(await store.show()).toEqual({ ok: false, error: { code: 'disk-full', detail: 'ENOSPC' } })
    expect(await readdir(folder)).toEqual([])
    full = false
    expect((await shown(store)).fingerprint).toMatch(/^([0-9A-F]{4} ){7}[0-9A-F]{4}$/)
  })
})
