import { openCamera } from './camera.mjs'
import { changeRules, directoryTable, pasteDirectory } from './directory.mjs'
import { itemsTable, pasteItems } from './follow-up.mjs'
import { CountingKeyboard } from './keyboard.mjs'
import { createBody, createSession, prepareAgenda } from './prepare.mjs'
import { callTheRoll, RoomPosition } from './room.mjs'
import { takeStep } from './room-steps.mjs'
import { shootProjector } from './tour.mjs'
import { planFile } from './verify.mjs'
import { instantAt } from './wall-time.mjs'

/** @typedef {import('./load-source.mjs').AppRules} AppRules */
/** @typedef {import('./prepare.mjs').Scene} Scene */
/** @typedef {import('../../../shared/session-file/index').SessionFile} SessionFile */

/** When the session is prepared: the morning of the day it is held. */
const PREPARED_AT = '08:00'

/**
 * How the options of the room are called on screen.
 * @param {AppRules['sessions']} sessions
 * @returns {import('./room-steps.mjs').Words}
 */
function wordsOf({ ACT_WORDS, OUTCOME_WORDS, REVIEW_WORDS }) {
  const capitalized = (/** @type {Readonly<Record<string, string>>} */ words) =>
    Object.fromEntries(
      Object.entries(words).map(([key, word]) => [key, word.charAt(0).toUpperCase() + word.slice(1)]),
    )
  return { acts: ACT_WORDS, outcomes: capitalized(OUTCOME_WORDS), reviews: capitalized(REVIEW_WORDS) }
}

/**
 * The session in the room, from the roll call to its end.
 * @param {Scene} scene
 * @param {AppRules} rules
 * @param {() => Promise<void>} halfway
 */
async function hold(scene, rules, halfway) {
  const { page, keyboard, file, shoot } = scene
  await keyboard.press('F5')
  await page.locator('[data-facts]').waitFor()
  const room = new RoomPosition(page, keyboard, file, planFile(rules, file).attendees)
  await shoot('sala-por-abrir')
  await callTheRoll(room, shoot)
  const words = wordsOf(rules.sessions)
  for (const [index, step] of file.record.entries()) {
    try {
      await takeStep(room, step, words, shoot)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new Error(`desarrollo, paso ${index + 1} («${step.do}»): ${reason}`)
    }
    if (index === Math.floor(file.record.length / 2)) {
      await shoot('sala-en-curso')
      await halfway()
    }
  }
  await shoot('sala-concluida')
}

/**
 * Does everything by keyboard, from the first start to the end of the session.
 * @param {import('../lib/launch-app.mjs').LaunchedApp} launched
 * @param {SessionFile} file
 * @param {AppRules} rules
 * @param {string | null} folder for the screenshots; null takes none
 * @returns {Promise<Scene>}
 */
export async function recordSession({ app, page }, file, rules, folder) {
  await page.clock.setFixedTime(instantAt(file.session.date, PREPARED_AT, file.body.timeZone))
  const keyboard = new CountingKeyboard(page, app)
  const shoot = folder === null ? async () => undefined : await openCamera(page, folder)
  const scene = { page, keyboard, file, shoot }
  keyboard.begin('Crear el órgano vacío')
  await createBody(scene)
  keyboard.begin('Directorio')
  await pasteDirectory(scene, directoryTable(file, rules.people))
  await changeRules(scene)
  const items = itemsTable(file)
  if (items !== '') {
    keyboard.begin('Seguimiento')
    await pasteItems(scene, items)
  }
  keyboard.begin('Preparación')
  await createSession(scene)
  await prepareAgenda(scene)
  keyboard.begin('Sala')
  await hold(scene, rules, async () => (folder === null ? undefined : shootProjector(page, app, folder)))
  return scene
}
