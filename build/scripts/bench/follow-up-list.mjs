import { setTimeout as sleep } from 'node:timers/promises'
import { MeasuredProcess } from './measured-process.mjs'
import { makeRow } from './row.mjs'
import { median } from './statistics.mjs'

const ROUNDS = 4
/** After this long nothing of the start is still going on. */
const SETTLED_MS = 1_500
/** Chromium tells of no task shorter than this. */
const SHORTEST_LONG_TASK_MS = 50

/** How many items each of the two lists has. */
export const LIST_SIZES = /** @type {const} */ ({ few: 20, many: 20_000 })
/** @typedef {keyof typeof LIST_SIZES} ListSize */

/**
 * @typedef {object} ListFigures
 * @property {number[]} opened milliseconds from the first click on "Seguimiento" to the painted table
 * @property {number[]} reopened the same, every time after the first
 * @property {number[]} filtered milliseconds from the choice of a state to the repainted table
 * @property {number[]} searched milliseconds from each letter to the repainted table
 * @property {number[]} reading longest task of the page until everything was read
 * @property {number[]} using longest task of the page while the list was used
 */

/**
 * Uses a list of many items and one of few in turn, so that whatever else the machine does falls on both.
 * @param {Readonly<Record<ListSize, string>>} folders data folders with the two journals
 * @param {import('./measured-process.mjs').Launcher} launcher
 * @param {(text: string) => void} say
 * @returns {Promise<Readonly<Record<ListSize, ListFigures>>>}
 */
export async function measureLists(folders, launcher, say) {
  const figures = { few: noFigures(), many: noFigures() }
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const size of /** @type {const} */ (['few', 'many'])) {
      // The first round builds the database from the journal and fills caches, and does not count.
      await oneList(folders[size], launcher, round === 0 ? noFigures() : figures[size])
    }
    if (round > 0) say(`  lista ${round} de ${ROUNDS}`)
  }
  return figures
}

/**
 * @param {string} folder
 * @param {import('./measured-process.mjs').Launcher} launcher
 * @param {ListFigures} figures where they are added
 */
async function oneList(folder, launcher, figures) {
  const electron = await MeasuredProcess.start('list', folder, launcher)
  await electron.readyAfter()
  await sleep(SETTLED_MS)
  const { opened, filtered, searched, reading, using } = await electron.ask({ do: 'list' }, 'list')
  const [first = Number.NaN, ...later] = opened
  figures.opened.push(first)
  figures.reopened.push(...later)
  figures.filtered.push(...filtered)
  figures.searched.push(...searched)
  figures.reading.push(Math.max(SHORTEST_LONG_TASK_MS, reading))
  figures.using.push(Math.max(SHORTEST_LONG_TASK_MS, using))
  await electron.quit()
}

/** @returns {ListFigures} */
function noFigures() {
  return { opened: [], reopened: [], filtered: [], searched: [], reading: [], using: [] }
}

/** @param {Readonly<Record<ListSize, ListFigures>>} figures */
export function listRows({ few, many }) {
  const row = (
    /** @type {string} */ name,
    /** @type {keyof ListFigures} */ what,
    /** @type {number} */ aim,
  ) => makeRow(name, 'ms', median(many[what]), median(few[what]), aim)
  return [
    row('follow-up-open', 'opened', 3),
    row('follow-up-reopen', 'reopened', 3),
    row('follow-up-filter', 'filtered', 2),
    row('follow-up-search', 'searched', 2),
    row('follow-up-longest-task-reading', 'reading', 1),
    row('follow-up-longest-task-using', 'using', 2),
  ]
}
