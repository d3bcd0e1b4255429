import { PACKET_PATHS } from '../layout'
import { infoValues, parseBagInfo, payloadTotals } from './bag-info'
import type { FileDigest } from './manifest'
import { type BagReport, MAX_BAG_PROBLEMS } from './problem'
import { readTagText, tagLines } from './tag-text'
import {
  byNormalForm,
  compareManifest,
  type Findings,
  type FoundManifest,
  listedPaths,
  manifestName,
  readManifest,
} from './verify-manifests'

/** A bag as it was read, without its folder: digests of every file, and the bytes of the tag files read. */
export interface BagContents {
  readonly files: ReadonlyMap<string, FileDigest>
  /** Bytes of bagit.txt, bag-info.txt and every manifest; the rest may be there and is ignored. */
  readonly tags: ReadonlyMap<string, Uint8Array>
}

/** Whether the text of a file is needed to check a bag. */
export function isReadTag(path: string): boolean {
  const named: readonly string[] = [PACKET_PATHS.bagDeclaration, PACKET_PATHS.bagInfo]
  return named.includes(path) || manifestName(path) !== null
}

function textOf(contents: BagContents, path: string, findings: Findings): string | null {
  const bytes = contents.tags.get(path)
  if (bytes === undefined) {
    findings.incomplete.push({ kind: 'missing-file', path })
    return null
  }
  const read = readTagText(bytes)
  if (read.kind === 'text') return read.text
  findings.incomplete.push({ kind: read.kind, path })
  return null
}

/** RFC 8493 §2.1.1: exactly two lines. Versions before 1.0 had looser rules and are not taken. */
function checkDeclaration(contents: BagContents, findings: Findings): void {
  const text = textOf(contents, PACKET_PATHS.bagDeclaration, findings)
  if (text === null) return
  const lines = tagLines(text)
  const version = /^BagIt-Version: (\d+\.\d+)$/.exec(lines[0] ?? '')?.[1]
  const encoding = /^Tag-File-Character-Encoding: (\S+)$/.exec(lines[1] ?? '')?.[1]
  if (lines.length !== 2 || version === undefined || encoding === undefined) {
    findings.incomplete.push({ kind: 'bad-declaration' })
    return
  }
  if (version !== '1.0') findings.incomplete.push({ kind: 'version', found: version })
  if (encoding.toUpperCase() !== 'UTF-8') findings.incomplete.push({ kind: 'encoding', found: encoding })
}

/** RFC 8493 §2.2.2: bag-info.txt may be missing; Payload-Oxum, when there, is one and says the truth. */
function checkInfo(contents: BagContents, findings: Findings): void {
  if (!contents.files.has(PACKET_PATHS.bagInfo)) return
  const text = textOf(contents, PACKET_PATHS.bagInfo, findings)
  if (text === null) return
  const { elements, badLines } = parseBagInfo(text)
  for (const line of badLines) findings.incomplete.push({ kind: 'bad-info-line', line })
  const values = infoValues(elements, 'Payload-Oxum')
  const [found] = values
  if (found === undefined) return
  if (values.length > 1) findings.incomplete.push({ kind: 'oxum-repeated' })
  const files = [...contents.files].map(([path, { size }]) => ({ path, size }))
  const totals = payloadTotals(files)
  const counted = `${totals.bytes}.${totals.files}`
  if (!/^\d+\.\d+$/.test(found)) findings.incomplete.push({ kind: 'oxum-form', found })
  else if (found !== counted) findings.incomplete.push({ kind: 'oxum-differs', found, counted })
}

function checkCoverage(
  manifests: readonly FoundManifest[],
  paths: readonly string[],
  findings: Findings,
): void {
  const payloadManifests = manifests.filter(({ kind }) => kind === 'payload')
  const tagManifests = manifests.filter(({ kind }) => kind === 'tag')
  if (payloadManifests.length === 0) findings.incomplete.push({ kind: 'no-payload-manifest' })
  for (const manifest of payloadManifests) {
    const listed = listedPaths(manifest)
    for (const path of paths) {
      if (!path.startsWith('data/') || listed.has(path)) continue
      findings.incomplete.push({ kind: 'payload-unlisted', manifest: manifest.path, path })
    }
  }
  for (const manifest of tagManifests) {
    const listed = listedPaths(manifest)
    for (const { path } of payloadManifests) {
      if (listed.has(path)) continue
      findings.incomplete.push({ kind: 'manifest-unlisted', manifest: manifest.path, path })
    }
  }
}

