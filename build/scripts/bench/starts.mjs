import { setTimeout as sleep } from 'node:timers/promises'
import { MeasuredProcess } from './measured-process.mjs'
import { makeRow } from './row.mjs'
import { median } from './statistics.mjs'

/** @typedef {Exclude<import('./measured-process.mjs').Kind, 'list' | 'calendar'>} Kind */

const ROUNDS = 7
/** After this long nothing of a start is still going on, and memory is read. */
const SETTLED_MS = 2_000

/**
 * @typedef {object} StartFigures
 * @property {number[]} start milliseconds
 * @property {number[]} pss MB
 * @property {number[]} rss MB
 * @property {number[]} frames milliseconds between animation frames
 */

/**
 * Starts the bare window and the app in turn, so that whatever else the machine does falls on both.
 * @param {Readonly<Record<Kind, string>>} folders data folders; the app's has a session under way
 * @param {import('./measured-process.mjs').Launcher} launcher
 * @param {(text: string) => void} say
 * @returns {Promise<Readonly<Record<Kind, StartFigures>>>}
 */
export async function measureStarts(folders, launcher, say) {
  const figures = { bare: noFigures(), app: noFigures() }
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const kind of /** @type {const} */ (['bare', 'app'])) {
      // The first round fills caches, as the first start after an installation does, and does not count.
      await oneStart(kind, folders[kind], launcher, round === 0 ? noFigures() : figures[kind])
    }
    if (round > 0) say(`  arranque ${round} de ${ROUNDS}`)
  }
  return figures
}

/**
 * @param {Kind} kind
 * @param {string} folder
 * @param {import('./measured-process.mjs').Launcher} launcher
 * @param {StartFigures} figures where they are added
 */
async function oneStart(kind, folder, launcher, figures) {
  const electron = await MeasuredProcess.start(kind, folder, launcher)
  figures.start.push(await electron.readyAfter())
  await sleep(SETTLED_MS)
  const memory = await electron.memory()
  if (memory !== null) {
    figures.pss.push(memory.pss)
    figures.rss.push(memory.rss)
  }
  if (kind === 'bare') {
    const { frames } = await electron.ask({ do: 'frames' }, 'frames')
    figures.frames.push(...frames)
  }
  await electron.quit()
}

/** @returns {StartFigures} */
function noFigures() {
  return { start: [], pss: [], rss: [], frames: [] }
}

/** @param {Readonly<Record<Kind, StartFigures>>} figures */
export function startRows({ app, bare }) {
  const rows = [makeRow('start-to-record', 'ms', median(app.start), median(bare.start), 1.5)]
  if (app.pss.length > 0) {
    rows.push(makeRow('memory-room-pss', 'MB', median(app.pss), median(bare.pss), 1.35))
    rows.push(makeRow('memory-room-rss', 'MB', median(app.rss), median(bare.rss), 1.35))
  }
  return rows
}
