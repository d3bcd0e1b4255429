import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureDisplay, ensureElectron } from '../../electron-runtime.mjs'
import { buildApp } from '../build-app.mjs'
import { launchApp } from '../lib/launch-app.mjs'
import { answerSaveDialogs, saveMinuta } from './minuta.mjs'
import { makePacket } from './packet.mjs'
import { recordSession } from './session.mjs'
import { showOtherScreens } from './tour.mjs'
import { planFile, verify } from './verify.mjs'

/** @typedef {import('./load-source.mjs').AppRules} AppRules */
/** @typedef {import('../../../shared/session-file/index').SessionFile} SessionFile */

/**
 * @typedef {object} DemoOptions
 * @property {AppRules} rules
 * @property {SessionFile} file
 * @property {string} folder where documents and screenshots go; it is emptied first
 * @property {boolean} screenshots whether to take them, and to visit the screens that only they need
 */

/**
 * What a demo came to.
 * @typedef {object} Played
 * @property {readonly import('./keyboard.mjs').Phase[]} phases
 * @property {{ docx: string, pdf: string, packet: string }} saved
 * @property {import('./verify.mjs').Verdict} verdict
 */

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
 * Types the session into the app and judges what it left behind.
 * @param {DemoOptions} options
 * @param {import('../lib/launch-app.mjs').LaunchedApp} launched
 * @returns {Promise<Played>}
 */
async function play({ rules, file, folder, screenshots }, launched) {
  const { app, page, userData } = launched
  try {
    await answerSaveDialogs(app, folder)
    const scene = await recordSession(launched, file, rules, screenshots ? folder : null)
    scene.keyboard.begin('Minuta, DOCX y PDF')
    const saved = await saveMinuta(scene, signersOf(rules, file), folder)
    const verdict = await verify(rules, file, { userData, ...saved })
    scene.keyboard.begin('Expediente')
    const packet = await makePacket(scene, folder)
    const { phases } = scene.keyboard
    if (screenshots) await showOtherScreens(scene, app)
    return { phases, saved: { ...saved, packet }, verdict }
  } catch (error) {
    await page.screenshot({ path: join(folder, 'fallo.png') }).catch(() => undefined)
    throw error
  }
}

/**
 * Opens the real app on a new data folder and records the session by keyboard, from an empty body.
 * @param {DemoOptions} options
 * @returns {Promise<Played>}
 */
export async function runDemo(options) {
  const { executablePath } = await ensureElectron()
  await buildApp()
  await rm(options.folder, { recursive: true, force: true })
  await mkdir(options.folder, { recursive: true })
  const display = await ensureDisplay({ preferVirtual: true })
  const launched = await launchApp({ executablePath, env: display.env })
  try {
    return await play(options, launched)
  } finally {
    await launched.close()
    display.stop()
  }
}
