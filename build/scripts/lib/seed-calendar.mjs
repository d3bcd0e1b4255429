import { publicationRows, ROWS_SCHEMA } from './publication-rows.mjs'
import { writeSeedImages } from './seed-images.mjs'
import {
  countingEffects,
  insertion,
  planExample,
  preparedRows,
  sealChain,
  writeSeed,
} from './seed-journal.mjs'

const ROWS_PER_RECORD = 500
/** Images as a camera takes them, within a few days of today. */
const LARGE_IMAGES = 4

/**
 * The body of the example with so many publications and images in a year, in a data folder: the journal that the
 * app rebuilds everything from, and the files.
 * @param {string} userData
 * @param {import('./seed-journal.mjs').SeedRules} rules
 * @param {{ publications: number, images: number, today: string }} options
 */
export async function writeCalendar(userData, rules, options) {
  const effects = countingEffects()
  const planned = await planExample(rules, effects)
  const year = Number(options.today.slice(0, 4))
  const share = (Date.parse(options.today) - Date.UTC(year, 0, 1)) / (365 * 86_400_000)
  const near = Math.floor(share * options.images)
  const isLarge = (/** @type {number} */ n) => n >= near && n < near + LARGE_IMAGES
  const images = await writeSeedImages(userData, options.images, isLarge)
  const given = { bodyId: planned.body.id, year, newId: effects.newId, images }
  const rows = publicationRows(options.publications, given)
  const changes = [preparedRows(planned)]
  for (let at = 0; at < rows.length; at += ROWS_PER_RECORD) {
    changes.push(rows.slice(at, at + ROWS_PER_RECORD).map(({ table, row }) => insertion(table, row)))
  }
  await writeSeed(userData, { text: sealChain(changes, rules.journal, effects, () => ROWS_SCHEMA) })
}