/** Recommendations about tag manifests (§2.2.1): every tag file in them, the same in each. */
function noticeTags(manifests: readonly FoundManifest[], paths: readonly string[], findings: Findings): void {
  const sets = manifests.filter(({ kind }) => kind === 'tag').map(listedPaths)
  if (sets.length === 0) {
    findings.notices.push({ kind: 'no-tag-manifest' })
    return
  }
  const [first] = sets
  const same = sets.every((set) => set.size === first?.size && [...set].every((path) => first.has(path)))
  if (!same) findings.notices.push({ kind: 'tag-manifests-differ' })
  for (const path of paths) {
    if (path.startsWith('data/') || manifestName(path)?.kind === 'tag') continue
    if (!sets.every((set) => set.has(path))) findings.notices.push({ kind: 'tag-unlisted', path })
  }
}

function reportOf({ incomplete, invalid, notices }: Findings): BagReport {
  const complete = incomplete.length === 0
  return {
    complete,
    valid: complete && invalid.length === 0,
    incomplete: incomplete.slice(0, MAX_BAG_PROBLEMS),
    invalid: invalid.slice(0, MAX_BAG_PROBLEMS),
    notices: notices.slice(0, MAX_BAG_PROBLEMS),
  }
}

function findingsOf(contents: BagContents): Findings {
  const findings: Findings = { incomplete: [], invalid: [], notices: [] }
  checkDeclaration(contents, findings)
  if (contents.files.has('fetch.txt')) findings.incomplete.push({ kind: 'fetch' })
  const files = byNormalForm(contents.files, findings)
  const paths = [...files.keys()]
  if (!paths.some((path) => path.startsWith('data/'))) findings.incomplete.push({ kind: 'no-payload' })
  const manifests = paths
    .filter((path) => manifestName(path) !== null)
    .flatMap((path): readonly FoundManifest[] => {
      const text = textOf(contents, path, findings)
      const manifest = text === null ? null : readManifest(path, text, findings)
      return manifest === null ? [] : [manifest]
    })
  checkCoverage(manifests, paths, findings)
  for (const manifest of manifests) compareManifest(manifest, files, findings)
  noticeTags(manifests, paths, findings)
  checkInfo(contents, findings)
  return findings
}

/**
 * Checks a bag by RFC 8493 alone: complete and valid apart, with everything that is wrong. A bag with
 * fetch.txt is never complete: nothing is fetched.
 */
export function verifyBag(contents: BagContents): BagReport {
  return reportOf(findingsOf(contents))
}

const PACKET_MANIFESTS = [
  PACKET_PATHS.manifestSha256,
  PACKET_PATHS.manifestSha512,
  PACKET_PATHS.tagManifestSha256,
  PACKET_PATHS.tagManifestSha512,
]
const SIGNATURE_FILES: readonly string[] = [PACKET_PATHS.signature, PACKET_PATHS.publicKey]

/**
 * Checks a packet: a valid bag that moreover has its four manifests and bag-info.txt, and whose every tag
 * file is in a tag manifest, so that nobody can change the page that is opened without it being seen.
 */
export function verifyPacket(contents: BagContents): BagReport {
  const findings = findingsOf(contents)
  for (const path of [...PACKET_MANIFESTS, PACKET_PATHS.bagInfo]) {
    if (!contents.files.has(path)) findings.incomplete.push({ kind: 'missing-file', path })
  }
  for (const notice of findings.notices) {
    if (notice.kind === 'tag-unlisted' && !SIGNATURE_FILES.includes(notice.path)) {
      findings.incomplete.push(notice)
    }
  }
  return reportOf(findings)
}
