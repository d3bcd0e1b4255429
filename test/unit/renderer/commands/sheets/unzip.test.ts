import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crc32, unzip, zipStored } from '../../../../../renderer/commands/sheets/unzip'
import { zipDeflated } from '../../../../helpers/make-zip'

const MAX = 1_000_000
const everything = () => true

function text(content: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(content)
}

async function stored(files: Readonly<Record<string, string>>): Promise<Uint8Array<ArrayBuffer>> {
  const entries = Object.entries(files).map(([name, content]) => ({ name, bytes: text(content) }))
  return new Uint8Array(await zipStored(entries).arrayBuffer())
}

describe('unzip', () => {
  it('knows the checksum of the ZIP specification', () => {
    expect(crc32(text('123456789'))).toBe(0xcbf43926)
  })

  it('gives back what was stored or compressed, only the wanted files', async () => {
    const files = { 'a.xml': 'área', 'b.png': 'x', 'c/d.xml': 'y'.repeat(5000) }
    for (const archive of [await stored(files), zipDeflated(files)]) {
      const result = await unzip(archive, (name) => name.endsWith('.xml'), MAX)
      const found = result.ok
        ? result.value.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])
        : result
      expect(found).toEqual([
        ['a.xml', 'área'],
        ['c/d.xml', 'y'.repeat(5000)],
      ])
    }
  })

  it('refuses what would unpack to more than allowed, before unpacking', async () => {
    const archive = zipDeflated({ 'bomb.xml': 'a'.repeat(2 * MAX) })
    expect(archive.byteLength).toBeLessThan(10_000)
    expect(await unzip(archive, everything, MAX)).toEqual({ ok: false, error: 'too-large' })
  })

  it('refuses a bomb that lies about its size', async () => {
    const archive = zipDeflated({ 'bomb.xml': 'a'.repeat(2 * MAX) }, { declaredSize: 100 })
    expect(await unzip(archive, everything, MAX)).toEqual({ ok: false, error: 'damaged' })
  })

  it('refuses a protected file and one listed twice', async () => {
    expect(await unzip(zipDeflated({ 'a.xml': 'x' }, { flags: 1 }), everything, MAX)).toEqual({
      ok: false,
      error: 'protected',
    })
    const twice = await zipStored([
      { name: 'a.xml', bytes: text('1') },
      { name: 'a.xml', bytes: text('2') },
    ]).arrayBuffer()
    expect(await unzip(new Uint8Array(twice), everything, MAX)).toEqual({ ok: false, error: 'damaged' })
  })

  it('never gives altered content for a cut or altered archive', async () => {
    const files = { 'a.xml': '<a>uno</a>'.repeat(50), 'b.xml': '<b/>' }
    const whole = zipDeflated(files)
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), async (at, byte, isCut) => {
        const damaged = isCut
          ? whole.slice(0, at)
          : Uint8Array.from(whole, (old, index) => (index === at ? byte : old))
        const result = await unzip(damaged, everything, MAX)
        if (!result.ok) return
        for (const { name, bytes } of result.value) {
          const original = Object.entries(files).find(([known]) => known === name)
          if (original) expect(new TextDecoder().decode(bytes)).toBe(original[1])
        }
      }),
      { numRuns: 500 },
    )
  })
})
