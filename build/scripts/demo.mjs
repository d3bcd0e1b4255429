import { mkdir, rm } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { ensureDisplay, ensureElectron } from '../electron-runtime.mjs'
import { projectRoot } from '../runtime/paths.mjs'
import { buildApp } from './build-app.mjs'
import { loadAppRules } from './demo/load-source.mjs'
import { answerSaveDialogs, saveMinuta } from './demo/minuta.mjs'
import { keystrokeTable, writeReport } from './demo/report.mjs'
import { recordSession } from './demo/session.mjs'
import { showOtherScreens } from './demo/tour.mjs'
import { planFile, readFileOrExplain, verify } from './demo/verify.mjs'
import { launchApp } from './lib/launch-app.mjs'

const EXAMPLE = join(projectRoot, 'shared', 'examples', 'session-2017-11-15.json')
const FOLDER = join(projectRoot, 'out', 'demo')

/** @typedef {import('./demo/load-source.mjs').AppRules} AppRules */
/** @typedef {import('../../shared/session-file/index').SessionFile} SessionFile */

/**
 * Who signs, in the order of the file.
 * @param {AppRules} rules
 * @param {SessionFile} file
 */
function signersOf(rules, file) {
  const { attendees, session } = planFile(rules, file)
  return session.signatureOrder.flatMap((id) => attendees.find((each) => each.id === id)?.fullName ?? [])
}

/**
 * Types the session into the real app and judges what it left behind.
 * @param {AppRules} rules
 * @param {SessionFile} file
 * @param {import('./lib/launch-app.mjs').LaunchedApp} launched
 */
async function play(rules, file, launched) {
  const { app, page, userData } = launched
  try {
    await answerSaveDialogs(app, FOLDER)
    const scene = await recordSession(launched, file, rules, FOLDER)
    scene.keyboard.begin('Minuta, DOCX y PDF')
    const saved = await saveMinuta(scene, signersOf(rules, file), FOLDER)
    const { phases } = scene.keyboard
    const verdict = await verify(rules, file, { userData, ...saved })
    await showOtherScreens(scene, app, FOLDER)
    return { phases, saved, verdict }
  } catch (error) {
    await page.screenshot({ path: join(FOLDER, 'fallo.png') }).catch(() => undefined)
    throw error
  }
}

/** @param {Awaited<ReturnType<typeof play>>} played */
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
  const path = typed === undefined ? EXAMPLE : resolve(process.env.INIT_CWD ?? '.', typed)
  const rules = await loadAppRules()
  const file = await readFileOrExplain(rules, path)
  if (file === null) return 1
  const { executablePath } = await ensureElectron()
  await buildApp()
  await rm(FOLDER, { recursive: true, force: true })
  await mkdir(FOLDER, { recursive: true })
  const display = await ensureDisplay({ preferVirtual: true })
  console.log(`Se graba ${relative(projectRoot, path)} en la aplicación, con el teclado…`)
  const launched = await launchApp({ executablePath, env: display.env })
  try {
    const played = await play(rules, file, launched)
    announce(played)
    await writeReport(FOLDER, played.phases, { file: relative(projectRoot, path), ...played.verdict })
    return played.verdict.problems.length === 0 ? 0 : 1
  } finally {
    await launched.close()
    display.stop()
  }
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
