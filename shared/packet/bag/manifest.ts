import { tagLines } from './tag-text'

/** Checksum algorithms that are written and checked; every tool of BagIt 1.0 knows both (RFC 8493 §2.4). */
export const BAG_ALGORITHMS = ['sha256', 'sha512'] as const
/** Checksum algorithm of a manifest. */
export type BagAlgorithm = (typeof BAG_ALGORITHMS)[number]

/** Hexadecimal digits of a checksum. */
export const DIGEST_LENGTH: Readonly<Record<BagAlgorithm, number>> = { sha256: 64, sha512: 128 }

/** Checksums in lower-case hexadecimal, and size in bytes, of a file. */
export interface FileDigest {
  readonly sha256: string
  readonly sha512: string
  readonly size: number
}

/** A file of a bag, by its path inside the bag. */
export interface BagFile extends FileDigest {
  readonly path: string
}

/** Writes a path for a manifest: line breaks and the percent sign, and only those, are encoded (§2.1.3). */
export function encodeManifestPath(path: string): string {
  return path.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}

/** The path that a manifest writes; null when it has a percent sign that encodes anything else. */
export function decodeManifestPath(written: string): string | null {
  if (/%(?!0[AaDd]|25)/.test(written)) return null
  return written
    .replace(/%0[Dd]/g, '\r')
    .replace(/%0[Aa]/g, '\n')
    .replace(/%25/g, '%')
}

function byPath(a: BagFile, b: BagFile): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}

/** A manifest of files, by path, in the form that `sha256sum -c` and `sha512sum -c` also read. */
export function manifestText(files: readonly BagFile[], algorithm: BagAlgorithm): string {
  return [...files]
    .sort(byPath)
    .map((file) => `${file[algorithm]}  ${encodeManifestPath(file.path)}\n`)
    .join('')
}

/** What is wrong with a line of a manifest. */
export type ManifestLineFault =
  | 'form'
  | 'checksum-length'
  | 'percent'
  | 'md5sum-form'
  | 'unsafe-path'
  | 'outside-payload'
  | 'inside-payload'
  | 'lists-tag-manifest'

/** A file that a manifest lists, with its checksum in lower case. */
export interface ManifestEntry {
  readonly path: string
  readonly digest: string
  readonly line: number
}

/** A manifest as it was read: what it lists, and the lines that list nothing, counted from 1. */
export interface ParsedManifest {
  readonly entries: readonly ManifestEntry[]
  readonly faults: readonly { readonly line: number; readonly fault: ManifestLineFault }[]
}

/**
 * Whether a path could reach outside the bag, or means different files to different systems: absolute,
 * home or drive, `.` and `..`, a backslash, a NUL, an empty part.
 */
export function isUnsafePath(path: string): boolean {
  if (/^[~/]|^[A-Za-z]:|[\\\0]/.test(path)) return true
  return path.split('/').some((part) => part === '' || part === '.' || part === '..')
}

function placeFault(path: string, kind: 'payload' | 'tag'): ManifestLineFault | null {
  const inPayload = path.startsWith('data/')
  if (kind === 'payload') return inPayload ? null : 'outside-payload'
  if (inPayload) return 'inside-payload'
  return /^tagmanifest-[^/]*\.txt$/.test(path) ? 'lists-tag-manifest' : null
}

/** Reads a payload or tag manifest (§2.1.3, §2.2.1). `digits` is the length of a checksum, null for any. */
export function parseManifest(text: string, kind: 'payload' | 'tag', digits: number | null): ParsedManifest {
  const entries: ManifestEntry[] = []
  const faults: { line: number; fault: ManifestLineFault }[] = []
  for (const [index, content] of tagLines(text).entries()) {
    const line = index + 1
    const match = /^([0-9A-Fa-f]+)[ \t]+([^ \t].*)$/s.exec(content)
    const [, digest = '', written = ''] = match ?? []
    const path = decodeManifestPath(written)
    const fault = (): ManifestLineFault | null => {
      if (match === null) return content.startsWith('\\') ? 'md5sum-form' : 'form'
      if (written.startsWith('*')) return 'md5sum-form'
      if (digits !== null && digest.length !== digits) return 'checksum-length'
      if (path === null) return 'percent'
      return isUnsafePath(path) ? 'unsafe-path' : placeFault(path, kind)
    }
    const found = fault()
    if (found !== null) faults.push({ line, fault: found })
    else if (path !== null) entries.push({ path, digest: digest.toLowerCase(), line })
  }
  return { entries, faults }
}
