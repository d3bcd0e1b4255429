import { beforeAll, describe, expect, it } from 'vitest'
import { blobSource } from '../../../../../../renderer/commands/packet/incoming/byte-source'
import { decryptedSource } from '../../../../../../renderer/commands/packet/incoming/decrypt'
import { verifyPacket } from '../../../../../../renderer/commands/packet/incoming/verify-packet'
import { readWith } from '../../../../../helpers/judge-packet'
import { encrypted, samplePacket } from '../../../../../helpers/sample-packet'

const PHRASE = 'cañón de agua 2017'
const PIECE = 64 * 1024
let sealed: Uint8Array<ArrayBuffer>

async function codeOf(bytes: Uint8Array<ArrayBuffer>, passphrase: string | null = PHRASE): Promise<string> {
  const read = await readWith(verifyPacket, bytes, passphrase)
  return read.ok ? 'accepted' : read.error.code
}

/** The file with another first line of its only stanza. */
function withStanza(stanza: string): Uint8Array<ArrayBuffer> {
  const text = Buffer.from(sealed)
    .toString('latin1')
    .replace(/-> scrypt [^\n]*/, stanza)
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

beforeAll(async () => {
  sealed = await encrypted(samplePacket(), PHRASE)
})

describe('an encrypted packet', () => {
  it('opens with its passphrase and with no other', async () => {
    expect(await codeOf(sealed)).toBe('accepted')
    expect(await codeOf(sealed, null)).toBe('needs-passphrase')
    expect(await codeOf(sealed, 'otra')).toBe('wrong-passphrase')
    expect(await codeOf(sealed, '')).toBe('wrong-passphrase')
  })

  it('that was cut is told from one with another passphrase', async () => {
    for (const lost of [1, 16, 17, 2_000]) expect(await codeOf(sealed.slice(0, -lost))).toBe('encryption-cut')
    expect(await codeOf(sealed.slice(0, 100))).toBe('encryption-cut')
  })

  it('that costs too much to open is refused by what it says it costs', async () => {
    expect(await codeOf(withStanza('-> scrypt bBjlhJVYZeE4aqUdmtRHfw 30'))).toBe('work-factor')
    for (const cost of ['-1', '0', '010', '1e9', '9999', '']) {
      expect(await codeOf(withStanza(`-> scrypt bBjlhJVYZeE4aqUdmtRHfw ${cost}`))).toMatch(
        /encryption-altered|work-factor/,
      )
    }
  })

  it('for keys or as text says that another program has to open it', async () => {
    expect(await codeOf(withStanza('-> X25519 bBjlhJVYZeE4aqUdmtRHfwbBjlhJVYZeE4aqUdmtRHf'))).toBe(
      'other-encryption',
    )
    expect(await codeOf(new Uint8Array(Buffer.from('-----BEGIN AGE ENCRYPTED FILE-----\nYWdl')))).toBe(
      'other-encryption',
    )
  })
})

describe('the content of an encrypted file', () => {
  it.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 5])(
    'of %i bytes is read anywhere, in any order',
    async (size) => {
      const plain = Uint8Array.from({ length: size }, (_, index) => (index * 31 + (index >> 8)) & 0xff)
      const source = await decryptedSource(blobSource(new Blob([await encrypted(plain, PHRASE, 4)])), PHRASE)
      expect(source.size).toBe(size)
      for (const [from, to] of [
        [0, size],
        [size >> 1, size],
        [Math.max(0, size - 3), size],
        [0, Math.min(size, 70_000)],
      ] as const) {
        expect(Buffer.compare(await source.read(from, to - from), plain.subarray(from, to))).toBe(0)
      }
    },
  )

  it('with two pieces exchanged, or the last one gone, is refused', async () => {
    const file = await encrypted(new Uint8Array(4 * PIECE), PHRASE, 4)
    const start = file.length - 4 * (PIECE + 16)
    const piece = (index: number) =>
      file.slice(start + index * (PIECE + 16), start + (index + 1) * (PIECE + 16))
    const exchanged = new Blob([file.slice(0, start), piece(1), piece(0), piece(2), piece(3)])
    const source = await decryptedSource(blobSource(exchanged), PHRASE)
    await expect(source.read(0, 10)).rejects.toMatchObject({ refusal: { code: 'encryption-altered' } })
    const shorter = blobSource(new Blob([file.slice(0, -(PIECE + 16))]))
    await expect(decryptedSource(shorter, PHRASE)).rejects.toMatchObject({
      refusal: { code: 'encryption-cut' },
    })
  })
})
