import { join } from 'node:path'
import { tabTo } from './fields.mjs'
import { CountingKeyboard } from './keyboard.mjs'

/** @typedef {import('./prepare.mjs').Scene} Scene */

/**
 * Goes to a place of the frame with Tab, as somebody without a mouse.
 * @param {Pick<Scene, 'page' | 'keyboard'>} scene
 * @param {string} name
 */
export async function goToPlace({ page, keyboard }, name) {
  await tabTo(page, keyboard, new RegExp(`^${name}( ?\\d+)?$`))
  await keyboard.press('Enter')
  await page.getByRole('heading', { name, level: 1 }).waitFor()
}

/**
 * What the room sees on the projector at this moment; its key is not part of the count.
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').ElectronApplication} app
 * @param {string} folder
 */
export async function shootProjector(page, app, folder) {
  const opening = app.waitForEvent('window')
  await page.keyboard.press('F9')
  const projector = await opening
  await projector.getByRole('main').waitFor()
  await projector.screenshot({ path: join(folder, 'proyeccion.png') })
  await projector.close()
}

/**
 * The screens that recording the session did not pass through, for the screenshots; its keys are not part
 * of the count.
 * @param {Scene} scene
 * @param {import('playwright-core').ElectronApplication} app
 */
export async function showOtherScreens({ page, shoot }, app) {
  const keyboard = new CountingKeyboard(page, app)
  keyboard.begin('Recorrido')
  await keyboard.press('Control+3')
  await page
    .getByRole('heading', { name: /Acuerdos/ })
    .first()
    .waitFor()
  await shoot('acuerdos')
  await goToPlace({ page, keyboard }, 'Sesiones')
  await shoot('sesiones')
  await goToPlace({ page, keyboard }, 'Inicio')
  await shoot('inicio')
  await goToPlace({ page, keyboard }, 'Ajustes')
  await shoot('ajustes')
}
