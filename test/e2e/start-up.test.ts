import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { ensureDisplay, ensureElectron } from '../../build/electron-runtime.mjs'
import { projectRoot } from '../../build/runtime/paths.mjs'
import { SCHEMA_VERSION } from '../../shared/schema/version'
import { factsShown, openOn, roomOpens, seededProfile } from '../helpers/e2e-profile'

const REFUSAL = 'Estos datos son de una versión más nueva de Quórum'
const NEWER_DATABASE = 70

/** Names and bytes of everything in the journal's folder. */
async function journalFolder(userData: string): Promise<Readonly<Record<string, string>>> {
  const folder = path.join(userData, 'journal')
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, await readFile(file, 'base64')] as const)),
  )
}

/** Raises the version of the database, as a later version of the app would; answers the version it has. */
function databaseVersion(page: Page, raiseTo: number | null = null): Promise<number> {
  return page.evaluate(
    (version) =>
      new Promise<number>((resolve, reject) => {
        const opening = version === null ? indexedDB.open('quorum') : indexedDB.open('quorum', version)
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          resolve(opening.result.version)
          opening.result.close()
        }
      }),
    raiseTo,
  )
}

const NEWER_SCHEMA = SCHEMA_VERSION + 1

describe('data of a newer version', () => {
  it('in the journal is refused with both versions named, and not a byte is written', async () => {
    const { userData } = await seededProfile({ schema: NEWER_SCHEMA })
    const before = await journalFolder(userData)
    const { page, close } = await openOn(userData)
    await page.getByRole('heading', { name: REFUSAL }).waitFor()
    const text = await page.locator('main').innerText()
    expect(text).toContain(`usan el formato ${NEWER_SCHEMA}`)
    expect(text).toContain(`solo conoce hasta el ${SCHEMA_VERSION}`)
    expect(text).toContain('No se modificó nada')
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
    await close()
    expect(await journalFolder(userData)).toEqual(before)
  })

  it('in the database is refused, and neither database nor journal is touched', async () => {
    const { userData, seed } = await seededProfile()
    const first = await openOn(userData)
    await roomOpens(first.page, seed)
    await databaseVersion(first.page, NEWER_DATABASE)
    await first.close()
    const before = await journalFolder(userData)
    const { page, close } = await openOn(userData)
    await page.getByRole('heading', { name: REFUSAL }).waitFor()
    expect(await page.locator('main').innerText()).toContain('usan el formato 7')
    expect(await databaseVersion(page)).toBe(NEWER_DATABASE)
    await close()
    expect(await journalFolder(userData)).toEqual(before)
  })
})

/** The app without Playwright between it and its arguments. */
class RawApp {
  /** How it ended: the exit code, or the signal with what it last complained of. */
  readonly ended: Promise<number | string>
  #running = true
  #port = 0
  readonly #child

  private constructor(child: ChildProcess) {
    this.#child = child
    let complaints = ''
    this.ended = once(child, 'exit').then(([code, signal]) => {
      this.#running = false
      return code ?? `${signal}: ${complaints.slice(-600)}`
    })
    child.stderr?.on('data', (text: Buffer) => {
      complaints += text.toString()
      const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(text.toString())?.[1]
      if (port !== undefined) this.#port = Number(port)
    })
  }

  static async start(userData: string): Promise<RawApp> {
    const { executablePath } = await ensureElectron()
    const { env } = await ensureDisplay()
    const args = ['--no-sandbox', '--remote-debugging-port=0', `--user-data-dir=${userData}`, projectRoot]
    if (process.platform === 'linux') args.unshift('--ozone-platform=x11')
    const child = spawn(executablePath, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...env, QUORUM_USER_DATA: userData },
    })
    return new RawApp(child)
  }

  get running(): boolean {
    return this.#running
  }

  /** Addresses of the windows, once one of them shows this. */
  async windowsWhen(shown: string): Promise<readonly string[]> {
    while (this.#running) {
      const answer = await fetch(`http://127.0.0.1:${this.#port}/json/list`).catch(() => null)
      const targets = ((await answer?.json()) ?? []) as { type: string; url: string }[]
      const urls = targets.filter(({ type }) => type === 'page').map(({ url }) => url)
      if (urls.some((url) => url.includes(shown))) return urls
      await sleep(50)
    }
    return []
  }

  async kill(): Promise<void> {
    if (this.#running) this.#child.kill('SIGKILL')
    await this.ended
  }
}

describe('two instances on the same data', () => {
  it.each([0, 5, 20, 50])('started %i ms apart leave one process with one window', async (apart) => {
    const { userData, seed } = await seededProfile()
    const first = await RawApp.start(userData)
    await sleep(apart)
    const second = await RawApp.start(userData)
    try {
      expect(await Promise.race([first.ended, second.ended])).toBe(0)
      const left = [first, second].filter(({ running }) => running)
      expect(left).toHaveLength(1)
      expect(await left[0]?.windowsWhen(seed.sessionId)).toHaveLength(1)
    } finally {
      await first.kill()
      await second.kill()
    }
  })

  it('the second hands over to the first, which shows its window, and writes nothing', async () => {
    const { userData, seed } = await seededProfile()
    const { app, page } = await openOn(userData)
    await roomOpens(page, seed)
    const before = await journalFolder(userData)
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
    const second = await RawApp.start(userData)
    expect(await second.ended).toBe(0)
    const windows = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.isMinimized()),
    )
    expect(windows).toEqual([false])
    expect(await factsShown(page)).toBe(seed.facts)
    expect(await journalFolder(userData)).toEqual(before)
  })
})

describe('a start without a session under way', () => {
  it('opens where the day starts', async () => {
    const { userData, seed } = await seededProfile()
    const first = await openOn(userData)
    await roomOpens(first.page, seed)
    await first.page.keyboard.press('Enter')
    await first.page.keyboard.press('Space')
    await first.page.keyboard.press('Enter')
    await first.page.keyboard.press('Control+Enter')
    await first.page.getByText('La sesión concluyó').first().waitFor()
    await first.close()
    const { page } = await openOn(userData)
    await page.getByRole('heading', { name: 'Inicio' }).waitFor()
    expect(await page.evaluate(() => location.hash.replace(/^#\/?/, ''))).toBe('')
  })
})
