/// <reference lib="dom" />

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** @typedef {import('./prepare.mjs').Scene} Scene */

const MADE_WITHIN_MS = 120_000

/**
 * Makes the packet for the members with what the screen proposes, and waits until it says that it is whole.
 * @param {Scene} scene
 * @param {string} folder where the packet goes
 */
export async function makePacket({ page, keyboard, shoot }, folder) {
  await keyboard.press('Control+5')
  await page.getByRole('button', { name: 'Hacer expediente' }).waitFor()
  await keyboard.press('Control+e')
  const done = page.getByRole('status').filter({ hasText: 'Versión 1 lista' })
  await done.waitFor({ timeout: MADE_WITHIN_MS })
  await done.scrollIntoViewIfNeeded()
  await shoot('expediente')
  const name = (await readdir(folder)).find((each) => each.endsWith('.quorum.zip'))
  if (name === undefined) throw new Error('el expediente no se guardó')
  return join(folder, name)
}
