import { join, relative, resolve } from 'node:path'
import { projectRoot } from '../runtime/paths.mjs'
import { loadAppRules, loadSessionFiles } from './demo/load-source.mjs'
import { keystrokeTable, writeReport } from './demo/report.mjs'
import { runDemo } from './demo/run.mjs'
import { untyped } from './demo/typeable.mjs'
import { readFileOrExplain } from './demo/verify.mjs'

const EXAMPLE = join(projectRoot, 'shared', 'examples', 'session-2017-11-15.json')
const FOLDER = join(projectRoot, 'out', 'demo')

/** @param {import('./demo/run.mjs').Played} played */
function announce({ phases, saved, verdict }) {
  console.log(`\n${keystrokeTable(phases)}`)
  console.log(
    '\nUna combinación (Ctrl+Enter) y cada pegado cuentan como una tecla; lo que la gente dice, aparte.\n',
  )
  for (const path of Object.values(saved)) console.log(`  ${relative(projectRoot, path)}`)
  if (verdict.problems.length > 0) {
    console.log('\nLo que quedó no es lo que dice el archivo:')
    for (const problem of verdict.problems) console.log(`  · ${problem}`)
    return
  }
  console.log(
    `\nLo que quedó es lo que dice el archivo: ${verdict.facts} hechos, ` +
      `${verdict.sentences} frases en el DOCX, ${verdict.pages} páginas en el PDF.`,
  )
}

/** @param {string | undefined} typed */
async function demo(typed) {
  // npm runs scripts in the project's folder; INIT_CWD is where the user typed the command.
  const path = typed === undefined ? EXAMPLE : resolve(process.env.INIT_CWD ?? '.', typed)
  const file = await readFileOrExplain(await loadSessionFiles(), path)
  if (file === null) return 1
  const beyond = untyped(file)
  if (beyond.length > 0) {
    console.error(`La demostración no teclea: ${beyond.join('; ')}.`)
    return 1
  }
  const rules = await loadAppRules()
  console.log(`Se graba ${relative(projectRoot, path)} en la aplicación, con el teclado…`)
  const played = await runDemo({ rules, file, folder: FOLDER, screenshots: true })
  announce(played)
  await writeReport(FOLDER, played.phases, { file: relative(projectRoot, path), ...played.verdict })
  return played.verdict.problems.length === 0 ? 0 : 1
}

demo(process.argv[2]).then(
  (code) => {
    process.exitCode = code
  },
  (error) => {
    console.error(`\nLa demostración se detuvo: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  },
)
