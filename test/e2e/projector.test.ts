import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LaunchedApp } from '../../build/scripts/lib/launch-app.mjs'
import { expectAccessible, goTo, openApp, openExample, press } from './app'

let launched: LaunchedApp
let projector: Page

beforeAll(async () => {
  launched = await openApp()
  const { app, page } = launched
  const session = await openExample(page)
  await goTo(page, `${session}/sala`)
  await page.waitForSelector('[data-busy="false"]')
  await press(page, 'Control+z')
  const opened = app.waitForEvent('window')
  await page.keyboard.press('F9')
  projector = await opened
  await projector.waitForSelector('main h1')
})

afterAll(() => launched.close())

describe('the projector', () => {
  it('shows the point, the quorum and, as it happens, the vote and its result', async () => {
    const { page } = launched
    expect(await projector.locator('main').innerText()).toContain('Quórum: 7 de 7')
    await press(page, 'v', 'j', 't', 'c')
    await projector.waitForSelector('text=✕ 1 en contra')
    expect(await projector.locator('main').innerText()).toContain('faltan 6')
    await press(page, 'u')
    await projector.waitForSelector('text=Aprobado por mayoría')
    await expectAccessible({ app: launched.app, page: projector })
  })

  it('is one window, and leaves the record as it was', async () => {
    const { app, page } = launched
    await page.keyboard.press('F9')
    await press(page, 'Control+z')
    expect(app.windows().length).toBe(2)
    await page.reload()
    await page.waitForSelector('[data-busy="false"]')
    expect(await page.getByText(/Se reconstruyó/).count()).toBe(0)
  })
})
