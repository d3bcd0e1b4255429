import type { ElectronApplication, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp } from '../../build/scripts/lib/launch-app.mjs'
import type { DesktopApi } from '../../shared/ipc/desktop-api'

/** The API in the page; functions given to `evaluate` run there. */
declare const quorum: DesktopApi

/** What the stubs in the main process leave for the test to look at. */
interface Probe {
  asked: string[]
  openedOutside: string[]
  downloads: boolean[]
  answerToDialog: number
}

let app: ElectronApplication
let page: Page
let close: () => Promise<void>

beforeAll(async () => {
  ;({ app, page, close } = await launchApp())
  await app.evaluate(({ dialog, shell, session }) => {
    const seen = globalThis as unknown as Probe
    Object.assign(seen, { asked: [], openedOutside: [], downloads: [], answerToDialog: 0 })
    Object.defineProperty(dialog, 'showMessageBox', {
      value: async (_window: unknown, options: { message: string }) => {
        seen.asked.push(options.message)
        return { response: seen.answerToDialog, checkboxChecked: false }
      },
    })
    Object.defineProperty(shell, 'openExternal', {
      value: async (url: string) => seen.openedOutside.push(url),
    })
    session.defaultSession.on('will-download', (event) => seen.downloads.push(event.defaultPrevented))
  })
})

afterAll(() => close())

function outside(): Promise<Pick<Probe, 'asked' | 'openedOutside' | 'downloads'>> {
  return app.evaluate(() => {
    const { asked, openedOutside, downloads } = globalThis as unknown as Probe
    return { asked, openedOutside, downloads }
  })
}

const ADDRESSES = [
  'https://example.org/',
  'http://example.org/',
  'file:///etc/passwd',
  'app://other/',
  'app://quorum.example.org/',
  'app://quorum/assets/',
  'data:text/html,<script>1</script>',
  'chrome://version',
  'javascript:globalThis.canary=1',
  'mailto:a@example.org',
  'quorum://x',
]

describe('navigation', () => {
  it.each(ADDRESSES)('to %s goes nowhere, by any means', async (address) => {
    await page.evaluate(async (target) => {
      const means: (() => void)[] = [
        () => location.assign(target),
        () => location.replace(target),
        () => {
          const link = document.createElement('a')
          link.href = target
          document.body.append(link)
          link.click()
          link.remove()
        },
        () => {
          const form = document.createElement('form')
          form.action = target
          form.method = 'post'
          document.body.append(form)
          form.submit()
          form.remove()
        },
        () => {
          const meta = document.createElement('meta')
          meta.httpEquiv = 'refresh'
          meta.content = `0; url=${target}`
          document.head.append(meta)
        },
      ]
      for (const attempt of means) {
        try {
          attempt()
        } catch {
          // A refusal by exception is as good as one without.
        }
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }, address)
    const after = await page.evaluate(() => [
      location.origin,
      location.pathname,
      Reflect.has(globalThis, 'canary'),
    ])
    expect(after).toEqual(['app://quorum', '/', false])
  })

  it('to about:blank, which Chromium lets nobody prevent, leads straight back', async () => {
    const left = page.waitForURL('about:blank')
    await page.evaluate(() => location.assign('about:blank'))
    await left
    await page.waitForURL('app://quorum/')
    await page.waitForLoadState('load')
    await expect
      .poll(() => page.evaluate(async () => (await quorum.journal.status()).kind).catch(() => 'loading'))
      .toBe('ready')
  })

  it('into new windows opens none, and asks only for web pages', async () => {
    const windows = app.windows().length
    for (const address of ADDRESSES) await page.evaluate((target) => void window.open(target), address)
    await expect.poll(async () => (await outside()).asked).toEqual(['¿Abrir example.org en el navegador?'])
    expect((await outside()).openedOutside).toEqual([])
    expect(app.windows()).toHaveLength(windows)
  })

  it('opens a web page in the browser only after the user agreed', async () => {
    await app.evaluate(() => {
      ;(globalThis as unknown as Probe).answerToDialog = 1
    })
    await page.evaluate(() => void window.open('https://www.ine.mx/normateca?x=1'))
    await expect
      .poll(async () => (await outside()).openedOutside)
      .toEqual(['https://www.ine.mx/normateca?x=1'])
  })

  it('never turns into a download', async () => {
    await page.evaluate(async () => {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob(['x']))
      link.download = 'virus.exe'
      link.click()
    })
    await expect.poll(async () => (await outside()).downloads.length).toBeGreaterThan(0)
    expect((await outside()).downloads.every((prevented) => prevented)).toBe(true)
  })
})
