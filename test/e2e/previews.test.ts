import { createHash } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeCalendar } from '../../build/scripts/lib/seed-calendar.mjs'
import * as sessions from '../../shared/domain/sessions'
import * as journal from '../../shared/journal'
import * as files from '../../shared/session-file'
import { dataFolder, openOn } from '../helpers/e2e-profile'
import { expectAccessible, goTo } from './app'

const IMAGES = 120
const TODAY = new Date().toISOString().slice(0, 10)

let userData: string

/** Bytes of every stored original, by its path. */
async function originals(): Promise<ReadonlyMap<string, Buffer>> {
  const root = path.join(userData, 'attachments')
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
  return new Map(await Promise.all(paths.map(async (file) => [file, await readFile(file)] as const)))
}

/** Small copies that are kept, counted and with what they take. */
function keptPreviews(page: Page): Promise<{ readonly count: number; readonly bytes: number }> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('quorum-previews')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const asked = opening.result.transaction('uses').objectStore('uses').getAll()
          asked.onsuccess = () => {
            const sizes = asked.result.map(({ size }: { size: number }) => size)
            opening.result.close()
            resolve({ count: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) })
          }
        }
      }),
  )
}

async function openGallery(page: Page) {
  await goTo(page, '/calendario/galeria')
  const gallery = page.getByRole('list', { name: 'Imágenes del año' })
  await gallery.locator('[data-entry]').first().waitFor()
  return gallery
}

/** Everything that is drawn has come, or says why not. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const images = [...document.querySelectorAll<HTMLImageElement>('ul[aria-label="Imágenes del año"] img')]
    return images.length > 0 && images.every((image) => !image.ariaBusy && image.complete)
  })
}

beforeAll(async () => {
  userData = await dataFolder()
  const size = { publications: 240, images: IMAGES, today: TODAY }
  await writeCalendar(userData, { files, sessions, journal }, size)
})

describe('the images of a full year', () => {
  it('are drawn only where they are in sight, by small copies, and the originals stay as they were', async () => {
    const before = await originals()
    expect(before.size).toBe(IMAGES)
    const launched = await openOn(userData)
    const { page } = launched
    const gallery = await openGallery(page)
    await settled(page)
    const drawn = await gallery.locator('img').evaluateAll((images) =>
      images.map((image) => {
        const { src, naturalWidth } = image as HTMLImageElement
        return { isPreview: src.startsWith('blob:'), naturalWidth }
      }),
    )
    expect(drawn.length).toBeLessThan(60)
    for (const { isPreview, naturalWidth } of drawn) {
      expect(isPreview).toBe(true)
      expect(naturalWidth).toBe(640)
    }
    await expectAccessible(launched)
    const { count, bytes } = await keptPreviews(page)
    expect(count).toBeGreaterThanOrEqual(drawn.length)
    expect(bytes / count).toBeLessThan(120_000)
    await launched.close()
    expect(await originals()).toEqual(before)
  })

  it('are asked for by keys, row by row', async () => {
    const { page, close } = await openOn(userData)
    const gallery = await openGallery(page)
    await gallery.locator('[data-entry][tabindex="0"]').focus()
    const focused = () => page.evaluate(() => Number(document.activeElement?.closest('li')?.ariaPosInSet))
    const columns = await page.locator('[data-columns]').getAttribute('data-columns')
    const start = await focused()
    await page.keyboard.press('ArrowLeft')
    await expect.poll(focused).toBe(start - 1)
    await page.keyboard.press('ArrowUp')
    await expect.poll(focused).toBe(start - 1 - Number(columns))
    await page.keyboard.press('Enter')
    await page.locator('[data-side] img[src^="blob:"]').first().waitFor()
    await close()
  })

  it('say so when their file is gone or cannot be drawn, and what was made before is still shown', async () => {
    const stored = [...(await originals()).keys()]
    for (const file of stored) {
      const isGone = createHash('md5').update(file).digest()[0] ?? 0
      if (isGone % 2 === 0) await rm(file)
      else await writeFile(file, 'Esto no es una imagen')
    }
    const { page, close } = await openOn(userData)
    const gallery = await openGallery(page)
    await settled(page)
    expect(await gallery.locator('img[src^="blob:"]').count()).toBeGreaterThan(0)
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          const deleting = indexedDB.deleteDatabase('quorum-previews')
          deleting.onsuccess = resolve
          deleting.onblocked = resolve
        }),
    )
    await close()
    const again = await openOn(userData)
    const lost = await openGallery(again.page)
    await lost.getByText('Falta el archivo').first().waitFor()
    await expect.poll(() => lost.locator('img').count()).toBe(0)
    const names = await lost
      .getByRole('img', { name: /^No se encuentra el archivo de la imagen imagen-/ })
      .count()
    expect(names).toBe(await lost.getByText('Falta el archivo').count())
    await expectAccessible(again)
    await again.close()
  })
})
