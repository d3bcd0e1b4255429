import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LaunchedApp } from '../../build/scripts/lib/launch-app.mjs'
import { dividedText, mutated } from '../helpers/session-files'
import { expectAccessible, goTo, openApp, openExample } from './app'

let launched: LaunchedApp
let folder: string

async function fileWith(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

/** Drops a file on the window, as the system's file manager would. */
async function drop(path: string): Promise<void> {
  const { app, page } = launched
  const devtools = await app.context().newCDPSession(page)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data })
  }
}

async function savedSeq(): Promise<number> {
  const badge = launched.page.locator('[data-save-state="saved"]')
  return Number(await badge.getAttribute('data-save-seq'))
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quorum-sessions-'))
  launched = await openApp()
  await openExample(launched.page)
  await goTo(launched.page, '/sesiones')
  await launched.page.getByRole('table').waitFor()
})

afterAll(() => launched.close())

describe('importing a session file', () => {
  it('says what is wrong and where, with Ctrl+I and a file, and writes nothing', async () => {
    const { page } = launched
    const before = await savedSeq()
    await page.keyboard.press('Control+i')
    await expectAccessible(launched)
    const wrong = mutated(dividedText(), ['record', 13, 'count', 'yes'], 9)
    await page.getByLabel('Archivo de sesión').setInputFiles(await fileWith('mal.json', wrong))
    await page.getByText('Desarrollo, paso 14 (punto 3): el cómputo dice 9 a favor y son 4.').waitFor()
    await expectAccessible(launched)
    await page.keyboard.press('Escape')
    await page.getByRole('table').waitFor()
    expect(await savedSeq()).toBe(before)
  })

  it('shows what a dropped file would do, brings it in one change, and one undo takes it back', async () => {
    const { page } = launched
    const before = await savedSeq()
    await drop(await fileWith('sesion.json', dividedText()))
    await page.getByText('Comisión Editorial (CE): se creará').waitFor()
    expect(await page.locator('main').innerText()).toMatch(/aprobado por mayoría/)
    expect(await savedSeq()).toBe(before)
    await expectAccessible(launched)
    await page.keyboard.press('Control+Enter')
    await page.waitForFunction(() => /^#\/sesiones\/[0-9a-f-]{36}/.test(location.hash))
    await expect.poll(savedSeq).toBe(before + 1)
    await expect.poll(() => page.getByLabel('Órgano').locator('option:checked').innerText()).toBe('CE')
    await page.getByRole('button', { name: 'Deshacer' }).click()
    await expect.poll(savedSeq).toBe(before + 2)
    await expect.poll(() => page.getByLabel('Órgano').locator('option:checked').innerText()).toBe('CGyPE')
    await page.getByRole('table').waitFor()
  })

  it('refuses what is already there', async () => {
    const { page } = launched
    await drop(await fileWith('otra.json', '{"format":"quorum-session","version":2}'))
    await page.getByText(/usa la versión 2 del formato/).waitFor()
    await page.keyboard.press('Escape')
  })
})
