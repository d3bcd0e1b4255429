import {
  BAG_ALGORITHMS,
  type BagAlgorithm,
  DIGEST_LENGTH,
  type FileDigest,
  type ManifestEntry,
  parseManifest,
} from './manifest'
import type { BagNotice, IncompleteProblem, InvalidProblem } from './problem'

/** A manifest that was found and could be read as text. */
export interface FoundManifest {
  readonly path: string
  readonly kind: 'payload' | 'tag'
  /** Null when it is not one that is checked here. */
  readonly algorithm: BagAlgorithm | null
  readonly entries: readonly ManifestEntry[]
}

/** Where problems are collected while a bag is checked. */
export interface Findings {
  readonly incomplete: IncompleteProblem[]
  readonly invalid: InvalidProblem[]
  readonly notices: BagNotice[]
}

const MANIFEST_NAME = /^(tag)?manifest-([^/]+)\.txt$/

/** What the name of a manifest says of it; null for any other file. */
export function manifestName(
  path: string,
): { readonly kind: 'payload' | 'tag'; readonly algorithm: BagAlgorithm | null } | null {
  const match = MANIFEST_NAME.exec(path)
  if (match === null) return null
  const algorithm = BAG_ALGORITHMS.find((known) => known === match[2]) ?? null
  return { kind: match[1] === undefined ? 'payload' : 'tag', algorithm }
}

/** Reads a manifest, noting the lines that list nothing and the paths listed twice. */
export function readManifest(path: string, text: string, findings: Findings): FoundManifest | null {
  const name = manifestName(path)
  if (name === null) return null
  const { kind, algorithm } = name
  const parsed = parseManifest(text, kind, algorithm === null ? null : DIGEST_LENGTH[algorithm])
  for (const { line, fault } of parsed.faults) {
    findings.incomplete.push({ kind: 'bad-line', path, line, fault })
  }
  const seen = new Set<string>()
  for (const entry of parsed.entries) {
    const folded = entry.path.normalize('NFC')
    if (seen.has(folded)) findings.incomplete.push({ kind: 'listed-twice', manifest: path, path: entry.path })
    seen.add(folded)
  }
  if (algorithm === null) findings.invalid.push({ kind: 'unknown-algorithm', manifest: path })
  return { path, kind, algorithm, entries: parsed.entries }
}

/** Files by their path in one Unicode form: some systems change the form of names (RFC 8493 §5.3.2). */
export function byNormalForm(
  files: ReadonlyMap<string, FileDigest>,
  findings: Findings,
): ReadonlyMap<string, { readonly path: string; readonly file: FileDigest }> {
  const found = new Map<string, { readonly path: string; readonly file: FileDigest }>()
  const folded = new Map<string, string>()
  for (const [path, file] of files) {
    const form = path.normalize('NFC')
    const twin = found.get(form)
    if (twin) findings.incomplete.push({ kind: 'twin-paths', path, other: twin.path })
    const other = folded.get(form.toLowerCase())
    if (other !== undefined && !twin) findings.notices.push({ kind: 'case-twins', path, other })
    found.set(form, { path, file })
    folded.set(form.toLowerCase(), path)
  }
  return found
}

/** Compares what a manifest lists with what is there. */
export function compareManifest(
  manifest: FoundManifest,
  files: ReadonlyMap<string, { readonly file: FileDigest }>,
  findings: Findings,
): void {
  for (const { path, digest } of manifest.entries) {
    const found = files.get(path.normalize('NFC'))
    const at = { manifest: manifest.path, path }
    if (!found) findings.incomplete.push({ kind: 'listed-missing', ...at })
    else if (manifest.algorithm !== null && found.file[manifest.algorithm] !== digest) {
      findings.invalid.push({ kind: 'wrong-digest', ...at })
    }
  }
}

/** Paths that a manifest lists, in one Unicode form. */
export function listedPaths(manifest: FoundManifest): ReadonlySet<string> {
  return new Set(manifest.entries.map(({ path }) => path.normalize('NFC')))
}
