import { folderSize } from './paths.mjs'

const LOOK_EVERY_MS = 1000
const MEGABYTE = 1_000_000

/**
 * Prints how much of a download has reached some folders, and tells when nothing more arrives.
 * In a terminal one line is rewritten; elsewhere a line is printed every ten seconds at most.
 * @param {{ folders: readonly string[], label: string, totalMegabytes: number, stalledAfterMs?: number,
 *   onStall?: () => void }} task
 * @returns {() => void} stops watching
 */
export function watchDownload({ folders, label, totalMegabytes, stalledAfterMs, onStall }) {
  let seen = -1
  let lastGrowth = Date.now()
  let lastPrint = Date.now()
  let looking = false
  const timer = setInterval(async () => {
    if (looking) return
    looking = true
    const sizes = await Promise.all(folders.map(folderSize))
    const bytes = sizes.reduce((sum, size) => sum + size, 0)
    looking = false
    const now = Date.now()
    if (bytes !== seen) {
      seen = bytes
      lastGrowth = now
    } else if (stalledAfterMs !== undefined && now - lastGrowth > stalledAfterMs) {
      onStall?.()
    }
    const every = process.stdout.isTTY ? LOOK_EVERY_MS : 10 * LOOK_EVERY_MS
    if (bytes === 0 || now - lastPrint < every) return
    lastPrint = now
    const line = `  ${label}: ${Math.min(Math.round(bytes / MEGABYTE), totalMegabytes)} de unos ${totalMegabytes} MB`
    process.stdout.write(process.stdout.isTTY ? `\r${line}   ` : `${line}\n`)
  }, LOOK_EVERY_MS)
  return () => {
    clearInterval(timer)
    if (process.stdout.isTTY && seen > 0) process.stdout.write('\n')
  }
}
