import { readdir, readFile } from 'node:fs/promises'

/**
 * Memory of a process and all its descendants, in MB: `pss` counts a page that several of them share once,
 * divided among its users; `rss` counts it for each. Null where the system does not tell (not Linux).
 * @typedef {{ pss: number, rss: number, processes: number } | null} TreeMemory
 */

const KB_PER_MB = 1024

/**
 * @param {number} root
 * @returns {Promise<TreeMemory>}
 */
export async function treeMemory(root) {
  if (process.platform !== 'linux') return null
  const pids = await descendants(root)
  const rollups = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')),
  )
  const sum = (/** @type {RegExp} */ field) =>
    rollups.reduce((total, text) => total + Number(field.exec(text)?.[1] ?? 0), 0) / KB_PER_MB
  return { pss: sum(/^Pss:\s+(\d+)/m), rss: sum(/^Rss:\s+(\d+)/m), processes: pids.length }
}

/**
 * @param {number} root
 * @returns {Promise<readonly number[]>} the root first
 */
async function descendants(root) {
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger)
  /** @type {Map<number, number[]>} */
  const children = new Map()
  for (const pid of pids) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
    // The name in parentheses may hold anything, so fields are counted from the last one.
    const parent = Number(stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    children.set(parent, [...(children.get(parent) ?? []), pid])
  }
  const found = [root]
  for (const pid of found) found.push(...(children.get(pid) ?? []))
  return found
}
