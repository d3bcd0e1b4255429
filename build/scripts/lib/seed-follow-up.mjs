import { followUpRows } from './follow-up-rows.mjs'
import { countingEffects, insertion, planExample, preparedRows, sealChain } from './seed-journal.mjs'

/** Rows of one record: what an import of a sheet of some hundred lines would write. */
const ROWS_PER_RECORD = 500

/**
 * The body of the example with so many items in follow-up and no session under way, as a journal that the
 * app rebuilds everything from.
 * @param {import('./seed-journal.mjs').SeedRules} rules
 * @param {{ count: number, today: string, schema: number }} options `today` is the day up to which items were agreed
 */
export async function seedFollowUp(rules, { count, today, schema }) {
  const effects = countingEffects()
  const planned = await planExample(rules, effects)
  const rows = followUpRows(count, { bodyId: planned.body.id, today, newId: effects.newId })
  const changes = [preparedRows(planned)]
  for (let at = 0; at < rows.length; at += ROWS_PER_RECORD) {
    changes.push(rows.slice(at, at + ROWS_PER_RECORD).map(({ table, row }) => insertion(table, row)))
  }
  return { text: sealChain(changes, rules.journal, effects, () => schema), headSeq: changes.length }
}
