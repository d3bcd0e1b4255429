import { createPublicKey, verify } from 'node:crypto'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFileSystem } from '../../../electron/services/file-system'
import { type Keychain, SigningKeyStore } from '../../../electron/services/signing-key'
import type { SigningKeyState } from '../../../shared/ipc'
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

type Ready = Extract<SigningKeyState, { readonly kind: 'ready' }>

async function shown(store: SigningKeyStore): Promise<Ready> {
  const key = await store.show()
  if (!key.ok || key.value.kind !== 'ready') throw new Error(JSON.stringify(key))
  return key.value
}

/** What nobody can be signed with, and that nothing was changed by looking. */
function unreadable(reason: string) {
  return { ok: true, value: { kind: 'unreadable', reason } }
}

describe('the signing key', () => {
  it('is made once, kept by the keychain, and signs what the reader of packets calls valid', async () => {
    const { file, open } = await setUp()
    const store = open()
    const [first, again] = await Promise.all([shown(store), shown(store)])
    expect(first).toEqual(again)
    expect(first).toMatchObject({ kind: 'ready', protectedBySystem: true })
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

  it.each([
    ['no-keychain', keychain('absent')],
    ['refused', keychain('other')],
  ] as const)('that its keychain does not open today (%s) signs nothing and stays', async (reason, chain) => {
    const { file, folder, open } = await setUp()
    const first = await shown(open())
    const before = await readFile(file)
    const store = open(chain)
    expect(await store.show()).toEqual(unreadable(reason))
    const refused = { ok: false, error: { code: 'key-unreadable', detail: reason } }
    expect(await store.sign(Buffer.from('x'))).toEqual(refused)
    expect((await readFile(file)).equals(before)).toBe(true)
    expect(await readdir(folder)).toEqual(['signing-key.json'])
    expect(await shown(open())).toEqual(first)
  })

  it('is read again when its keychain was unlocked meanwhile', async () => {
    const { open } = await setUp()
    const first = await shown(open())
    let locked = true
    const chain = keychain()
    const store = open({ ...chain, protects: () => !locked })
    expect(await store.show()).toEqual(unreadable('no-keychain'))
    locked = false
    expect(await shown(store)).toEqual(first)
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
  ])('that is %s is replaced only when that is asked for, and kept aside', async (_name, damage) => {
    const { folder, file, open } = await setUp()
    const first = await shown(open())
    const damaged = damage(await readFile(file, 'utf8'))
    await writeFile(file, damaged)
    const store = open()
    for (let look = 0; look < 3; look += 1) expect(await store.show()).toEqual(unreadable('damaged'))
    expect(await readFile(file, 'utf8')).toBe(damaged)
    const [second, same] = await Promise.all([store.replace(), store.replace()])
    expect(second).toMatchObject({ ok: true, value: { kind: 'ready' } })
    expect(same).toEqual(second)
    expect(await shown(store)).not.toMatchObject({ fingerprint: first.fingerprint })
    expect({ ok: true, value: await shown(open()) }).toEqual(second)
    expect(await readFile(`${file}.damaged-1`, 'utf8')).toBe(damaged)
    expect((await store.sign(Buffer.from('x'))).ok).toBe(true)
    await writeFile(file, 'again')
    expect((await open().replace()).ok).toBe(true)
    expect((await readdir(folder)).sort()).toEqual([
      'signing-key.json',
      'signing-key.json.damaged-1',
      'signing-key.json.damaged-2',
    ])
  })

  it('that can be read is never replaced', async () => {
    const { folder, open } = await setUp()
    const first = await shown(open())
    expect(await open().replace()).toEqual({ ok: true, value: first })
    expect(await readdir(folder)).toEqual(['signing-key.json'])
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
