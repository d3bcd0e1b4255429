import { readFile } from 'node:fs/promises'
import { countPdfPages, missingSentences, readDocxParagraphs } from './documents.mjs'
import { foldStored, readTables } from './stored-session.mjs'
import { differences, summarize } from './summary.mjs'

/** @typedef {import('./load-source.mjs').AppRules} AppRules */
/** @typedef {import('../../../shared/session-file/index').SessionFile} SessionFile */

/**
 * What the demo left behind, set against the file it was given.
 * @typedef {object} Verdict
 * @property {readonly string[]} problems what differs, in Spanish; empty when nothing does
 * @property {number} facts facts in the journal of the session
 * @property {number} pages of the PDF
 * @property {number} sentences of the minuta, each looked for in the DOCX
 */

/**
 * Reads the app's own files back: the journal, folded by the rules of the app, must say what the file says,
 * and the documents what the journal says.
 * @param {AppRules} rules
 * @param {SessionFile} file
 * @param {{ userData: string, docx: string, pdf: string }} left
 * @returns {Promise<Verdict>}
 */
export async function verify(rules, file, left) {
  const expected = planFile(rules, file)
  const tables = await readTables(left.userData, rules.journal)
  const stored = foldStored(tables, file.session, rules.sessions)
  const problems = differences(summarize(expected.state), summarize(stored))
  const sentences = minutaSentences(rules, tables, stored)
  const missing = missingSentences(sentences, await readDocxParagraphs(left.docx))
  problems.push(...missing.map((sentence) => `la minuta en DOCX no dice: ${sentence}`))
  const pages = await countPdfPages(left.pdf)
  if (pages === 0) problems.push('el PDF no tiene páginas')
  return { problems, facts: stored.facts.length, pages, sentences: sentences.length }
}

/**
 * @param {AppRules} rules
 * @param {SessionFile} file
 */
export function planFile(rules, file) {
  let count = 0
  const effects = {
    now: () => '2000-01-01T00:00:00.000Z',
    newId: () => {
      count += 1
      return `00000000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`
    },
  }
  const planned = rules.files.planSessionFile(file, rules.files.NOTHING_STORED, effects)
  if (!planned.ok) throw new Error(planned.error.map(rules.files.formatProblem).join('\n'))
  return planned.value
}

/**
 * Every sentence that the facts stored give to the minuta.
 * @param {AppRules} rules
 * @param {import('./stored-session.mjs').Tables} tables
 * @param {import('../../../shared/domain/sessions/index').SessionState} state
 */
function minutaSentences(rules, tables, state) {
  const minuta = rules.documents.buildMinuta({
    body: rules.bodies.bodySchema.parse(tables.get('bodies')?.get(state.plan.session.bodyId)),
    state,
    overlays: [],
    previousSessions: [],
    headHash: null,
    generatedOn: state.plan.session.date,
  })
  return minuta.paragraphs.flatMap((paragraph) => paragraph.text.split('\n'))
}

/**
 * Reads the session file that the user named; prints what is wrong with it and answers null when it cannot
 * be recorded.
 * @param {AppRules['files']} files
 * @param {string} path
 * @returns {Promise<SessionFile | null>}
 */
export async function readFileOrExplain(files, path) {
  const text = await readFile(path, 'utf8').catch((error) => {
    console.error(`No se pudo leer ${path}: ${error.code === 'ENOENT' ? 'no existe' : error.code}.`)
    return null
  })
  if (text === null) return null
  const read = files.readSessionFile(text)
  if (read.ok) return read.value
  console.error(`${path} no se puede grabar; no se abrió la aplicación y nada cambió.`)
  for (const problem of read.error) console.error(`  · ${files.formatProblem(problem)}`)
  return null
}
