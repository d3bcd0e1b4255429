import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Time for a colour scheme to be drawn. */
const REDRAW_MS = 120

/** Longer than any notice stays by itself. */
const NOTICES_LEAVE_MS = 20_000

/**
 * Takes each screen once, in light and in dark, when no notice covers it, and puts the light back.
 * @param {import('playwright-core').Page} page
 * @param {string} folder
 */
export async function openCamera(page, folder) {
  await mkdir(folder, { recursive: true })
  /** @type {Set<string>} */
  const taken = new Set()
  return async (/** @type {string} */ name) => {
    if (taken.has(name)) return
    taken.add(name)
    await page.getByLabel('Cerrar aviso').first().waitFor({ state: 'detached', timeout: NOTICES_LEAVE_MS })
    const number = String(taken.size).padStart(2, '0')
    for (const [colorScheme, word] of /** @type {const} */ ([
      ['dark', 'oscuro'],
      ['light', 'claro'],
    ])) {
      await page.emulateMedia({ colorScheme })
      await page.waitForTimeout(REDRAW_MS)
      await page.screenshot({ path: join(folder, `${number}-${name}-${word}.png`) })
    }
  }
}
