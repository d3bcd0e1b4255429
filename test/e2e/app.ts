import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { ElectronApplication, Page } from 'playwright-core'
import { expect } from 'vitest'
import { ensureDisplay, ensureElectron } from '../../build/electron-runtime.mjs'
import { type LaunchedApp, type LaunchOptions, launchApp } from '../../build/scripts/lib/launch-app.mjs'

/** What a test may choose about the app it opens. */
export type OpenOptions = Partial<Pick<LaunchOptions, 'userData' | 'size' | 'colorScheme' | 'args'>>

/** Opens the built app in the real Electron, on the real or a virtual display. */
export async function openApp(options: OpenOptions = {}): Promise<LaunchedApp> {
  const { executablePath } = await ensureElectron()
  const { env } = await ensureDisplay()
  return launchApp({ executablePath, env, ...options })
}

/** On a new profile: the example of the welcome screen, opened; returns the address of its session. */
export async function openExample(page: Page): Promise<string> {
  await page.getByRole('button', { name: /ejemplo/i }).click()
  await page.waitForFunction(() => location.hash.includes('/sesiones/'))
  return page.evaluate(() => location.hash.replace(/^#/, '').split('/').slice(0, 3).join('/'))
}

/** Goes to an address of the app, as its links do. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, path)
}

/** Waits until the room has written everything that was typed. */
export async function roomIdle(page: Page): Promise<void> {
  await page.waitForSelector('[data-busy="false"]')
}

/** Presses keys in the room, each after the one before is on disk. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await roomIdle(page)
  }
}

/** Takes gestures back until the point with this number is the one under discussion, with no result. */
export async function rewindTo(page: Page, point: number): Promise<void> {
  const current = page.locator('section[aria-label="Orden del día"] li[aria-current="step"]')
  for (let undone = 0; undone < 400; undone += 1) {
    const text = (await current.count()) === 0 ? '' : await current.innerText()
    if (text.startsWith(String(point)) && text.includes('en discusión')) return
    await press(page, 'Control+z')
  }
  throw new Error(`Never came to point ${point}`)
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

/** What axe finds on the screen as it stands, in words; empty when it finds nothing. */
export async function axeFindings(app: ElectronApplication, page: Page): Promise<readonly string[]> {
  const loaded = await page.evaluate(() => 'axe' in window)
  // The page's own policy forbids scripts as text, so the test enters as the debugger would.
  if (!loaded) await (await app.context().newCDPSession(page)).send('Runtime.evaluate', { expression: AXE })
  const violations = await page.evaluate(async (tags): Promise<readonly Violation[]> => {
    const { axe } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: readonly Violation[] }> }
    }
    return (await axe.run({ runOnly: tags, resultTypes: ['violations'] })).violations
  }, WCAG)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} · ${node.failureSummary}`),
  )
}

/** Fails with what axe found, on the screen as it stands. */
export async function expectAccessible({ app, page }: Pick<LaunchedApp, 'app' | 'page'>): Promise<void> {
  expect(await axeFindings(app, page)).toEqual([])
}
