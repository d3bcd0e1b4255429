import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * A check of BagIt bags on disk written from RFC 8493 alone, without a line of the app: a second opinion.
 * It knows nothing of what our packets add; sections of the RFC are named beside each rule.
 */

const DIGESTS: Readonly<Record<string, string>> = {
  md5: 'md5',
  sha1: 'sha1',
  sha256: 'sha256',
  sha512: 'sha512',
}

/** Every file below a folder, with `/` between folders. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
}

/** §2.1.3: only LF, CR and the percent sign are encoded in the paths of a manifest. */
function decodedPath(text: string): string {
  return text.replace(/%0A/gi, '\n').replace(/%0D/gi, '\r').replace(/%25/g, '%')
}

interface ManifestLine {
  readonly sum: string
  readonly file: string
}

/** §2.1.3: a checksum, white space (or a space and an asterisk), and a path on each line. */
function manifestLines(text: string, name: string, problems: string[]): readonly ManifestLine[] {
  const lines = text.split(/\r\n|\r|\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines.flatMap((line) => {
    const match = /^([0-9a-fA-F]+)[ \t]+\*?(.+)$/.exec(line)
    if (!match) problems.push(`${name}: not a line of a manifest: ${line}`)
    return match ? [{ sum: (match[1] ?? '').toLowerCase(), file: decodedPath(match[2] ?? '') }] : []
  })
}

/** §5.2: a path must stay inside the bag. */
function leavesBag(file: string): boolean {
  return (
    file.startsWith('/') || file.startsWith('~') || /^[A-Za-z]:/.test(file) || file.split('/').includes('..')
  )
}

async function checkManifest(
  folder: string,
  name: string,
  present: ReadonlySet<string>,
  problems: string[],
): Promise<ReadonlySet<string>> {
  const digest = DIGESTS[/-([a-z0-9]+)\.txt$/.exec(name)?.[1] ?? '']
  const lines = manifestLines(await readFile(path.join(folder, name), 'utf8'), name, problems)
  const listed = new Set<string>()
  if (digest === undefined) problems.push(`${name}: unknown algorithm`)
  for (const { sum, file } of lines) {
    if (listed.has(file)) problems.push(`${name}: listed twice: ${file}`)
    listed.add(file)
    if (leavesBag(file)) problems.push(`${name}: leaves the bag: ${file}`)
    else if (!present.has(file)) problems.push(`${name}: listed and not there: ${file}`)
    else if (digest !== undefined) {
      const found = createHash(digest)
        .update(await readFile(path.join(folder, file)))
        .digest('hex')
      if (found !== sum) problems.push(`${name}: another sum: ${file}`)
    }
  }
  return listed
}

/** §2.1.1: exactly two lines, in UTF-8 without a mark. */
async function checkDeclaration(
  folder: string,
  present: ReadonlySet<string>,
  problems: string[],
): Promise<void> {
  if (!present.has('bagit.txt')) {
    problems.push('no bagit.txt')
    return
  }
  const text = await readFile(path.join(folder, 'bagit.txt'), 'utf8')
  if (!/^BagIt-Version: \d+\.\d+\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/.test(text)) {
    problems.push('bagit.txt is not a declaration')
  }
}

/** §2.2.2: labels and values; Payload-Oxum is octets and files of the payload. */
async function checkInfo(folder: string, present: ReadonlySet<string>, problems: string[]): Promise<void> {
  if (!present.has('bag-info.txt')) return
  const text = await readFile(path.join(folder, 'bag-info.txt'), 'utf8')
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split('\n')
    .filter((line) => line !== '')
  for (const line of lines) if (!/^[^:\s][^:]*:[ \t]\S/.test(line)) problems.push(`bag-info.txt: ${line}`)
  const oxum = /^Payload-Oxum: (\d+)\.(\d+)$/m.exec(text)
  if (!oxum) return
  const payload = [...present].filter((file) => file.startsWith('data/'))
  const sizes = await Promise.all(
    payload.map(async (file) => (await readFile(path.join(folder, file))).length),
  )
  const octets = sizes.reduce((sum, size) => sum + size, 0)
  if (Number(oxum[1]) !== octets || Number(oxum[2]) !== payload.length) {
    problems.push(`Payload-Oxum says ${oxum[1]}.${oxum[2]} and there are ${octets}.${payload.length}`)
  }
}

/** What is wrong with a bag by RFC 8493 (version 1.0); nothing when it is complete and valid. */
export async function bagProblems(folder: string): Promise<readonly string[]> {
  const problems: string[] = []
  const present = new Set(await filesBelow(folder))
  await checkDeclaration(folder, present, problems)
  await checkInfo(folder, present, problems)
  const payload = [...present].filter((file) => file.startsWith('data/'))
  // §2: the payload is what lies in data/; §2.1.3: at least one manifest, and in 1.0 each lists all of it.
  if (payload.length === 0) problems.push('no payload')
  const manifests = [...present].filter((file) => /^manifest-[a-z0-9]+\.txt$/.test(file))
  if (manifests.length === 0) problems.push('no payload manifest')
  for (const name of manifests) {
    const listed = await checkManifest(folder, name, present, problems)
    for (const file of payload) if (!listed.has(file)) problems.push(`${name}: does not list ${file}`)
    for (const file of listed) if (!file.startsWith('data/')) problems.push(`${name}: not payload: ${file}`)
  }
  // §2.2.1: tag manifests list tag files, never payload nor tag manifests.
  for (const name of [...present].filter((file) => /^tagmanifest-[a-z0-9]+\.txt$/.test(file))) {
    const listed = await checkManifest(folder, name, present, problems)
    for (const file of listed) {
      if (file.startsWith('data/') || file.startsWith('tagmanifest-')) problems.push(`${name}: lists ${file}`)
    }
    for (const needed of ['bagit.txt', ...manifests]) {
      if (!listed.has(needed)) problems.push(`${name}: does not list ${needed}`)
    }
  }
  return problems
}
