import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** @typedef {Map<string, Map<string, Record<string, unknown>>>} Tables */

/**
 * Every row that the journal of a data folder leaves behind, by table and key. Reads the file that the app
 * wrote, not the app.
 * @param {string} userData
 * @param {import('./load-source.mjs').AppRules['journal']} journal
 * @returns {Promise<Tables>}
 */
export async function readTables(userData, journal) {
  const text = await readFile(join(userData, 'journal', 'journal.jsonl'), 'utf8')
  /** @type {Tables} */
  const tables = new Map()
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const record = journal.parseLine(line)
    if (!record.ok) throw new Error(`Renglón del diario ilegible: ${record.error.code}`)
    for (const { table, key, after } of record.value.changeSet.changes) {
      const rows = tables.get(table) ?? new Map()
      tables.set(table, rows)
      if (after === null) rows.delete(key)
      else rows.set(key, after)
    }
  }
  return tables
}

/**
 * The session of a date as the journal tells it, folded by the rules of the app.
 * @param {Tables} tables
 * @param {{ type: string, date: string }} wanted
 * @param {import('./load-source.mjs').AppRules['sessions']} rules
 */
export function foldStored(tables, wanted, rules) {
  const rowsOf = (/** @type {string} */ table) => [...(tables.get(table)?.values() ?? [])]
  const session = rowsOf('sessions').find((row) => row.type === wanted.type && row.date === wanted.date)
  if (!session) throw new Error(`La aplicación no guardó la sesión ${wanted.type} del ${wanted.date}`)
  const ofSession = (/** @type {string} */ table) => rowsOf(table).filter((r) => r.sessionId === session.id)
  const body = rowsOf('bodies').find((row) => row.id === session.bodyId)
  const attendees = ofSession('attendees').map((row) => rules.attendeeSchema.parse(row))
  const points = ofSession('points').map((row) => rules.pointSchema.parse(row))
  const facts = ofSession('facts').map((row) => rules.factSchema.parse(row))
  const plan = /** @type {import('../../../shared/domain/sessions/index').SessionPlan} */ ({
    session: rules.sessionSchema.parse(session),
    rules: body?.rules,
    attendees: attendees.sort((a, b) => a.order - b.order),
    points: points.sort((a, b) => a.order - b.order),
  })
  return rules.foldSession(plan, facts)
}
