import { createHash } from 'node:crypto'
import {
  BAG_ALGORITHMS,
  type BagContents,
  type BagFile,
  isReadTag,
  manifestText,
  payloadTagFiles,
  tagManifestFiles,
} from '../../shared/packet'

/** Digests and size of some bytes. */
export function digestOf(bytes: Uint8Array): Omit<BagFile, 'path'> {
  const hash = (name: string) => createHash(name).update(bytes).digest('hex')
  return { sha256: hash('sha256'), sha512: hash('sha512'), size: bytes.length }
}

/** A bag in memory: bytes by path. */
export type Bag = ReadonlyMap<string, Uint8Array>

function listed(bag: Bag): readonly BagFile[] {
  return [...bag].map(([path, bytes]) => ({ path, ...digestOf(bytes) }))
}

function withTexts(bag: Bag, texts: readonly { readonly path: string; readonly text: string }[]): Bag {
  return new Map([...bag, ...texts.map(({ path, text }) => [path, Buffer.from(text)] as const)])
}

/** A whole bag of these files, as a packet is closed. */
export function bagOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  info: readonly (readonly [string, string])[] = [],
): Bag {
  const content = new Map(Object.entries(files).map(([path, bytes]) => [path, Buffer.from(bytes)]))
  const withPayload = withTexts(content, payloadTagFiles(listed(content), info))
  return withTexts(withPayload, tagManifestFiles(listed(withPayload)))
}

/** The bag as whoever unpacked it gives it to be checked. */
export function contentsOf(bag: Bag): BagContents {
  return {
    files: new Map(listed(bag).map(({ path, ...digest }) => [path, digest])),
    tags: new Map([...bag].filter(([path]) => isReadTag(path))),
  }
}

/** The bag with some files changed; null takes one away. Manifests stay as they were. */
export function changed(bag: Bag, changes: Readonly<Record<string, string | Uint8Array | null>>): Bag {
  const result = new Map(bag)
  for (const [path, bytes] of Object.entries(changes)) {
    if (bytes === null) result.delete(path)
    else result.set(path, Buffer.from(bytes))
  }
  return result
}

/** The bag with the text of one tag file rewritten, and the tag manifests made again to fit. */
export function rewritten(bag: Bag, path: string, rewrite: (text: string) => string): Bag {
  const text = rewrite(Buffer.from(bag.get(path) ?? new Uint8Array()).toString('utf8'))
  return resealed(changed(bag, { [path]: text }))
}

/** The bag with tag manifests that fit its tag files. */
export function resealed(bag: Bag): Bag {
  const rest = new Map([...bag].filter(([path]) => !path.startsWith('tagmanifest-')))
  const tags = listed(rest).filter(({ path }) => !path.startsWith('data/'))
  // Not by the builder: it refuses names that a damaged bag is made to have.
  const texts = BAG_ALGORITHMS.map((algorithm) => ({
    path: `tagmanifest-${algorithm}.txt`,
    text: manifestText(tags, algorithm),
  }))
  return withTexts(rest, texts)
}
