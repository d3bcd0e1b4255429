/// <reference lib="dom" />

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { tabTo } from './fields.mjs'

/** @typedef {import('./prepare.mjs').Scene} Scene */

const SAVED_WITHIN_MS = 30_000
const MOVED_WITHIN_MS = 5000
const STEADY_LOOKS = 8

/**
 * Answers the system's save dialog, which no page can press keys in: every document goes to one folder
 * under the name that the app proposes.
 * @param {import('playwright-core').ElectronApplication} app
 * @param {string} folder
 */
export async function answerSaveDialogs(app, folder) {
  await app.evaluate(({ dialog }, target) => {
    /** @param {readonly unknown[]} args */
    const answer = async (...args) => {
      const proposed = String(Reflect.get(Object(args.at(-1)), 'defaultPath'))
      return { canceled: false, filePath: `${target}/${proposed.split(/[\\/]/).at(-1)}` }
    }
    dialog.showSaveDialog = answer
  }, folder)
}

/**
 * Places of the people on the signature sheet as shown, by name.
 * @param {import('playwright-core').Page} page
 * @param {readonly string[]} names
 */
async function shownPlaces(page, names) {
  const items = page.getByRole('region', { name: 'Orden de firmas' }).getByRole('listitem')
  const texts = await items.allTextContents()
  return names.map((name) => texts.findIndex((text) => text.includes(name)))
}

/**
 * Waits until somebody stays at a place: the order is shown before it is stored, and again once it is.
 * @param {import('playwright-core').Page} page
 * @param {string} name
 * @param {number} place
 */
async function waitForPlace(page, name, place) {
  const deadline = Date.now() + MOVED_WITHIN_MS
  for (let steady = 0; steady < STEADY_LOOKS; ) {
    const [shown] = await shownPlaces(page, [name])
    steady = shown === place ? steady + 1 : 0
    if (Date.now() > deadline) throw new Error(`la firma de ${name} no pasó al lugar ${place + 1}`)
    await page.waitForTimeout(20)
  }
}

/**
 * Brings the signature sheet into the order of the file, one place at a time.
 * @param {Scene} scene
 * @param {readonly string[]} wanted full names
 */
async function orderSignatures({ page, keyboard }, wanted) {
  for (const [place, name] of wanted.entries()) {
    const [at = place] = await shownPlaces(page, [name])
    for (let from = at; from > place; from -= 1) {
      await tabTo(page, keyboard, new RegExp(`${name}$`), 'Shift+Tab')
      await keyboard.press('Alt+ArrowUp')
      await waitForPlace(page, name, from - 1)
    }
  }
}

/**
 * Saves one document and waits until it has its final name, which it gets when it is whole, and the app
 * says so.
 * @param {Scene} scene
 * @param {string} chord
 * @param {string} folder
 * @param {string} extension
 */
async function save({ page, keyboard }, chord, folder, extension) {
  await keyboard.press(chord)
  const deadline = Date.now() + SAVED_WITHIN_MS
  while (Date.now() < deadline) {
    const name = (await readdir(folder)).find((each) => each.endsWith(extension))
    if (name !== undefined) {
      await page
        .getByText(new RegExp(`^Se guardó .*\\${extension}`))
        .first()
        .waitFor()
      return join(folder, name)
    }
    await page.waitForTimeout(50)
  }
  throw new Error(`la minuta no se guardó como ${extension}`)
}

/**
 * The minuta: its order of signatures, DOCX and PDF.
 * @param {Scene} scene
 * @param {readonly string[]} signers full names in the order of the file
 * @param {string} folder where the documents go
 */
export async function saveMinuta(scene, signers, folder) {
  const { page, keyboard, shoot } = scene
  await keyboard.press('Control+4')
  await page.getByRole('region', { name: 'Orden de firmas' }).waitFor()
  await shoot('minuta')
  await orderSignatures(scene, signers)
  const docx = await save(scene, 'Control+d', folder, '.docx')
  const pdf = await save(scene, 'Control+p', folder, '.pdf')
  await page.evaluate(() => document.querySelector('[aria-label="Orden de firmas"]')?.scrollIntoView())
  await shoot('minuta-firmas')
  return { docx, pdf }
}
