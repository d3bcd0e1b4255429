import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/**
 * One hash over the names and contents of files, to tell whether anything changed since the last build.
 * Folders are taken whole; what is missing counts as empty.
 * @param {string} root
 * @param {readonly string[]} paths files or folders, relative to the root
 */
export async function hashInputs(root, paths) {
  const hash = createHash('sha256')
  for (const file of await listFiles(root, paths)) {
    const content = createHash('sha256').update(await readFile(file))
    hash.update(`${relative(root, file).split(sep).join('/')}\0`)
    hash.update(content.digest())
  }
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @param {readonly string[]} paths
 */
async function listFiles(root, paths) {
  const files = []
  for (const path of paths) {
    const absolute = join(root, path)
    const info = await stat(absolute).catch(() => null)
    if (info?.isFile()) files.push(absolute)
    if (!info?.isDirectory()) continue
    const entries = await readdir(absolute, { withFileTypes: true, recursive: true })
    for (const entry of entries) if (entry.isFile()) files.push(join(entry.parentPath, entry.name))
  }
  return files.sort()
}
