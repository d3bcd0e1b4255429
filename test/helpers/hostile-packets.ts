import { createHash } from 'node:crypto'
import { type RawEntry, rawZip } from './raw-zip'
import { type BagFiles, bagEntries, sampleBag, signed, withManifests } from './sample-packet'

/** Numbers that look random and are the same for the same seed (mulberry32). */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** Digest of all content, whatever order or packing it came in. */
export function contentDigest(files: Iterable<readonly [path: string, sha256: string]>): string {
  const lines = [...files].map(([path, digest]) => `${path} ${digest}`).sort()
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

/** The digest of a bag's content, as {@link contentDigest} counts. */
export function bagDigest(bag: BagFiles): string {
  return contentDigest(
    [...bag]
      .filter(([path]) => path !== 'firma/clave-publica.pem')
      .map(([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex')]),
  )
}

/** A changed packet and what it must never pass for. */
export interface Mutation {
  readonly what: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

type Random = (below: number) => number

function pick<T>(random: Random, values: readonly T[]): T {
  const value = values[random(values.length)]
  if (value === undefined) throw new Error('Nothing to choose from')
  return value
}

function shuffled<T>(random: Random, values: readonly T[]): readonly T[] {
  return values
    .map((value) => ({ value, place: random(2 ** 31) }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value)
}

/** One bit turned. */
export function bitFlip(bytes: Uint8Array, random: Random): Mutation {
  const changed = new Uint8Array(bytes)
  const at = random(bytes.length)
  const bit = random(8)
  changed[at] = (changed[at] ?? 0) ^ (1 << bit)
  return { what: `bit ${bit} of byte ${at}`, bytes: changed }
}

/** Where one part of an archive ends and the next begins: names, contents, directory, end. */
export function structuralEdges(bytes: Uint8Array): readonly number[] {
  const view = Buffer.from(bytes)
  const edges = new Set<number>([0, 1, bytes.length - 22, bytes.length - 1])
  for (let at = 0; at + 30 <= bytes.length; at++) {
    const signature = view.readUInt32LE(at)
    if (signature === 0x04034b50) {
      const data = at + 30 + view.readUInt16LE(at + 26) + view.readUInt16LE(at + 28)
      for (const edge of [at, at + 30, data, data + view.readUInt32LE(at + 18)]) edges.add(edge)
    } else if (signature === 0x02014b50) {
      edges.add(at)
      edges.add(at + 46)
    }
  }
  return [...edges].filter((edge) => edge < bytes.length)
}

/** The packet cut at every hundredth of it and at every edge. */
export function truncations(bytes: Uint8Array<ArrayBuffer>): readonly Mutation[] {
  const hundredths = Array.from({ length: 100 }, (_, part) => Math.floor((bytes.length * part) / 100))
  const lengths = new Set([...hundredths, ...structuralEdges(bytes)])
  return [...lengths].map((length) => ({ what: `cut at ${length}`, bytes: bytes.slice(0, length) }))
}

function changedFile(
  bag: BagFiles,
  random: Random,
  from = (path: string) => path.startsWith('data/'),
): BagFiles {
  const path = pick(random, [...bag.keys()].filter(from))
  const content = Buffer.from(bag.get(path) ?? Buffer.alloc(0))
  const at = random(content.length)
  content[at] = (content[at] ?? 0) ^ (1 << random(8))
  return new Map([...bag, [path, content]])
}

function without(bag: BagFiles, wanted: (path: string) => boolean): BagFiles {
  return new Map([...bag].filter(([path]) => !wanted(path)))
}

const isSignature = (path: string) => path.startsWith('firma/')
const zipped = (bag: BagFiles): Uint8Array<ArrayBuffer> => rawZip(bagEntries(bag))

/** Changes that keep the content and must keep it: other order, other packing, folders named. */
const HARMLESS: Readonly<Record<string, (bag: BagFiles, random: Random) => Uint8Array<ArrayBuffer>>> = {
  reordered: (bag, random) => rawZip(shuffled(random, bagEntries(bag))),
  'packed again': (bag, random) =>
    rawZip(bagEntries(bag).map((entry) => ({ ...entry, method: random(2) * 8 }))),
  'in another folder': (bag, random) => rawZip(bagEntries(bag, `copia-${random(1000)}`)),
}

/** Changes by somebody who knows the format; the packet must be refused. */
const REFUSED: Readonly<Record<string, (bag: BagFiles, random: Random) => Uint8Array<ArrayBuffer>>> = {
  'a file changed': (bag, random) => zipped(changedFile(bag, random)),
  'a tag file changed': (bag, random) =>
    zipped(changedFile(bag, random, (path) => !path.startsWith('data/') && !isSignature(path))),
  'a file changed, manifests that fit, the old signature': (bag, random) => {
    const changed = withManifests(without(changedFile(bag, random), isSignature))
    return zipped(new Map([...changed, ...[...bag].filter(([path]) => isSignature(path))]))
  },
  'another key, the old signature': (bag, random) => {
    const other = signed(bag, 100 + random(1000)).get('firma/clave-publica.pem') ?? Buffer.alloc(0)
    return zipped(new Map([...bag, ['firma/clave-publica.pem', other]]))
  },
  'half a signature': (bag, random) => {
    const half = pick(random, [...bag.keys()].filter(isSignature))
    return zipped(without(bag, (path) => path === half))
  },
  'a file gone': (bag, random) => {
    const gone = pick(random, [...without(bag, isSignature).keys()])
    return zipped(without(bag, (path) => path === gone))
  },
  'a file more': (bag, random) =>
    zipped(
      new Map([...bag, [pick(random, ['data/extra.txt', 'extra.txt', 'firma/extra.txt']), Buffer.from('x')]]),
    ),
  'two files exchanged': (bag, random) => {
    const [a = '', b = ''] = shuffled(
      random,
      [...bag.keys()].filter((path) => path.startsWith('data/')),
    )
    return zipped(new Map([...bag, [a, bag.get(b) ?? Buffer.alloc(0)], [b, bag.get(a) ?? Buffer.alloc(0)]]))
  },
  'a line of a manifest gone': (bag, random) => {
    const path = pick(random, ['manifest-sha256.txt', 'manifest-sha512.txt', 'tagmanifest-sha256.txt'])
    const lines = (bag.get(path) ?? '').toString().split('\n')
    lines.splice(random(lines.length - 1), 1)
    return zipped(new Map([...bag, [path, Buffer.from(lines.join('\n'))]]))
  },
  'fetch.txt': (bag) =>
    zipped(new Map([...bag, ['fetch.txt', Buffer.from('https://example.org/x - data/x\n')]])),
  'an entry written twice': (bag, random) => {
    const entries = bagEntries(bag)
    return rawZip([...entries, pick(random, entries)])
  },
}

/** Changes that make another packet, consistent in itself: accepted, but never as the one that was signed. */
const REWRITTEN: Readonly<Record<string, (bag: BagFiles, random: Random) => Uint8Array<ArrayBuffer>>> = {
  'a file changed, signature stripped': (bag, random) =>
    zipped(withManifests(without(changedFile(bag, random), isSignature))),
  'a file changed, signed with another key': (bag, random) => {
    const changed = withManifests(without(changedFile(bag, random), isSignature))
    return zipped(signed(changed, 100 + random(1000)))
  },
  'signature stripped': (bag) => zipped(without(bag, isSignature)),
}

/** What a class of mutations must lead to. */
export type Fate = 'same-content' | 'refused' | 'not-the-signer' | 'refused-or-same'

/** A mutation with what must become of it. */
export interface FatedMutation extends Mutation {
  readonly fate: Fate
}

/** `count` mutations of a signed packet, the same for the same seed, a third of them single bits. */
export function mutations(seed: number, count: number): readonly FatedMutation[] {
  const random = seeded(seed)
  const bag = sampleBag()
  const bytes = zipped(bag)
  const classes = [
    ...Object.entries(HARMLESS).map(([what, make]) => ({ what, make, fate: 'same-content' as const })),
    ...Object.entries(REFUSED).map(([what, make]) => ({ what, make, fate: 'refused' as const })),
    ...Object.entries(REWRITTEN).map(([what, make]) => ({ what, make, fate: 'not-the-signer' as const })),
  ]
  return Array.from({ length: count }, (_, index): FatedMutation => {
    if (index % 3 === 0) return { ...bitFlip(bytes, random), fate: 'refused-or-same' }
    const { what, make, fate } = pick(random, classes)
    return { what, bytes: make(bag, random), fate }
  })
}

/** Names that no packet has; each alone makes the archive refused. */
export function hostileNames(): readonly string[] {
  const plain = [
    [
      '../x',
      '../../x',
      'a/../../x',
      'a/../b',
      '..',
      '.',
      './x',
      'a/./b',
      'a//b',
      '/etc/passwd',
      '//server/x',
    ],
    [
      'C:/x',
      'C:x',
      'c:\\x',
      '\\x',
      '\\\\server\\share\\x',
      '\\\\?\\C:\\x',
      '..\\x',
      '..\\..\\x',
      'a\\b',
      'a/..\\b',
    ],
    ['CON', 'con.txt', 'PRN', 'aux', 'AUX.pdf', 'NUL', 'nul.json', 'CONIN$', 'CONOUT$', 'CLOCK$'],
    [
      'COM0',
      ...Array.from({ length: 9 }, (_, n) => `COM${n + 1}`),
      'com1.txt',
      'LPT1',
      'lpt9.pdf',
      'a/NUL/b',
    ],
    [
      'x.',
      'x ',
      ' x',
      'x. ',
      'x..',
      'a./b',
      'a /b',
      'x:y',
      'x:$DATA',
      'x::$INDEX_ALLOCATION',
      '~',
      '~root',
      '~/x',
    ],
    [
      'x\0',
      'x\0.pdf',
      'x\n',
      'x\ry',
      'x\ty',
      'x\u001b[31m',
      'x\u007f',
      '\u202excod.exe',
      'a\u200bb',
      '\ufeffx',
    ],
    ['é', 'e\u0301', 'ﬁ', 'Ａ', '‥/x', '․', 'a∕b', 'a／b', 'ж', '文', '🙂', 'a\u00a0b', '\u017f', '\u212a'],
    [
      '.htaccess',
      '.ssh/x',
      '-rf',
      '--help',
      '_x',
      '$x',
      '%2e%2e/x',
      '%00',
      'a*b',
      'a?b',
      'a|b',
      'a<b',
      'a>b',
      'a"b',
    ],
    [
      '',
      '/',
      'x'.repeat(241),
      `${'a/'.repeat(9)}x`,
      'desktop.ini.',
      "a'b",
      'a`b',
      'a;b',
      'a&b',
      'a=b',
      'a,b',
      'a@b',
    ],
  ].flat()
  return plain
}

/** An honest bag with one more entry, of a hostile name below or beside its folder. */
export function withEntry(entry: RawEntry): Uint8Array<ArrayBuffer> {
  return rawZip([...bagEntries(sampleBag()), entry])
}
