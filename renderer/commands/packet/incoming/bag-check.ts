import { PACKET_PATHS } from '../../../../shared/packet'
import type { Digests } from './digests'
import { isSafePath, printable } from './entry-names'
import { refuse } from './refusal'

/** A file of the bag as it was found. */
export interface BagFile {
  readonly size: number
  readonly digests: Digests
}

/** The bag as it was found: every file by its path, and the content of those that describe it. */
export interface FoundBag {
  readonly files: ReadonlyMap<string, BagFile>
  readonly tag: (path: string) => Uint8Array | null
}

type Algorithm = keyof Digests

const DIGITS: Readonly<Record<Algorithm, number>> = { sha256: 64, sha512: 128 }
const LINE = /^([0-9a-f]+)[ \t]+(\S.*)$/
const MANIFEST = /^(?:tag)?manifest-([^/]+)\.txt$/
const TAG_MANIFEST = /^tagmanifest-[^/]+\.txt$/
const PAYLOAD = 'data/'
const SIGNATURE_FILES: ReadonlySet<string> = new Set([PACKET_PATHS.signature, PACKET_PATHS.publicKey])
const VERSION = /^BagIt-Version: (\d+)\.(\d+)\nTag-File-Character-Encoding: UTF-8\n?$/

function malformed(detail: string): never {
  return refuse({ code: 'malformed-bag', detail })
}

/** Text of a tag file: UTF-8 to the letter, lines ended in any of the three ways. */
export function tagText(bag: FoundBag, path: string): string | null {
  const bytes = bag.tag(path)
  if (bytes === null) return null
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).replaceAll(/\r\n?/g, '\n')
  } catch {
    return malformed(path)
  }
}

function checkDeclaration(bag: FoundBag): void {
  const text = tagText(bag, PACKET_PATHS.bagDeclaration)
  if (text === null) refuse({ code: 'not-a-packet' })
  const match = VERSION.exec(text)
  if (match === null) malformed(PACKET_PATHS.bagDeclaration)
  if (match[1] !== '1') refuse({ code: 'newer-layout', found: `BagIt ${match[1]}.${match[2]}` })
}

/** The digests that a manifest names, by path. */
function readManifest(bag: FoundBag, path: string, algorithm: Algorithm): ReadonlyMap<string, string> {
  const text = tagText(bag, path) ?? malformed(path)
  const entries = new Map<string, string>()
  text.split('\n').forEach((line, index) => {
    if (line === '') return
    const [, digest = '', file = ''] = LINE.exec(line) ?? []
    const isGood = digest.length === DIGITS[algorithm] && isSafePath(file) && !entries.has(file)
    if (!isGood) malformed(`${path}:${index + 1}`)
    if (file.startsWith(PAYLOAD) === path.startsWith('tag')) malformed(`${path}:${index + 1}`)
    entries.set(file, digest)
  })
  return entries
}

/** Files that each kind of manifest has to name: the payload, or all tag files but those that sign them. */
function expectedIn(bag: FoundBag, path: string): readonly string[] {
  const ofPayload = !path.startsWith('tag')
  return [...bag.files.keys()].filter((file) =>
    ofPayload
      ? file.startsWith(PAYLOAD)
      : !(file.startsWith(PAYLOAD) || TAG_MANIFEST.test(file) || SIGNATURE_FILES.has(file)),
  )
}

interface Findings {
  readonly missing: Set<string>
  readonly unexpected: Set<string>
  readonly altered: Set<string>
}

function compare(bag: FoundBag, path: string, algorithm: Algorithm, findings: Findings): void {
  const named = readManifest(bag, path, algorithm)
  for (const [file, digest] of named) {
    const found = bag.files.get(file)
    if (!found) findings.missing.add(file)
    else if (found.digests[algorithm] !== digest) findings.altered.add(file)
  }
  for (const file of expectedIn(bag, path)) if (!named.has(file)) findings.unexpected.add(file)
}

/** Bytes and files of the payload as bag-info.txt counts them. */
function checkOxum(bag: FoundBag, info: readonly (readonly [string, string])[]): void {
  const declared = info.filter(([label]) => label === 'Payload-Oxum').map(([, value]) => value)
  const payload = [...bag.files].filter(([path]) => path.startsWith(PAYLOAD))
  const bytes = payload.reduce((sum, [, { size }]) => sum + size, 0)
  const counted = `${bytes}.${payload.length}`
  if (declared.length !== 1 || declared[0] !== counted) malformed('Payload-Oxum')
}

/** Label and value of every line of bag-info.txt; a line that starts with a blank continues the one before. */
function readInfo(bag: FoundBag): readonly (readonly [label: string, value: string])[] {
  const text = tagText(bag, PACKET_PATHS.bagInfo) ?? malformed(PACKET_PATHS.bagInfo)
  const joined = text.replaceAll(/\n[ \t]+/g, ' ')
  return joined.split('\n').flatMap((line) => {
    if (line === '') return []
    const at = line.indexOf(':')
    if (at <= 0) return malformed(PACKET_PATHS.bagInfo)
    return [[line.slice(0, at), line.slice(at + 1).trim()] as const]
  })
}

/**
 * Whether the bag is complete (every file that a manifest names is there and no other) and valid (all have
 * the content that every manifest names), by RFC 8493 with both digests and tag manifests required. Returns
 * bag-info.txt; refuses everything else, the incomplete before the altered.
 */
export function checkBag(bag: FoundBag): readonly (readonly [label: string, value: string])[] {
  checkDeclaration(bag)
  if (bag.files.has('fetch.txt')) refuse({ code: 'has-fetch' })
  const findings: Findings = { missing: new Set(), unexpected: new Set(), altered: new Set() }
  for (const path of bag.files.keys()) {
    const algorithm = MANIFEST.exec(path)?.[1]
    if (algorithm !== undefined && !Object.hasOwn(DIGITS, algorithm)) malformed(printable(path))
  }
  for (const algorithm of ['sha256', 'sha512'] as const) {
    compare(bag, `manifest-${algorithm}.txt`, algorithm, findings)
    compare(bag, `tagmanifest-${algorithm}.txt`, algorithm, findings)
  }
  const { missing, unexpected, altered } = findings
  if (missing.size + unexpected.size > 0) {
    refuse({ code: 'incomplete', missing: [...missing], unexpected: [...unexpected] })
  }
  if (altered.size > 0) refuse({ code: 'altered', paths: [...altered] })
  const info = readInfo(bag)
  checkOxum(bag, info)
  return info
}
