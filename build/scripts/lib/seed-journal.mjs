import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../../runtime/paths.mjs'

/**
 * The rules of the app, handed in so that tests and scripts can each load TypeScript in their own way.
 * @typedef {object} SeedRules
 * @property {typeof import('../../../shared/session-file/index')} files
 * @property {typeof import('../../../shared/domain/sessions/index')} sessions
 * @property {typeof import('../../../shared/journal/index')} journal
 */

/**
 * @typedef {object} Seed
 * @property {string} text the journal, line by line
 * @property {number} headSeq
 * @property {string} bodyId
 * @property {string} sessionId
 * @property {number} facts how many facts count in the session
 * @property {import('../../../shared/domain/sessions/index').Point} point the one under discussion
 */

/** @typedef {import('../../../shared/journal/index').Change} Change */

const EXAMPLE = join(projectRoot, 'shared', 'examples', 'session-2017-11-15.json')
const SCHEMA = 1
const AT = '2017-11-15T17:00:00.000Z'

/**
 * The example session as it stood a moment before its end, with a vote running on its last point: one
 * record for what was prepared, then one for each gesture, as the app itself would have written them.
 * @param {SeedRules} rules
 * @param {{ schema?: number }} [options] `schema` of the last record, to play data of a newer version
 * @returns {Promise<Seed>}
 */
export async function seedRunningSession(rules, { schema = SCHEMA } = {}) {
  const effects = countingEffects()
  const planned = await planExample(rules, effects)
  const { body, session } = planned
  const plan = { session, rules: body.rules, attendees: planned.attendees, points: planned.points }
  const closing = planned.facts.find((fact) => fact.body.kind === 'session-closed')
  const before = planned.facts.filter((fact) => fact !== closing)
  const point = planned.points.at(-1)
  if (closing === undefined || point === undefined) throw new Error('The example has no end')
  const voteId = rules.sessions.voteIdSchema.parse(effects.newId())
  const vote = rules.sessions.recordGesture(
    { plan, facts: before },
    [{ kind: 'vote-opened', voteId, pointId: point.id, subject: null }],
    closing.time,
    effects,
  )
  if (!vote.ok) throw new Error(`The seed cannot open its vote: ${vote.error.code}`)
  const changes = [preparedRows(planned), ...byGesture([...before, ...vote.value.facts])]
  const last = changes.length - 1
  const schemaOf = (/** @type {number} */ index) => (index === last ? schema : SCHEMA)
  const text = sealChain(changes, rules.journal, effects, schemaOf)
  const facts = vote.value.state.facts.length
  return { text, headSeq: changes.length, bodyId: body.id, sessionId: session.id, facts, point }
}

/**
 * Puts a seed where the app looks for its journal.
 * @param {string} userData
 * @param {Pick<Seed, 'text'>} seed
 */
export async function writeSeed(userData, { text }) {
  await mkdir(join(userData, 'journal'), { recursive: true })
  await writeFile(join(userData, 'journal', 'journal.jsonl'), text)
}

/** Ids that count up, so that every seed is the same, byte by byte. */
export function countingEffects() {
  let last = 0
  const newId = () => {
    last += 1
    return `015fc000-0000-7000-8000-${last.toString(16).padStart(12, '0')}`
  }
  return { now: () => AT, newId }
}

/**
 * @param {Pick<SeedRules, 'files'>} rules
 * @param {import('../../../shared/lib/effects').Effects} effects
 */
export async function planExample({ files }, effects) {
  const read = files.readSessionFile(await readFile(EXAMPLE, 'utf8'))
  if (!read.ok) throw new Error('The example is no session file')
  const planned = files.planSessionFile(read.value, files.NOTHING_STORED, effects)
  if (!planned.ok) throw new Error('The example cannot be planned')
  return planned.value
}

/**
 * @param {import('../../../shared/session-file/index').PlannedSession} planned
 * @returns {readonly Change[]}
 */
export function preparedRows(planned) {
  const tables = /** @type {const} */ ([
    'bodies',
    'seats',
    'persons',
    'memberships',
    'sessions',
    'attendees',
    'points',
  ])
  return tables.flatMap((table) => planned[table].map((row) => insertion(table, row)))
}

/**
 * @param {readonly import('../../../shared/domain/sessions/index').Fact[]} facts
 * @returns {readonly (readonly Change[])[]}
 */
function byGesture(facts) {
  /** @type {Map<string, Change[]>} */
  const gestures = new Map()
  for (const fact of facts) {
    gestures.set(fact.gesture, [...(gestures.get(fact.gesture) ?? []), insertion('facts', fact)])
  }
  return [...gestures.values()]
}

/**
 * @param {Change['table']} table
 * @param {{ readonly id?: unknown }} row
 * @returns {Change}
 */
export function insertion(table, row) {
  return { table, key: String(row.id), before: null, after: JSON.parse(JSON.stringify(row)) }
}

/**
 * @param {readonly (readonly Change[])[]} changes
 * @param {SeedRules['journal']} journal
 * @param {import('../../../shared/lib/effects').Effects} effects
 * @param {(index: number) => number} schemaOf schema of each record
 */
export function sealChain(changes, journal, effects, schemaOf) {
  let prev = journal.GENESIS_HASH
  let text = ''
  for (const [index, rows] of changes.entries()) {
    const changeSet = { id: effects.newId(), at: AT, label: 'Sesión de ejemplo', undoOf: null, changes: rows }
    const unsealed = { seq: index + 1, prev, at: AT, schema: schemaOf(index), changeSet }
    const hash = createHash('sha256').update(journal.hashInput(unsealed)).digest('hex')
    text += journal.encodeLine({ ...unsealed, hash })
    prev = hash
  }
  return text
}
