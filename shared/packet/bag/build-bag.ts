import { PACKET_PATHS } from '../layout'
import { bagInfoText, type InfoElement, payloadTotals } from './bag-info'
import { BAG_ALGORITHMS, type BagAlgorithm, type BagFile, manifestText } from './manifest'
import { packetPathProblem } from './names'

/** The declaration of a bag of BagIt 1.0 (RFC 8493 §2.1.1). */
export const BAG_DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** A text file of the bag, to be written in UTF-8. */
export interface TagFile {
  readonly path: string
  readonly text: string
}

/** Paths of the manifests of each algorithm. */
const MANIFEST_PATHS: Readonly<Record<BagAlgorithm, { readonly payload: string; readonly tag: string }>> = {
  sha256: { payload: PACKET_PATHS.manifestSha256, tag: PACKET_PATHS.tagManifestSha256 },
  sha512: { payload: PACKET_PATHS.manifestSha512, tag: PACKET_PATHS.tagManifestSha512 },
}

/** The signature signs a tag manifest, so it cannot be listed in one. */
function isSignature(path: string): boolean {
  return path === PACKET_PATHS.signature || path === PACKET_PATHS.publicKey
}

/** Throws when two files have one path, not counting upper and lower case, or one no packet may have. */
function checkPaths(files: readonly BagFile[]): void {
  const taken = new Set<string>()
  for (const { path } of files) {
    const problem = packetPathProblem(path)
    if (problem !== null) throw new Error(`No path for a bag: ${path} (${problem})`)
    if (taken.has(path.toLowerCase())) throw new Error(`Twice in the bag: ${path}`)
    taken.add(path.toLowerCase())
  }
}

/**
 * The tag files that come before the tag manifests: declaration, bag-info.txt and a payload manifest for
 * each algorithm. `files` is everything written so far; what is not below `data/` is a tag file.
 */
export function payloadTagFiles(files: readonly BagFile[], info: readonly InfoElement[]): readonly TagFile[] {
  checkPaths(files)
  const payload = files.filter(({ path }) => path.startsWith('data/'))
  return [
    { path: PACKET_PATHS.bagDeclaration, text: BAG_DECLARATION },
    { path: PACKET_PATHS.bagInfo, text: bagInfoText(info, payloadTotals(files)) },
    ...BAG_ALGORITHMS.map((algorithm) => ({
      path: MANIFEST_PATHS[algorithm].payload,
      text: manifestText(payload, algorithm),
    })),
  ]
}

/** The tag manifests: every file outside `data/`, those of {@link payloadTagFiles} included. */
export function tagManifestFiles(files: readonly BagFile[]): readonly TagFile[] {
  checkPaths(files)
  const tags = files.filter(({ path }) => !path.startsWith('data/') && !isSignature(path))
  return BAG_ALGORITHMS.map((algorithm) => ({
    path: MANIFEST_PATHS[algorithm].tag,
    text: manifestText(tags, algorithm),
  }))
}
