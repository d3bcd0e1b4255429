import { randomInt } from 'node:crypto'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { MeasuredProcess } from './measured-process.mjs'
import { makeRow } from './row.mjs'
import { median, quantile } from './statistics.mjs'

const BLOCKS = 12
const VOTES_PER_BLOCK = 20
const P95 = 0.95
/** A vote meets any part of a frame: the wait before it is longer than one. */
const LONGEST_PAUSE_MS = 34

/**
 * @typedef {object} VoteFigures
 * @property {number[]} votes milliseconds from key to paint
 * @property {number[]} shown milliseconds from key to the changed page, before it is painted
 * @property {number[]} appends milliseconds of one raw append with fdatasync
 */

/**
 * Presses vote keys in the app and, between blocks of them, appends as many bytes to a plain file in the
 * same folder.
 * @param {string} folder the app's data, with a vote running
 * @param {number} bytes size of one record
 * @param {import('./measured-process.mjs').Launcher} launcher
 * @param {(text: string) => void} say
 * @returns {Promise<VoteFigures>}
 */
export async function measureVotes(folder, bytes, launcher, say) {
  /** @type {VoteFigures} */
  const figures = { votes: [], shown: [], appends: [] }
  const electron = await MeasuredProcess.start('app', folder, launcher)
  await electron.readyAfter()
  electron.send({ do: 'focus' })
  const plain = await open(join(folder, 'raw-append.bin'), 'a')
  for (let block = 0; block <= BLOCKS; block += 1) {
    // The first block warms up both sides and does not count.
    const into = block === 0 ? { votes: [], shown: [], appends: [] } : figures
    await voteBlock(electron, into)
    await appendBlock(plain, bytes, into)
    if (block % 3 === 0 && block > 0) say(`  ${block * VOTES_PER_BLOCK} de ${BLOCKS * VOTES_PER_BLOCK} votos`)
  }
  await plain.close()
  await electron.quit()
  return figures
}

/**
 * @param {MeasuredProcess} electron
 * @param {VoteFigures} figures
 */
async function voteBlock(electron, figures) {
  for (let vote = 0; vote < VOTES_PER_BLOCK; vote += 1) {
    const key = vote % 2 === 0 ? 'f' : 'c'
    const request = /** @type {const} */ ({ do: 'vote', key, pause: randomInt(LONGEST_PAUSE_MS) })
    const { painted, shown } = await electron.ask(request, 'voted')
    figures.votes.push(painted)
    figures.shown.push(shown)
  }
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {number} bytes
 * @param {VoteFigures} figures
 */
async function appendBlock(file, bytes, figures) {
  const record = Buffer.alloc(bytes, 'x')
  for (let append = 0; append < VOTES_PER_BLOCK; append += 1) {
    const began = performance.now()
    await file.write(record)
    await file.datasync()
    figures.appends.push(performance.now() - began)
  }
}

/**
 * The floor of a vote is what no app can do without: one append that is on the disk, and one frame.
 * @param {VoteFigures} figures
 * @param {number} frame milliseconds between animation frames of the bare window
 */
export function voteRows({ votes, appends }, frame) {
  return [
    makeRow('vote-to-paint-median', 'ms', median(votes), median(appends) + frame, 2),
    makeRow('vote-to-paint-p95', 'ms', quantile(votes, P95), quantile(appends, P95) + frame, 2),
  ]
}
