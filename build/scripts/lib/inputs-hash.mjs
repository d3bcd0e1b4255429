import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
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
    hash.update(`${relative(root, file).split(sep).join('/')}\0`)
    hash.update(
      createHash('sha256')
        .update(await readFile(file))
        .digest(),
    )
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
    const entries = await readdir(absolute, { withFileTypes: true, recursive: true }).catch(() => null)
    if (entries === null) files.push(absolute)
    else
      files.push(
        ...entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)),
      )
  }
  return files.sort()
}
