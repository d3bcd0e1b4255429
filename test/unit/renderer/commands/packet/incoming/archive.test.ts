import { afterEach, describe, expect, it, vi } from 'vitest'
import { verifyPacket } from '../../../../../../renderer/commands/packet/incoming/verify-packet'
import { crowdedArchive, honestBomb, lyingBomb } from '../../../../../helpers/bombs'
import { hostileNames, withEntry } from '../../../../../helpers/hostile-packets'
import { readWith, type Verifier } from '../../../../../helpers/judge-packet'
import { type RawEntry, rawZip } from '../../../../../helpers/raw-zip'
import { bagEntries, sampleBag } from '../../../../../helpers/sample-packet'

const GB = 1_000_000_000
const TOP = 'CGyPE-2017-ORD-02'
const module = '../../../../../../renderer/commands/packet/incoming/entry-names'

async function codeOf(bytes: Uint8Array<ArrayBuffer>, verifier: Verifier = verifyPacket): Promise<string> {
  const read = await readWith(verifier, bytes)
  return read.ok ? 'accepted' : read.error.code
}

/** A name alone and below the folder of the packet; an empty one has no place below. */
function places(name: string): readonly string[] {
  return name === '' ? [name] : [name, `${TOP}/${name}`, `${TOP}/data/${name}`]
}

async function accepted(verifier: Verifier, names: readonly string[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const name of names) {
    const code = await codeOf(withEntry({ name, content: Buffer.from('x') }), verifier)
    if (!['bad-name', 'twin-names', 'not-a-packet', 'not-a-file', 'archive-damaged'].includes(code)) {
      found.push(`${JSON.stringify(name)}: ${code}`)
    }
  }
  return found
}

describe('names', () => {
  afterEach(() => {
    vi.doUnmock(module)
    vi.resetModules()
  })

  it('that no packet has are refused, every one, wherever they stand', async () => {
    expect(hostileNames().length).toBeGreaterThan(100)
    expect(await accepted(verifyPacket, hostileNames().flatMap(places))).toEqual([])
  }, 60_000)

  it('would get further without our own list', async () => {
    vi.resetModules()
    vi.doMock(module, async (actual) => {
      const names =
        await actual<typeof import('../../../../../../renderer/commands/packet/incoming/entry-names')>()
      class Careless extends names.EntryNames {
        override get top() {
          return TOP
        }
        override add(name: string) {
          return name.split('/').slice(1).join('/')
        }
      }
      return { ...names, EntryNames: Careless }
    })
    const { verifyPacket: weak } = await import(
      '../../../../../../renderer/commands/packet/incoming/verify-packet'
    )
    const below = hostileNames().map((name) => `${TOP}/data/${name}`)
    expect((await accepted(weak, below)).length).toBeGreaterThan(60)
  }, 60_000)

  it.each([
    ['twice the same', `${TOP}/index.html`, 'archive-damaged|twin-names'],
    ['other letters', `${TOP}/Index.HTML`, 'twin-names'],
    ['a folder in other letters', `${TOP}/DATA/x`, 'twin-names'],
    ['a file that is a folder too', `${TOP}/data`, 'twin-names'],
    ['a folder that is a file too', `${TOP}/index.html/x`, 'twin-names'],
    ['a second top folder', 'other/x', 'not-a-packet'],
  ])('written %s are twins', async (_, name, code) => {
    expect(code.split('|')).toContain(await codeOf(withEntry({ name, content: Buffer.from('x') })))
  })

  it('of the local header must be the directory’s', async () => {
    expect(await codeOf(withEntry({ name: `${TOP}/data/a`, localName: `${TOP}/data/b` }))).toBe(
      'archive-damaged',
    )
  })

  it('hidden in an extra field are not believed', async () => {
    const extra = Buffer.from([0x75, 0x70, 6, 0, 1, 0, 0, 0, 0, 0x78])
    expect(await codeOf(withEntry({ name: `${TOP}/data/a`, extra }))).toBe('archive-damaged')
  })
})

describe('entries that are no plain files', () => {
  const kinds: Readonly<Record<string, Partial<RawEntry>>> = {
    'a link': { externalAttributes: (0o120777 << 16) >>> 0 },
    'a device': { externalAttributes: (0o060666 << 16) >>> 0 },
    'a socket': { externalAttributes: (0o140666 << 16) >>> 0 },
    'a link made on macOS': { versionMadeBy: 0x131e, externalAttributes: (0o120777 << 16) >>> 0 },
    encrypted: { flags: 0x0801 },
    'packed in another way': { method: 12 },
    'of another size': { declaredSize: 3 },
    'with another checksum': { crc: 7 },
    'where there is none': { offsetShift: 5 },
    'over another': { sharesWith: 2 },
  }

  it.each(Object.entries(kinds))('%s are refused', async (_, lie) => {
    const code = await codeOf(withEntry({ name: `${TOP}/data/a`, content: Buffer.from('hola'), ...lie }))
    expect(['not-a-file', 'archive-damaged', 'too-much-inside']).toContain(code)
  })

  it('folders are allowed, with nothing in them', async () => {
    const folder = { name: `${TOP}/data/`, externalAttributes: (0o040755 << 16) >>> 0 }
    expect(await codeOf(withEntry({ ...folder, method: 0 }))).toBe('accepted')
    expect(await codeOf(withEntry({ ...folder, content: Buffer.from('x') }))).toBe('not-a-file')
  })

  it.each([
    ['before it', { prepended: Buffer.from('PK#!/bin/sh\n') }],
    ['after it', { appended: Buffer.from('x') }],
    ['by a smaller count', { entries: 3 }],
    ['by a larger count', { entries: 300 }],
  ])('an archive with something hidden %s is refused', async (_, end) => {
    expect(await codeOf(rawZip(bagEntries(sampleBag()), end))).toBe('archive-damaged')
  })
})

describe('bombs', () => {
  it('of ten thousand million bytes that say so are refused unread', async () => {
    expect(await codeOf(withEntry(honestBomb(`${TOP}/data/a`, 10 * GB)))).toBe('too-much-inside')
    expect(await codeOf(withEntry(honestBomb(`${TOP}/data/a`, 0.3 * GB)))).toBe('too-much-inside')
  }, 60_000)

  it('behind a small size are stopped where the size ends', async () => {
    // Whoever counts first, the library or we, it ends with the first bytes too many.
    const code = await codeOf(withEntry(lyingBomb(`${TOP}/data/a`, 10 * GB)))
    expect(['too-much-inside', 'archive-damaged']).toContain(code)
  }, 60_000)

  it('of many entries are refused before they are listed, whatever the count at the end', async () => {
    for (const declared of [1_000_000, 3]) {
      const bytes = crowdedArchive(1_000_000, declared)
      expect(await codeOf(bytes)).toMatch(/too-many-entries|archive-damaged/)
    }
    expect(await codeOf(crowdedArchive(20_001))).toBe('too-many-entries')
  }, 60_000)

  it('inside a file of the packet stay packed', async () => {
    const inner = rawZip([honestBomb('x', 0.3 * GB)])
    const bag = sampleBag({ payload: { 'data/anexos/bomba.zip': inner } })
    expect(await codeOf(rawZip(bagEntries(bag)))).toBe('accepted')
  }, 60_000)
})
