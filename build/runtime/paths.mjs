import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const UNFINISHED = '.tmp-'
const ONE_DAY_MS = 24 * 60 * 60 * 1000

/** Root folder of the work tree, without a trailing slash. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** Folder for things worth keeping between checkouts, where this system expects them. */
export function userCacheFolder() {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'quorum')
  if (process.platform === 'win32') {
    return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'quorum', 'Cache')
  }
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'quorum')
}

/**
 * A fresh folder on the same disk as the cache, so that what is finished inside can be renamed into
 * place. Leftovers of runs interrupted more than a day ago are removed on the way.
 */
export async function makeUnfinishedFolder() {
  const cache = userCacheFolder()
  await mkdir(cache, { recursive: true })
  for (const name of await readdir(cache)) {
    if (!name.startsWith(UNFINISHED)) continue
    const path = join(cache, name)
    const { mtimeMs } = await stat(path)
    if (Date.now() - mtimeMs > ONE_DAY_MS) await rm(path, { recursive: true, force: true })
  }
  return mkdtemp(join(cache, UNFINISHED))
}

/**
 * Bytes held by all files below a folder; files that vanish meanwhile count as nothing.
 * @param {string} folder
 * @returns {Promise<number>}
 */
export async function folderSize(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  let bytes = 0
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const info = await stat(join(entry.parentPath, entry.name)).catch(() => null)
    bytes += info?.size ?? 0
  }
  return bytes
}
